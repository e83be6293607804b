import type { PlaceKind, PlaceMention } from '../../../lib/place';
import type { FieldText } from '../article-text';
import type { Candidate } from './candidate';

/** A name found in a text, before it is known which place it means. */
export interface Sighting {
  mention: PlaceMention;
  source: FieldText;
  /** index of its first and last word in the source */
  first: number;
  last: number;
  /** the folded name that fired */
  key: string;
  /** folded letters glued to its front: و, ب, ول */
  cut: number;
  candidates: readonly Candidate[];
  /** the country of a demonym */
  demonym: string | null;
  /** the kind that a word beside it says it is: مدينة، محافظة، نهر before it, "province" behind it */
  trigger: PlaceKind | null;
  /** that word's number where it stands right before the name */
  triggerAt: number | null;
  /** what is left of the doubt whether it is a name at all; see guards.ts */
  doubt: number;
  /** a plain word too, and something before it or beside it says that it is a name here */
  introduced: boolean;
  /** countries of the names that stand in a list with it */
  company: ReadonlySet<string>;
}

/** As long as nobody has looked at what surrounds it. */
export const UNJUDGED: Pick<Sighting, 'doubt' | 'introduced' | 'company'> = { doubt: 0, introduced: false, company: new Set() };

/** The folded word `offset` words from the sighting's edge (−1 the one before, +1 the one after), within its sentence. */
export function neighbour(sighting: Sighting, offset: number): string {
  const { source, first, last } = sighting;
  const index = offset < 0 ? first + offset : last + offset;
  return source.sentence[index] === source.sentence[first] ? (source.words[index]?.folded ?? '') : '';
}

/** Whether only a space lies between the sighting and that neighbour: no comma, no quote. */
export function touches(sighting: Sighting, side: -1 | 1): boolean {
  return (side < 0 ? sighting.source.joined[sighting.first - 1] : sighting.source.joined[sighting.last]) === true;
}

/** The word before the name as its proclitic tells: whether a preposition of place is glued to it (بدمشق). */
export function glued(sighting: Sighting): string {
  return (sighting.source.words[sighting.first]?.folded ?? '').slice(0, sighting.cut);
}
