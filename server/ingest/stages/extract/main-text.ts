import { Readability } from '@mozilla/readability';
import { blocksOf, type Block } from './blocks';
import { containerBlocks } from './containers';
import { removeFurniture, removeHidden } from './furniture';
import { bare, lengthOf, proseLength } from './measure';
import { trim } from './trim';

export interface PageHints {
  title: string | null;
  /** the article's text as the page's structured data gives it, plain */
  body: string | null;
}

/** The article's blocks. The document is taken apart; `parse` makes it anew where too little was left. */
export function mainText(document: Document, parse: () => Document, hints: PageHints): Block[] {
  removeFurniture(document);
  const best = attempt(document, hints);
  const prose = proseLength(best);
  const given = bodyOf(hints);
  if (prose >= FEW && (given === null || prose >= lengthOf(given) * 0.6)) return best;
  const whole = parse();
  removeHidden(whole);
  const again = attempt(whole, hints);
  const better = proseLength(again) > prose * MUCH ? again : best;
  return given !== null && lengthOf(better) < lengthOf(given) * 0.6 ? given : better;
}

/** Below this much prose, what was taken for furniture is looked at again. */
const FEW = 400;
/** How much more there must then be: a short report may well have comments that are longer. */
const MUCH = 3;
/** Below this Readability takes in what it had thought unlikely; its own default would do so with a short report. */
const LEAST_CHARACTERS = 300;

function attempt(document: Document, hints: PageHints): Block[] {
  const container = containerBlocks(document);
  const read = readabilityBlocks(document);
  return trim(witnessed(choose(read, container), hints.body), hints.title);
}

function choose(read: Block[], container: Block[]): Block[] {
  const [prose, own] = [proseLength(read), proseLength(container)];
  const tighter = own >= prose * 0.9 && lengthOf(container) <= lengthOf(read);
  return own > 0 && (tighter || (own > prose * 1.3 && within(container, read))) ? container : read;
}

/** Whether a container holds what Readability took: else it is another part of the page, its comments or its list of the latest. */
function within(container: Block[], read: Block[]): boolean {
  const held = new Set(container.map(({ text }) => text));
  return proseLength(read.filter(({ text }) => held.has(text))) >= proseLength(read) * 0.5;
}

/** Readability's choice, as blocks; it takes the document apart. Nothing where linkedom can't: it spreads lists of children onto the stack. */
function readabilityBlocks(document: Document): Block[] {
  try {
    const options = { serializer: (node: Node) => node, keepClasses: true, disableJSONLD: true, charThreshold: LEAST_CHARACTERS };
    const article = new Readability<Node>(document, options).parse();
    return article?.content ? blocksOf(article.content) : [];
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

/**
 * What the structured data doesn't hold is none of the article, where it holds most of the prose. It may have been cut short: what comes
 * after the last that it holds goes only where it holds nearly all.
 */
function witnessed(blocks: Block[], body: string | null): Block[] {
  if (body === null) return blocks;
  const whole = bare(body);
  const held = blocks.map((block) => holds(whole, block.text));
  const heldProse = proseLength(blocks.filter((_, i) => held[i]));
  const share = heldProse / Math.max(1, proseLength(blocks));
  if (heldProse < FEW / 2 || share < MOST_HELD) return blocks;
  const last = share >= NEARLY_ALL_HELD ? Infinity : held.lastIndexOf(true);
  return blocks.filter((_, i) => held[i] || i > last);
}

const MOST_HELD = 0.6;
const NEARLY_ALL_HELD = 0.85;

function holds(whole: string, text: string): boolean {
  const own = bare(text);
  return own.length < 200 ? whole.includes(own) : whole.includes(own.slice(0, 60)) || whole.includes(own.slice(-60));
}

function bodyOf({ body }: PageHints): Block[] | null {
  if (body === null || body.length < FEW) return null;
  return body.split(/\n+/u).filter((line) => line.trim() !== '').map((text) => ({ kind: 'paragraph', text: text.trim(), linked: 0, emphasised: 0 }));
}
