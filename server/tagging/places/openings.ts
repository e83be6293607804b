import type { FieldText } from '../article-text';
import { readingsOf, type Reading } from '../readings';
import { remembered, type KnownWord } from '../vocabulary';
import type { Abbreviation } from './abbreviations';
import { NAME_SEPARATOR, type Candidate } from './candidate';
import type { Names } from './name-index';

/** A reading of a word that names of an index begin with. */
export interface Opening<T> extends Reading {
  /** of the longest of these names, in words */
  reach: number;
  /** what the word alone names */
  alone: readonly T[];
}

function openingsIn<T>(index: Names<T>, readings: readonly Reading[]): Opening<T>[] {
  return readings.flatMap(({ form, cut }) => {
    const reach = index.reachOf(form);
    return reach > 0 ? [{ form, cut, reach, alone: index.get(form) }] : [];
  });
}

interface Indexes {
  names: Names<Candidate>;
  abbreviations: Names<Abbreviation>;
  demonyms: Names<string>;
  phrases: Names<true>;
}

/** What a word may begin, by index. */
export type Openings = { readonly [K in keyof Indexes]: Indexes[K] extends Names<infer T> ? readonly Opening<T>[] : never };

/** Null for most words: nothing begins with them. */
export function createOpenings({ names, abbreviations, demonyms, phrases }: Indexes): (word: KnownWord) => Openings | null {
  return remembered(({ folded }) => {
    const readings = readingsOf(folded);
    const openings = {
      names: openingsIn(names, readings), abbreviations: openingsIn(abbreviations, readings), demonyms: openingsIn(demonyms, readings), phrases: openingsIn(phrases, readings),
    };
    return Object.values(openings).some((one) => one.length > 0) ? openings : null;
  });
}

export interface Match<T> {
  reading: Reading;
  length: number;
  key: string;
  values: readonly T[];
}

/** What a reading without a proclitic must be ahead of the word as written: وجدة is Oujda's name, and Jeddah's after و. */
const CUT_COST = 0.5;

/** The longest name of an index that begins at a word, over all readings of that word. `strength` settles ties. */
export function longest<T>(
  source: FieldText, at: number, openings: readonly Opening<T>[], index: Names<T>, strength: (values: readonly T[]) => number, never?: ReadonlySet<string>,
): Match<T> | null {
  let best: Match<T> | null = null;
  for (const reading of openings) {
    let key = reading.form;
    for (let length = 1; length <= reading.reach; length += 1) {
      if (length > 1) {
        const next = source.words[at + length - 1];
        if (!next || !source.joined[at + length - 2]) break;
        key += NAME_SEPARATOR + next.folded;
      }
      const values = length === 1 ? reading.alone : index.get(key);
      if (values.length === 0 || never?.has(key)) continue;
      if (!best || length > best.length || (length === best.length && strength(values) > strength(best.values) + reading.cut * CUT_COST)) {
        best = { reading, length, key, values };
      }
    }
  }
  return best;
}
