import type { Cues } from './cues';
import { neighbour, touches, type Sighting } from './sighting';

const LATIN = /^\p{Script=Latin}/u;
const CASED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
const CAPITAL = /^\p{Lu}/u;
const CAPITALISED = /^\p{Lu}\p{Ll}/u;
const SHORT = 3;

export const isCased = (word: string) => CASED.test(word);

/** In scripts with case a name is capitalised, and one of three letters or fewer is all capitals or in no small word's place. */
export function wellCased(phrase: string): boolean {
  if (!CASED.test(phrase)) return true;
  if (!CAPITAL.test(phrase)) return false;
  return phrase.length > SHORT || phrase === phrase.toUpperCase();
}

const nextWord = ({ source, last }: Sighting) => {
  const word = source.words[last + 1];
  return word ? source.text.slice(word.start, word.end) : '';
};

function partOfOrganisation(sighting: Sighting, cues: Cues): boolean {
  const before = neighbour(sighting, -1);
  if (touches(sighting, -1) && sighting.cut === 0) {
    if (cues.is('organisation-before', before)) return true;
    if (LATIN.test(before) && cues.is('organisation-before', `${neighbour(sighting, -2)} ${before}`)) return true;
  }
  if (!touches(sighting, 1)) return false;
  // in English the word must be capitalised: "Geneva Convention", but "a Geneva bank"
  const after = nextWord(sighting);
  return cues.is('organisation-after', neighbour(sighting, 1)) && (!LATIN.test(after) || CAPITALISED.test(after) || after === after.toUpperCase());
}

/** A given name before it, or a place that is a first name with a surname after it. */
function partOfPerson(sighting: Sighting, cues: Cues): boolean {
  if (touches(sighting, -1) && sighting.cut === 0 && sighting.trigger === null && cues.is('person-before', neighbour(sighting, -1))) {
    return LATIN.test(sighting.key) || !sighting.candidates.some((candidate) => candidate.place.kind === 'country');
  }
  if (!LATIN.test(sighting.key) || !touches(sighting, 1)) return false;
  return cues.is('first-name', sighting.key) && CAPITALISED.test(nextWord(sighting)) && nextWord(sighting).length > 3;
}

/** Whether a name in any but Arabic letters is part of something else's name. */
export function belongsToLatinName(sighting: Sighting, cues: Cues): boolean {
  return partOfOrganisation(sighting, cues) || partOfPerson(sighting, cues);
}
