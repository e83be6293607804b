import { list, readTable } from '../tables';
import { keyOf, NameIndex } from './name-index';

/** Names that mislead; see data/hand/not-places.tsv. */
export interface NotPlaces {
  /** plain words that are also called somewhere: no place, whatever stands beside them */
  never: ReadonlySet<string>;
  /** a place only where a trigger of its own kind stands before them (محافظة الشرقية), or in a list of places of its country */
  strict: ReadonlySet<string>;
  /** a place only where a word before them says so */
  soft: ReadonlySet<string>;
  /** words with a pronoun where ه stands for the name's ta marbuta: جده */
  ha: ReadonlySet<string>;
  /** names of several countries (المملكة): one only where something else speaks of that country */
  shared: ReadonlySet<string>;
  /** longer names that hold a place's name: organisations, papers, clubs, treaties */
  phrases: NameIndex<true>;
}

export function loadNotPlaces(): NotPlaces {
  const sets = { never: new Set<string>(), strict: new Set<string>(), soft: new Set<string>(), ha: new Set<string>(), shared: new Set<string>() };
  const phrases = new NameIndex<true>();
  for (const [kind = '', names] of readTable('hand/not-places.tsv', 2)) {
    for (const name of list(names)) {
      if (kind === 'phrase') phrases.add(name, true);
      else if (kind === 'never' || kind === 'strict' || kind === 'soft' || kind === 'ha' || kind === 'shared') sets[kind].add(keyOf(name));
      else throw new Error(`data/hand/not-places.tsv: "${kind}" is none of never, strict, soft, ha, shared, phrase`);
    }
  }
  return { ...sets, phrases };
}
