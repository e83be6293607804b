import { cleanText } from '../clean-text';

export type BlockKind = 'paragraph' | 'heading' | 'item' | 'cell' | 'pre';

/** A piece of text as a reader sees it set apart, with what tells prose from furniture. */
export interface Block {
  kind: BlockKind;
  text: string;
  /** the share of its characters that are links, 0 to 1 */
  linked: number;
  /** of emphasis alone (strong, b, em, i), 0 to 1 */
  emphasised: number;
}

const ELEMENT = 1;
const TEXT = 3;
const KINDS: ReadonlyMap<string, BlockKind> = new Map<string, BlockKind>([
  ...('ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DETAILS DIV DL FIELDSET FIGURE FOOTER FORM HEADER HR MAIN NAV OL P SECTION TABLE TBODY '
    + 'TFOOT THEAD TR UL').split(' ').map((name): [string, BlockKind] => [name, 'paragraph']),
  ...'H1 H2 H3 H4 H5 H6 SUMMARY'.split(' ').map((name): [string, BlockKind] => [name, 'heading']),
  ...'LI DD DT'.split(' ').map((name): [string, BlockKind] => [name, 'item']),
  ['TD', 'cell'], ['TH', 'cell'], ['PRE', 'pre'],
]);
const DROPPED = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH IFRAME OBJECT VIDEO AUDIO FIGCAPTION HEAD TITLE TEXTAREA SELECT BUTTON'.split(' '));
const EMPHASIS = new Set('STRONG B EM I U'.split(' '));

interface Place {
  kind: BlockKind;
  link: boolean;
  emphasis: boolean;
}

/** The blocks of an element in reading order; two <br> end a block as a paragraph's end does. The tree's depth must be capped. */
export function blocksOf(root: Node): Block[] {
  const writer = createWriter();
  walk(root, { kind: 'paragraph', link: false, emphasis: false }, writer);
  return writer.blocks();
}

export const textOf = (blocks: readonly Block[]) => blocks.map(({ text }) => text).join('\n\n');

function walk(node: Node, place: Place, writer: Writer): void {
  if (node.nodeType === TEXT) return writer.add(node.nodeValue ?? '', place);
  if (node.nodeType !== ELEMENT) return;
  const name = node.nodeName.toUpperCase();
  if (DROPPED.has(name)) return;
  if (name === 'BR') return writer.lineBreak();
  const kind = KINDS.get(name);
  const inner: Place = {
    kind: place.kind === 'pre' || (kind === 'paragraph' && place.kind === 'item') ? place.kind : kind ?? place.kind,
    link: place.link || name === 'A',
    emphasis: place.emphasis || EMPHASIS.has(name),
  };
  if (kind) writer.end();
  for (let child = node.firstChild; child; child = child.nextSibling) walk(child, inner, writer);
  if (kind) writer.end();
}

interface Writer {
  add(text: string, place: Place): void;
  lineBreak(): void;
  end(): void;
  blocks(): Block[];
}

function createWriter(): Writer {
  const blocks: Block[] = [];
  let parts: string[] = [];
  let [chars, linked, emphasised] = [0, 0, 0];
  let kind: BlockKind = 'paragraph';
  let breaks = 0;

  function end(): void {
    const text = tidy(parts.join(''));
    if (text !== '') blocks.push({ kind, text, linked: linked / Math.max(1, chars), emphasised: emphasised / Math.max(1, chars) });
    parts = [];
    [chars, linked, emphasised, breaks] = [0, 0, 0, 0];
  }

  return {
    end,
    blocks: () => blocks,
    lineBreak() {
      breaks += 1;
      if (breaks > 1) return end();
      parts.push('\n');
    },
    add(text, place) {
      const size = text.trim().length;
      parts.push(place.kind === 'pre' ? text : text.replace(/\s+/gu, ' '));
      if (size === 0) return;
      breaks = 0;
      kind = place.kind;
      chars += size;
      if (place.link) linked += size;
      if (place.emphasis) emphasised += size;
    },
  };
}

/** Soft hyphens are for setting lines, not for reading. */
function tidy(text: string): string {
  return cleanText(text).replace(/[\u00ad\u200b\ufeff]/gu, '').replace(/[^\S\n]+/gu, ' ').replace(/ ?\n ?/gu, '\n').replace(/\n{2,}/gu, '\n').trim();
}
