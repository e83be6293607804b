import { datelineEnd } from '../../../lib/text/dateline';

interface Told {
  text: string;
}

const FEWEST_ITEMS = 3;
/** of the items that have more than one paragraph */
const LEAST_SHARE = 0.6;
const LONGEST = 500;
/** shorter than this a first paragraph may be a place or a name: part of the story */
const SHORTEST_HEADER = 25;
const MOST_PARAGRAPHS = 3;

/**
 * A feed's items without the paragraphs that its newspaper puts under (or above) each of them: those that at least three items and
 * most of those with several paragraphs end (or begin) with. A dateline stays, and so does a text that is nothing else. Which items
 * a feed holds changes from poll to poll, and with them what is found out here: whatever tells edits must look at the texts before.
 */
export function withoutFooters<T extends Told>(items: readonly T[]): T[] {
  const paragraphs = items.map(({ text }) => text.split('\n\n'));
  for (let round = 0; round < MOST_PARAGRAPHS; round++) {
    const footers = repeated(paragraphs, -1);
    const headers = new Set([...repeated(paragraphs, 0)].filter((text) => text.length >= SHORTEST_HEADER && datelineEnd(`${text}\n\n…`) === null));
    if (footers.size + headers.size === 0) break;
    for (const own of paragraphs) {
      if (own.length > 1 && footers.has(keyOf(own.at(-1)))) own.pop();
      if (own.length > 1 && headers.has(keyOf(own[0]))) own.shift();
    }
  }
  return items.map((item, n) => {
    const text = paragraphs[n]?.join('\n\n') ?? item.text;
    return text.length === item.text.length ? item : { ...item, text };
  });
}

const keyOf = (paragraph = '') => (paragraph.length <= LONGEST ? paragraph.replace(/\s+/gu, ' ').trim() : '');

/** The paragraphs that most texts begin (0) or end (-1) with. Texts that are wholly alike count once. */
function repeated(texts: readonly (readonly string[])[], at: 0 | -1): Set<string> {
  const distinct = new Map(texts.filter((own) => own.length > 1).map((own) => [own.join('\n\n'), keyOf(own.at(at))]));
  const counts = new Map<string, number>();
  for (const key of distinct.values()) if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(FEWEST_ITEMS, distinct.size * LEAST_SHARE);
  return new Set([...counts].flatMap(([key, count]) => (count >= least ? [key] : [])));
}
