/** The bundled fonts, to be put into a picture: what is drawn from a file knows none of the page's. */

const NS = 'http://www.w3.org/2000/svg';
const OURS = /IBM Plex Sans/u;

/** Whether a face has any of these letters, by its `unicode-range`: U+0600-06FF, U+0750-077F, … */
export function covers(range: string, letters: ReadonlySet<number>): boolean {
  if (range.trim() === '') return true;
  const spans = [...range.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/giu)].map(([, from = '0', to]) => [Number.parseInt(from, 16), Number.parseInt(to ?? from, 16)] as const);
  return [...letters].some((letter) => spans.some(([from, to]) => letter >= from && letter <= to));
}

function facesFor(text: string): CSSFontFaceRule[] {
  const letters = new Set([...text].map((letter) => letter.codePointAt(0) ?? 0).filter((letter) => letter > 32));
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  return rules.filter((rule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule)
    .filter(({ style }) => OURS.test(style.getPropertyValue('font-family')) && covers(style.getPropertyValue('unicode-range'), letters));
}

async function asDataUrl(address: string): Promise<string> {
  const blob = await (await fetch(address)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('the font could not be read'));
    reader.readAsDataURL(blob);
  });
}

/** Each face as a rule that holds its font. */
async function embedded(rule: CSSFontFaceRule): Promise<string> {
  const { style } = rule;
  const address = /url\("?([^")]+)"?\)/u.exec(style.getPropertyValue('src'))?.[1];
  if (!address) return '';
  const base = rule.parentStyleSheet?.href ?? document.baseURI;
  const data = await asDataUrl(new URL(address, base).href);
  const said = ['font-family', 'font-weight', 'font-style', 'unicode-range'].map((name) => [name, style.getPropertyValue(name)] as const).filter(([, value]) => value !== '');
  return `@font-face{${said.map(([name, value]) => `${name}:${value}`).join(';')};src:url(${data}) format("woff2")}`;
}

/** Puts those faces into the picture whose letters it has. */
export async function embedFonts(svg: SVGSVGElement): Promise<SVGSVGElement> {
  const rules = await Promise.all(facesFor(svg.textContent ?? '').map(embedded));
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const style = document.createElementNS(NS, 'style');
  style.textContent = rules.join('\n');
  copy.prepend(style);
  return copy;
}
