import { MOST_ITEMS } from './bounds';
import { jsonInWords } from './look-alikes';
import type { Parsed } from './raw-feed';
import { isJsonFeed, readJsonFeed, type JsonFeed } from './read-json-feed';

/** Text that begins as JSON does -> the feed in it. */
export function parseJson(text: string): Parsed {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return completeItems(text, error.message);
  }
  return isJsonFeed(json) ? read(json, []) : { ok: false, outcome: 'not-a-feed', detail: jsonInWords(json) };
}

function read(json: JsonFeed, notes: string[]): Parsed {
  const capped = json.items.length > MOST_ITEMS ? [`only the first ${MOST_ITEMS} items were read`] : [];
  return { ok: true, feed: readJsonFeed(json), notes: [...notes, ...capped] };
}

/** Of JSON that is cut off, or broken somewhere: the feed and those items that come before. */
function completeItems(text: string, problem: string): Parsed {
  const broken: Parsed = { ok: false, outcome: 'unreadable', detail: `broken JSON: ${problem}` };
  const last = endOfLastItem(text);
  if (last === null) return broken;
  try {
    const json: unknown = JSON.parse(`${text.slice(0, last)}]}`);
    return isJsonFeed(json) ? read(json, [`cut off: only its complete items were kept (broken JSON: ${problem})`]) : broken;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return broken;
  }
}

/** Where, in an object whose last member is a list of objects, the last complete one of these ends; null: there is none. */
function endOfLastItem(text: string): number | null {
  let depth = 0;
  let last: number | null = null;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]+|\\.)*(?:"|\\?$)|[[\]{}]/gsu)) {
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    if (token === '}' && depth === 2) last = index + 1;
    if (token === ']' && depth === 1) last = null;
  }
  return last;
}
