import { fold } from '../../../lib/text/fold';
import { list, readTable } from '../tables';
import { keyOf, NameIndex } from './name-index';

/** Names that mislead; see data/hand/not-places.tsv. */
export interface NotPlaces {
  /** plain words that are also called somewhere: no place, whatever stands beside them */
  never: ReadonlySet<string>;
  /** a place only where a word before them says so */
  soft: ReadonlySet<string>;
  /** longer names that hold a place's name: organisations, papers, clubs, treaties */
  phrases: NameIndex<true>;
}

export function loadNotPlaces(): NotPlaces {
  const never = new Set<string>();
  const soft = new Set<string>();
  const phrases = new NameIndex<true>();
  for (const [kind, names] of readTable('hand/not-places.tsv', 2)) {
    for (const name of list(names)) {
      if (kind === 'phrase') phrases.add(name, true);
      else (kind === 'soft' ? soft : never).add(keyOf(fold(name)));
    }
  }
  return { never, soft, phrases };
}
