/** The chart as a picture that stands by itself: an SVG with its colours and letters in it, and a PNG drawn from that. */
import { tokenColours } from '../ui/token-colours';

export interface PictureInput {
  /** as they are on the screen: one, or small ones beside each other with a name each */
  charts: readonly { svg: SVGSVGElement; name: string | null }[];
  title: string;
  /** what it counts, from when to when, by whose clocks */
  subtitle: string;
  /** named below the title, each with its line and mark */
  legend: readonly { name: string; sign: SVGSVGElement | null }[];
  /** what its signs mean, below the charts, in the words of the page */
  notes: readonly { name: string; sign: SVGSVGElement | null }[];
  source: string;
  direction: 'ltr' | 'rtl';
}

const NS = 'http://www.w3.org/2000/svg';
const PAD = 20;
const FAMILY = 'IBM Plex Sans, IBM Plex Sans Arabic, sans-serif';
/** What a style sheet may have said of a shape or a text, as attributes. */
const PAINTED = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'font-size', 'font-weight', 'text-anchor', 'opacity', 'paint-order'];

function element<K extends keyof SVGElementTagNameMap>(name: K, attributes: Record<string, string | number>): SVGElementTagNameMap[K] {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** A copy whose colours are numbers: names of the page's own (`var(--accent)`) mean nothing outside it. */
function painted(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  [copy, ...copy.querySelectorAll<SVGElement>('*')].forEach((one, n) => {
    const original = originals[n];
    if (!original || original.closest('defs') === original) return;
    const style = getComputedStyle(original);
    for (const name of PAINTED) {
      const value = style.getPropertyValue(name);
      if (value !== '' && !value.startsWith('url(')) one.setAttribute(name, value);
    }
    one.removeAttribute('class');
    one.removeAttribute('style');
  });
  return copy;
}

interface Sheet {
  root: SVGSVGElement;
  width: number;
  y: number;
  direction: 'ltr' | 'rtl';
}

const edge = ({ width, direction }: Sheet, from = 0) => (direction === 'rtl' ? width - PAD - from : PAD + from);

/** A line of text that begins where reading does. */
function write(sheet: Sheet, text: string, y: number, size: number, weight: number, fill: string, from = 0): SVGTextElement {
  const line = element('text', { x: edge(sheet, from), y, 'font-size': size, 'font-weight': weight, fill, direction: sheet.direction, 'text-anchor': 'start', 'unicode-bidi': 'plaintext' });
  if (sheet.direction === 'rtl') line.setAttribute('xml:lang', 'ar');
  line.textContent = text;
  sheet.root.append(line);
  return line;
}

const measured = (() => {
  let context: CanvasRenderingContext2D | null = null;
  return (text: string, size: number) => {
    context ??= document.createElement('canvas').getContext('2d');
    if (!context) return text.length * size * 0.6;
    context.font = `${size}px ${FAMILY}`;
    return context.measureText(text).width;
  };
})();

function addLegend(sheet: Sheet, legend: PictureInput['legend'], ink: string, size = 12) {
  let from = 0;
  for (const { name, sign } of legend) {
    const width = 30 + measured(name, size) + 18;
    if (from > 0 && from + width > sheet.width - 2 * PAD) {
      from = 0;
      sheet.y += 20;
    }
    if (sign) {
      const copy = painted(sign);
      copy.setAttribute('x', String(sheet.direction === 'rtl' ? sheet.width - PAD - from - 22 : PAD + from));
      copy.setAttribute('y', String(sheet.y - 10));
      sheet.root.append(copy);
    }
    write(sheet, name, sheet.y, size, 400, ink, sign ? from + 28 : from);
    from += width;
  }
  sheet.y += 10;
}

/** Room for the name over a small chart. */
const NAME_ROOM = 18;

/** Where each stands, in pixels from the corner of them all. */
function placedAsOnScreen(charts: PictureInput['charts']) {
  const boxes = charts.map(({ svg }) => svg.getBoundingClientRect());
  const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))];
  const room = charts.some(({ name }) => name !== null) ? NAME_ROOM : 0;
  return charts.map(({ svg, name }, n) => {
    const { left: x = 0, top: y = 0, right = 0, bottom = 0 } = boxes[n] ?? {};
    return { svg, name, x: x - left, y: y - top + room, right: right - left, bottom: bottom - top + room };
  });
}

