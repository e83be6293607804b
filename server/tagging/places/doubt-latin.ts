import type { Candidate } from './candidate';
import type { Sighting } from './sighting';
import { LIKELY, SURE, type Signs } from './signs';

/** A city of a million is what its name means in any text. */
const GREAT = 6;
const DOUBT = 1.8;

/** Half the towns of English-speaking countries bear a family's name: unless something says that it is a place, it may be the family. */
export function doubtOfLatin(sighting: Sighting, { place, prominence }: Candidate, signs: Signs): number {
  const isTown = (place.kind === 'city' || place.kind === 'district') && prominence < GREAT;
  const best = signs.best(sighting.key);
  if (best === SURE) return -1;
  if (!isTown || sighting.key.includes(' ')) return 0;
  return best === LIKELY ? 0.7 : DOUBT;
}
