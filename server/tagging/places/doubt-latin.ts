import type { Candidate } from './candidate';
import type { Cues } from './cues';
import { neighbour, type Sighting } from './sighting';

/** A city of a million is what its name means in any text. */
const GREAT = 6;

/** Half the towns of English-speaking countries bear a family's name: without "in" before it, it may be the family. */
export function doubtOfLatin(sighting: Sighting, { place, prominence }: Candidate, cues: Cues): number {
  const isTown = (place.kind === 'city' || place.kind === 'district') && prominence < GREAT;
  return isTown && !sighting.key.includes(' ') && !cues.is('locative', neighbour(sighting, -1)) ? 1.8 : 0;
}
