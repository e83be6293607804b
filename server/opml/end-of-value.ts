import type { EndOfValue } from '../ingest/stages/scan-tags';

const NAMES = 'text|title|type|description|xmlurl|htmlurl|url|language|version|category|created|iscomment|isbreakpoint';
/** What stands behind the quote that really ends a value: the next attribute, or the tag's end. */
const GOES_ON = /^\s*(?:[/?]?\s*>|[a-z_][a-z0-9_.:-]*\s*=\s*["']|$)/iu;
/** The same within HTML that nobody escaped, whose own tags have attributes and ends too. */
const GOES_ON_FOR_SURE = new RegExp(`^\\s*(?:/\\s*>\\s*(?:<|$)|(?:${NAMES}|marsad:[a-z]+)\\s*=\\s*["'])`, 'iu');
/** A value that runs into the name of another attribute has lost its own closing quote. */
const RUNS_INTO = new RegExp(`\\s(?:${NAMES})\\s*=\\s*$`, 'iu');
const WITHIN_TAG = /<[a-z!/][^<>]*$/iu;
const STOP = /<\/?(?:outline|body|opml)(?![a-z])/giu;
const LOOK_AROUND = 200;
/** No title and no address is longer. Beyond, the quote is lost. */
const MOST_CHARACTERS = 8000;
const MOST_QUOTES = 60;
/** Quotes that are thought about in a whole file; after that the first one ends its value. No file that a person made has so many. */
const MOST_DOUBTS = 200_000;

/**
 * Ends each value of a text where its writer meant it to end, although titles hold quotes, and descriptions tags, of their own, and
 * closing quotes are lost. Values are asked for in order.
 */
export function createEndOfValue(text: string): EndOfValue {
  const stopAfter = createStops(text);
  let doubts = MOST_DOUBTS;
  return (_text, from, quote) => {
    const stop = Math.min(stopAfter(from), from + MOST_CHARACTERS);
    const next = (at: number) => {
      const found = text.indexOf(quote, at);
      return found < 0 || found >= stop ? -1 : found;
    };
    const first = next(from);
    for (let [at, seen] = [first, 0]; at >= 0 && seen < MOST_QUOTES && doubts > 0; [at, seen, doubts] = [next(at + 1), seen + 1, doubts - 1]) {
      const before = text.slice(Math.max(from, at - LOOK_AROUND), at);
      const ends = WITHIN_TAG.test(before) ? GOES_ON_FOR_SURE : GOES_ON;
      if (ends.test(text.slice(at + 1, at + 1 + LOOK_AROUND))) return { end: at, next: at + 1 };
      const lost = RUNS_INTO.exec(before);
      if (lost) return between(at - lost[0].length);
    }
    return first < 0 ? between(stop) : { end: first, next: first + 1 };
  };
}

const between = (at: number) => ({ end: at, next: at });

/** Where the next tag of an outline begins: no value goes beyond it. The text is gone through once. */
function createStops(text: string): (from: number) => number {
  const stops = text.matchAll(STOP);
  let next = -1;
  return (from) => {
    while (next < from) next = stops.next().value?.index ?? text.length;
    return next;
  };
}