/** The whole picture, without fonts. */
export function composePicture({ charts, title, subtitle, legend, notes, source, direction }: PictureInput): SVGSVGElement {
  const { '--ink': ink, '--soft': soft, '--surface': ground } = tokenColours(document.body, ['--ink', '--soft', '--surface']);
  const placed = placedAsOnScreen(charts);
  const width = Math.round(Math.max(...placed.map(({ right }) => right))) + 2 * PAD;
  const root = element('svg', { xmlns: NS, 'font-family': FAMILY, direction: 'ltr' });
  const sheet: Sheet = { root, width, y: 74, direction };
  const back = element('rect', { width, height: 1, fill: ground });
  root.append(back);
  write(sheet, title, 32, 18, 600, ink);
  write(sheet, subtitle, 52, 12, 400, soft);
  addLegend(sheet, legend, ink);
  for (const { svg, name, x, y, right } of placed) {
    const chart = painted(svg);
    chart.setAttribute('x', String(PAD + x));
    chart.setAttribute('y', String(sheet.y + y));
    root.append(chart);
    if (name !== null) write(sheet, name, sheet.y + y - 4, 12, 600, ink, direction === 'rtl' ? width - 2 * PAD - right : x);
  }
  sheet.y += Math.round(Math.max(...placed.map(({ bottom }) => bottom))) + 18;
  if (notes.length > 0) addLegend(sheet, notes, soft, 11);
  const height = sheet.y + 24;
  write(sheet, source, height - 10, 11, 400, soft);
  back.setAttribute('height', String(height));
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) root.setAttribute(name, String(value));
  return root;
}

export const asText = (svg: SVGSVGElement): string => new XMLSerializer().serializeToString(svg);

/** The title's line, in the picture's own pixels: the ground alone is there until its letters come. */
const TITLE = { top: 14, height: 24 };
const LETTERS_EVERY_MS = 60;
const LETTERS_WITHIN_MS = 4_000;

const isBlank = (pixels: Uint32Array): boolean => pixels.every((pixel) => pixel === pixels[0]);
const pixelsOf = (context: CanvasRenderingContext2D, top: number, height: number) => new Uint32Array(context.getImageData(0, top, context.canvas.width, height).data.buffer);

/**
 * The letters in a picture come a little after it, more so on a busy machine, and no event says when: it is drawn anew until its title is there and
 * nothing more changes.
 */
async function drawWithLetters(context: CanvasRenderingContext2D, image: HTMLImageElement, scale: number): Promise<void> {
  const { width, height } = context.canvas;
  const until = performance.now() + LETTERS_WITHIN_MS;
  let before: Uint32Array | null = null;
  while (performance.now() < until) {
    context.drawImage(image, 0, 0, width, height);
    const now = pixelsOf(context, 0, height);
    const last = before;
    if (last && now.every((pixel, n) => pixel === last[n]) && !isBlank(pixelsOf(context, TITLE.top * scale, TITLE.height * scale))) return;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, LETTERS_EVERY_MS));
  }
  throw new Error('its letters did not come');
}

/** Twice as fine as on the screen. @throws where the browser can't draw it */
export async function drawPng(svg: SVGSVGElement, scale = 2): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(asText(svg))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Number(svg.getAttribute('width')) * scale;
  canvas.height = Number(svg.getAttribute('height')) * scale;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser draws no pictures');
  await drawWithLetters(context, image, scale);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be drawn'))), 'image/png'));
}
