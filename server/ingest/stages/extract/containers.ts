import { blocksOf, type Block } from './blocks';
import { calledOf } from './furniture';
import { lengthOf, proseLength } from './measure';

const WHAT = new Set('article story post entry news page single blog content detail details main'.split(' '));
const BODY = new Set('body content text html copy'.split(' '));
/** More would be a page of teasers, each with a "body" of its own. */
const MOST = 60;
/** of the longest container's prose: what a tighter one must still hold */
const ENOUGH = 0.85;

/** The element that is marked or called the article's body, the tightest that holds nearly all of the prose; empty where there is none. */
export function containerBlocks(document: Document): Block[] {
  const named = [...document.querySelectorAll('[itemprop~="articleBody"], article, [class], [id]')].filter(isBody);
  const found = named.slice(0, MOST).map((element) => blocksOf(element));
  const most = Math.max(0, ...found.map(proseLength));
  if (most === 0) return [];
  const holding = found.filter((blocks) => proseLength(blocks) >= most * ENOUGH);
  return holding.reduce((best, blocks) => (lengthOf(blocks) < lengthOf(best) ? blocks : best));
}

function isBody(element: Element): boolean {
  if (/^(?:BODY|HTML|P|SPAN|A|LI|H[1-6]|IMG|UL|OL)$/u.test(element.tagName)) return false;
  if (element.tagName === 'ARTICLE' || element.matches('[itemprop~="articleBody"]')) return true;
  const called = calledOf(element);
  return called.some((word, i) => word === 'articlebody' || (WHAT.has(called[i - 1] ?? '') && BODY.has(word)));
}
