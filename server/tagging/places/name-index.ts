import { wordsOf } from '../../../lib/text/words';
import { NAME_SEPARATOR, type Candidate } from './candidate';

/** Names of more words than this are looked up by none. */
export const LONGEST = 6;

export function keyOf(name: string): string {
  return wordsOf(name).map((word) => word.folded).join(NAME_SEPARATOR);
}

/** Folded names to whatever carries them. */
export interface Names<T> {
  get(key: string): readonly T[];
  /** how many words from `first` on are worth trying; 0: no name begins with it */
  reachOf(first: string): number;
}

const NONE: readonly never[] = [];

/** One hash look-up a reading, however many names there are. */
export class NameIndex<T> implements Names<T> {
  private readonly byKey = new Map<string, T[]>();
  /** the longest name that begins with a word, in words: most words begin none */
  private readonly reach = new Map<string, number>();

  add(name: string, value: T): void {
    const words = wordsOf(name);
    if (words.length === 0 || words.length > LONGEST) return;
    const key = words.map((word) => word.folded).join(NAME_SEPARATOR);
    const known = this.byKey.get(key);
    if (!known) this.byKey.set(key, [value]);
    else if (!known.includes(value)) known.push(value);
    const first = words[0]?.folded ?? '';
    this.reach.set(first, Math.max(this.reach.get(first) ?? 0, words.length));
  }

  get(key: string): readonly T[] {
    return this.byKey.get(key) ?? NONE;
  }

  reachOf(first: string): number {
    return this.reach.get(first) ?? 0;
  }

  get size(): number {
    return this.byKey.size;
  }
}

export type PlaceNames = Names<Candidate>;
