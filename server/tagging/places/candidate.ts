import type { Place } from '../../../lib/place';

/** What a name may mean, and how likely it is that news means it. */
export interface Candidate {
  place: Place;
  /** on a scale of ten: decimal logarithm of the population for cities, by kind for the rest */
  prominence: number;
  capital: boolean;
}

/** The words of a name as it is looked up: folded, one space between them. */
export const NAME_SEPARATOR = ' ';
