import type { Place } from '../../../lib/place';

/** What a row of the data files says of a place, whichever of its names is read. */
export interface Ranked {
  place: Place;
  /** on a scale of ten: decimal logarithm of the population for cities, by kind for the rest */
  prominence: number;
  capital: boolean;
  /** 0 where nobody counted; of a province the sum of its towns */
  population: number;
  /** GeoNames' feature code of a town (PPLA2: the seat of a district), '' for all else */
  feature: string;
}

/**
 * Which of a place's names a text holds: its label, another that a source or a person gives, or one made by rule from its
 * romanisation, which nobody vouches for.
 */
export type NameForm = 'main' | 'alias' | 'derived';

/** What a name may mean, and how likely it is that news means it. */
export interface Candidate extends Ranked {
  name: NameForm;
  /** the file of data/ that has the name */
  file: string;
}

/** The words of a name as it is looked up: folded, one space between them. */
export const NAME_SEPARATOR = ' ';
