import { Tokenizer } from 'htmlparser2';

/** Deeper than any page that people read; what comes after takes time with the cube of it. */
export const MOST_DEEP = 100;
/** More elements than a live blog of a whole day. */
export const MOST_ELEMENTS = 100_000;

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Opening one of these ends another of the same kind that nobody closed: it isn't nested in it. */
const ENDS = new Map<string, Set<string>>([
  ...'p div ul ol dl table h1 h2 h3 h4 h5 h6 section article blockquote pre form header footer aside'.split(' ')
    .map((name): [string, Set<string>] => [name, new Set(['p'])]),
  ['li', new Set(['li', 'p'])], ['dt', new Set(['dt', 'dd', 'p'])], ['dd', new Set(['dt', 'dd', 'p'])], ['option', new Set(['option'])],
  ['tr', new Set(['tr', 'td', 'th', 'p'])], ['td', new Set(['td', 'th', 'p'])], ['th', new Set(['td', 'th', 'p'])],
]);

/**
 * HTML without the tags that nest deeper than MOST_DEEP or come after MOST_ELEMENTS; their text stays. Linear: only the tokenizer is used,
 * and the open elements that it is compared with are few.
 */
export function capDepth(html: string): string {
  const kept: string[] = [];
  const open: string[] = [];
  const dropped = new Map<string, number>();
  let [written, elements, name, tagStart, isKept] = [0, 0, '', 0, true];

  const cut = (from: number, to: number) => {
    kept.push(html.slice(written, from));
    written = to;
  };
  const opened = (end: number, selfClosing: boolean) => {
    if (!isKept) return cut(tagStart, end + 1);
    if (!VOID.has(name) && !selfClosing) open.push(name);
  };
  const closed = (start: number, end: number) => {
    const closing = html.slice(start, end).toLowerCase();
    const due = dropped.get(closing) ?? 0;
    const at = open.lastIndexOf(closing);
    if (due > 0) {
      dropped.set(closing, due - 1);
      const gt = html.indexOf('>', end);
      cut(start - 2, gt < 0 ? html.length : gt + 1);
    } else if (at >= 0) open.length = at;
  };
  const nothing = () => undefined;
  const tokenizer = new Tokenizer({ decodeEntities: false }, {
    onopentagname(start, end) {
      name = html.slice(start, end).toLowerCase();
      tagStart = start - 1;
      elements += 1;
      const ends = ENDS.get(name);
      while (ends?.has(open.at(-1) ?? '')) open.pop();
      isKept = VOID.has(name) ? elements <= MOST_ELEMENTS : open.length < MOST_DEEP && elements <= MOST_ELEMENTS;
      if (!isKept && !VOID.has(name)) dropped.set(name, (dropped.get(name) ?? 0) + 1);
    },
    onopentagend: (end) => opened(end, false),
    // "<div/>" opens a div all the same, "<path/>" doesn't: either way nothing is lost
    onselfclosingtag: (end) => opened(end, true),
    onclosetag: closed,
    ontext: nothing, ontextentity: nothing, oncdata: nothing, oncomment: nothing, ondeclaration: nothing, onprocessinginstruction: nothing,
    onattribdata: nothing, onattribentity: nothing, onattribend: nothing, onattribname: nothing, onend: nothing,
  });
  tokenizer.write(html);
  tokenizer.end();
  kept.push(html.slice(written));
  return kept.join('');
}
