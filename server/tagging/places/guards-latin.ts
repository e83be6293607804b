import type { Cues } from './cues';
import { bindings } from './coherence';
import { SURE, signsOf, smallWordsOf, surnamesOf, type Signs } from './signs';
import { neighbour, touches, type Sighting } from './sighting';

const LATIN = /^\p{Script=Latin}/u;
const CASED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
const CAPITAL = /^\p{Lu}/u;
const CAPITALISED = /^\p{Lu}\p{Ll}/u;
const SHORT = 3;

export const isCased = (word: string) => CASED.test(word);

export const isSmall = (letter: string) => CASED.test(letter) && !CAPITAL.test(letter);

/** In scripts with case a name is capitalised, and one of three letters or fewer is all capitals or in no small word's place. */
export function wellCased(phrase: string): boolean {
  if (!CASED.test(phrase)) return true;
  if (isSmall(phrase)) return false;
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
  return word !== undefined && /^(?:\p{Lu}\.|(?![AI])\p{Lu})\s?$/u.test(source.text.slice(word.start, source.words[first]?.start));
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

/** A province of a million bears its name before all families do. */
const isProvince = ({ candidates }: Sighting) => candidates.some(({ place, population }) => place.kind === 'admin1' && population >= 1e6);

/** "US$5", "$US 5" */
const isCurrency = ({ source: { text }, mention: { start, end } }: Sighting) => text.charAt(end) === '$' || text.charAt(start - 1) === '$';

/** "Paris Street", "809 Queens Ave." is a street somewhere else. */
const isStreet = (sighting: Sighting, cues: Cues) =>
  touches(sighting, 1) && cues.is('street', neighbour(sighting, 1)) && (CAPITALISED.test(nextWord(sighting)) || nextWord(sighting) === nextWord(sighting).toUpperCase());

/** "the Reston virus", "Marburg fever"; what bears a country's name is that country's own. */
const isSickness = (sighting: Sighting, cues: Cues) =>
  touches(sighting, 1) && cues.is('sickness', neighbour(sighting, 1)) && sighting.candidates.every(({ place }) => place.kind !== 'country');

/** Big enough to be meant by its name alone, though people bear it too. */
const BEYOND = 6.2;

/** What a whole article says of its names. */
interface ArticleNames {
  /** those that a province or country right behind them confirms */
  bound: ReadonlyMap<Sighting, unknown>;
  signs: Signs;
  surnames: ReadonlySet<string>;
  /** the words that it writes small somewhere */
  small: ReadonlySet<string>;
}

function readNames(sightings: readonly Sighting[], cues: Cues): ArticleNames {
  const bound = bindings(sightings);
  const sources = [...new Set(sightings.map(({ source }) => source))];
  return {
    bound, signs: signsOf(sightings, new Set(bound.keys()), cues),
    surnames: new Set(sources.flatMap((source) => [...surnamesOf(source, cues)])),
    small: new Set(sources.flatMap((source) => [...smallWordsOf(source)])),
  };
}

/**
 * Which sightings of an article, in letters with case, are no place: part of an organisation's or a person's name, a surname that the
 * article introduces, or a plain word or given name that nothing in the article says is a place.
 */
export function createLatinGuard(sightings: readonly Sighting[], isPlain: (sighting: Sighting) => boolean, cues: Cues): (sighting: Sighting) => boolean {
  // an article in Arabic never asks
  let read: ArticleNames | null = null;
  return (sighting) => {
    read ??= readNames(sightings, cues);
    const { bound, signs, surnames, small } = read;
    if (bound.has(sighting)) return false;
    if (isCurrency(sighting) || isSickness(sighting, cues) || isStreet(sighting, cues)) return true;
    if (partOfOrganisation(sighting, cues) || partOfPerson(sighting, surnames, cues)) return true;
    const sign = signs.of(sighting);
    if (surnames.has(sighting.key) && sign < SURE) return true;
    const isGiven = cues.is('given-name', sighting.key) && !sighting.candidates.some(({ place, prominence }) => place.kind === 'country' || prominence >= BEYOND);
    // what the article writes small too proves nothing by its capital, not even behind "in"
    if (small.has(sighting.key) && sighting.mention.phrase !== sighting.mention.phrase.toUpperCase()) return true;
    return (isGiven || (isPlain(sighting) && !isProvince(sighting))) && signs.best(sighting.key) < SURE;
  };
}

/** Offices and titles of a state: what stands behind a demonym is that state's own, and no name of something else. */
const OFFICE = /^(?:president|prime|minister|ministry|foreign|defense|defence|interior|health|government|parliament|army|navy|air|king|queen|chancellor|ambassador|embassy|supreme|senate|police)$/;

/**
 * "American Red Cross", "British Veterinary Association", "Monica French": a demonym that is part of an organisation's or a person's name
 * names nobody's country. It still tells of it; it is only not listed.
 */
export function isNamePart(demonym: Sighting, cues: Cues): boolean {
  if (!LATIN.test(demonym.key)) return false;
  if (touches(demonym, -1) && (cues.is('given-name', neighbour(demonym, -1)) || cues.is('person-before', neighbour(demonym, -1)))) return true;
  return touches(demonym, 1) && CAPITALISED.test(nextWord(demonym)) && !OFFICE.test(neighbour(demonym, 1));
}
