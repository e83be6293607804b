import { Tokenizer } from 'htmlparser2';
import { cleanText, oneLine } from './clean-text';

const BLOCKS = new Set(('address article aside blockquote center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr '
  + 'li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul').split(' '));
/** What a reader doesn't read as the article's text. */
const DROPPED = new Set(('script style noscript template svg math iframe object video audio figcaption head title '
  + 'textarea select button').split(' '));
/** A footnote's number or an exponent, which must not run into what stands before: 10<sup>5</sup> is not 105. */
const RAISED_FIGURE = /<sup(?:\s[^<>]*)?>(?=\s*\p{N})/giu;
const MARKUP = /<[a-z!/?][^<>]*>|&[a-z#]/iu;

/**
 * HTML -> its text: entities decoded, paragraphs separated by a blank line, <br> a line break. Scripts, styles, captions and form
 * controls are dropped. Linear in the input: only the tokenizer is used, since a parser searches its stack of open tags on every close.
 */
export function plainText(html: string): string {
  if (!MARKUP.test(html)) return tidy(html);
  const apart = html.replace(RAISED_FIGURE, ' $&');
  const collector = createCollector(apart);
  const tokenizer = new Tokenizer({ decodeEntities: true }, collector.callbacks);
  tokenizer.write(apart);
  tokenizer.end();
  return tidy(collector.text());
}

/** A title: on one line, tags dropped, but "5 < 6" and "<الاسم>" are no tags. */
export function plainTitle(markup: string): string {
  const tagged = /<\/?[a-z][a-z0-9]*(\s[^<>]*)?\/?>/iu.test(markup);
  return oneLine(plainText(tagged ? markup : markup.replaceAll('<', '&lt;')));
}

function createCollector(html: string) {
  const parts: string[] = [];
  const drop = createDropping();
  let tag = '';
  const add = (text: string) => {
    if (!drop.active()) parts.push(text);
  };
  const broken = (name: string) => add(name === 'br' ? '\n' : BLOCKS.has(name) ? '\n\n' : '');
  const nothing = () => undefined;
  return {
    text: () => parts.join(''),
    callbacks: {
      ontext: (start: number, end: number) => add(html.slice(start, end).replace(/\s+/gu, ' ')),
      ontextentity: (codepoint: number) => add(String.fromCodePoint(codepoint)),
      onopentagname: (start: number, end: number) => {
        tag = html.slice(start, end).toLowerCase();
        broken(tag);
      },
      onopentagend: () => drop.opened(tag),
      onselfclosingtag: nothing,
      onclosetag: (start: number, end: number) => {
        const name = html.slice(start, end).toLowerCase();
        drop.closed(name);
        broken(name);
      },
      oncdata: (start: number, end: number, offset: number) => add(html.slice(start, end - offset)),
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      onend: nothing,
    },
  };
}

/** Whether we are inside an element that is dropped. A caption that nobody closed ends with its figure. */
function createDropping() {
  let inside: string | null = null;
  let depth = 0;
  return {
    active: () => inside !== null,
    opened: (name: string) => {
      if (inside === null && DROPPED.has(name)) inside = name;
      if (inside === name) depth++;
    },
    closed: (name: string) => {
      if (inside === name) depth--;
      if (depth === 0 || (inside === 'figcaption' && name === 'figure')) {
        inside = null;
        depth = 0;
      }
    },
  };
}

/** Spaces and breaks as a person would set them. */
function tidy(text: string): string {
  return cleanText(text)
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{2,}/gu, '\n\n')
    .trim();
}
