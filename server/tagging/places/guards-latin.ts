import type { Cues } from './cues';
import { bindings } from './coherence';
import { SURE, signsOf, surnamesOf } from './signs';
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

const isInitial = ({ source, first }: Sighting) => {
  const word = source.words[first - 1];
  return word !== undefined && /^\p{Lu}\.?\s?$/u.test(source.text.slice(word.start, source.words[first]?.start));
};

/** A given name, a title or an initial before it; or it is a given name itself, with a surname after it. */
function partOfPerson(sighting: Sighting, surnames: ReadonlySet<string>, cues: Cues): boolean {
  if (touches(sighting, -1) && sighting.trigger === null) {
    const before = neighbour(sighting, -1);
    if (cues.is('person-before', before) || isInitial(sighting)) return true;
    if (cues.is('given-name', before) && CAPITAL.test(sighting.source.text.charAt(sighting.source.words[sighting.first - 1]?.start ?? 0))) return true;
  }
  if (!touches(sighting, 1) || !(cues.is('given-name', sighting.key) || cues.is('first-name', sighting.key))) return false;
  const after = nextWord(sighting);
  if (!CAPITALISED.test(after) && after !== after.toUpperCase()) return false;
  return surnames.has(neighbour(sighting, 1)) || (after.length > 3 && !cues.is('place-after', neighbour(sighting, 1)));
}

/** Big enough to be meant by its name alone, though people bear it too. */
const BEYOND = 6.2;

/**
 * Which sightings of an article, in letters with case, are no place: part of an organisation's or a person's name, a surname that the
 * article introduces, or a plain word or given name that nothing in the article says is a place.
 */
export function createLatinGuard(sightings: readonly Sighting[], isPlain: (sighting: Sighting) => boolean, cues: Cues): (sighting: Sighting) => boolean {
  const bound = bindings(sightings);
  const signs = signsOf(sightings, new Set(bound.keys()), cues);
  const surnames = new Map([...new Set(sightings.map(({ source }) => source))].map((source) => [source, surnamesOf(source, cues)]));
  const all = new Set([...surnames.values()].flatMap((names) => [...names]));
  return (sighting) => {
    if (bound.has(sighting)) return false;
    if (partOfOrganisation(sighting, cues) || partOfPerson(sighting, all, cues)) return true;
    const sign = signs.of(sighting);
    if (all.has(sighting.key) && sign < SURE) return true;
    const isGiven = cues.is('given-name', sighting.key) && !sighting.candidates.some(({ place, prominence }) => place.kind === 'country' || prominence >= BEYOND);
    return (isGiven || isPlain(sighting)) && signs.best(sighting.key) < SURE;
  };
}
