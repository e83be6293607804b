import { fold } from '../../lib/text/fold';

/** A word as texts write it. Its number stands for it in what is remembered of words. */
export interface KnownWord {
  folded: string;
  number: number;
}

/** More distinct words than this are not remembered: enough for the everyday words of some languages. */
const REMEMBERED = 2 ** 16;
/** A longer run of letters is an address or a trick, and comes once: it gets no number. */
const LONGEST = 40;
const NONE = -1;

/** Words come again from article to article: each is folded once. All are forgotten when there are too many, and numbered on. */
const known = new Map<string, KnownWord>();
let firstNumber = 0;

/** V8 copies a shorter part of a text; a longer one would keep the whole text in memory. */
const SLICED = 13;
const detached = (run: string) => (run.length < SLICED ? run : Buffer.from(run, 'utf16le').toString('utf16le'));

function forgetAll(): void {
  known.clear();
  firstNumber += REMEMBERED;
}

/** @param run a word's letters as they stand in a text */
export function knownWord(run: string): KnownWord {
  const before = known.get(run);
  if (before) return before;
  if (run.length > LONGEST) return { folded: fold(run), number: NONE };
  if (known.size >= REMEMBERED) forgetAll();
  const own = detached(run);
  const word = { folded: fold(own), number: firstNumber + known.size };
  known.set(own, word);
  return word;
}

/**
 * What `find` says of a word, remembered under its number: an element of an array, where a table of words would be searched again for
 * each thing that is asked of a word. `find` must be pure.
 */
export function remembered<T extends NonNullable<unknown> | null>(find: (word: KnownWord) => T): (word: KnownWord) => T {
  let first = 0;
  let found: T[] = [];
  return (word) => {
    const at = word.number - first;
    const ready = found[at];
    if (ready !== undefined) return ready;
    const answer = find(word);
    // a number from before all were forgotten, or none
    if (at < 0) return answer;
    if (at >= REMEMBERED) {
      first = word.number - (word.number % REMEMBERED);
      found = [];
    }
    found[word.number - first] = answer;
    return answer;
  };
}
