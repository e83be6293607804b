import type { EndOfValue } from '../ingest/stages/scan-tags';

/** What stands behind the quote that really ends a value: the next attribute, or the tag's end. */
const GOES_ON = /^\s*(?:[/?]?\s*>|[a-z_][a-z0-9_.:-]*\s*=\s*["']|$)/iu;
/** A value that runs into the name of another attribute has lost its own closing quote. */
const RUNS_INTO = /\s[a-z_][a-z0-9_.:-]*\s*=\s*$/iu;
const LOOK_AHEAD = 120;
const MOST_QUOTES = 40;
/** No title and no address is longer. Beyond, the quote is lost. */
const MOST_CHARACTERS = 8000;

/**
 * Ends a value where its writer meant it to end, although titles hold quotes of their own and closing ones are lost. Each value looks
 * ahead by so much and no more.
 */
export const whereItIsMeant: EndOfValue = (text, from, quote) => {
  const window = text.slice(from, from + MOST_CHARACTERS);
  const stop = window.search(/<\/?(?:outline|body|opml)(?![a-z])/iu);
  const value = stop < 0 ? window : window.slice(0, stop);
  let at = value.indexOf(quote);
  const first = at;
  for (let seen = 0; at >= 0 && seen < MOST_QUOTES; seen += 1, at = value.indexOf(quote, at + 1)) {
    if (GOES_ON.test(text.slice(from + at + 1, from + at + 1 + LOOK_AHEAD))) return { end: from + at, next: from + at + 1 };
    const lost = RUNS_INTO.exec(value.slice(Math.max(0, at - LOOK_AHEAD), at));
    if (lost) return between(from + at - lost[0].length);
  }
  if (first >= 0) return { end: from + first, next: from + first + 1 };
  return between(from + value.length);
};

const between = (at: number) => ({ end: at, next: at });
