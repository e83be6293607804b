import type { Place, PlaceAlternative } from '../../../lib/place';
import type { Candidate } from './candidate';
import type { Cues } from './cues';
import { bindings, coherenceOf, type Coherence } from './coherence';
import { doubtOfArabic, isWithinReach } from './doubt-arabic';
import { doubtOfLatin } from './doubt-latin';
import type { Gazetteer } from './gazetteer';
import { isArabic } from './script';
import { glued, type Sighting } from './sighting';
import { signsOf, type Signs } from './signs';
import { triggerBonus } from './triggers';

/** What the rest of the article says about where it plays. */
export interface Context {
  /** weight of each country: its own name, demonyms, places that can only lie there */
  countries: ReadonlyMap<string, number>;
  /** the largest of these weights; 0 where there is none */
  most: number;
  /** ids of provinces and countries that are named without doubt */
  named: ReadonlySet<string>;
  feedCountry: string | null;
  /** see Gazetteer and NotPlaces */
  vouched: Gazetteer['vouched'];
  shared: ReadonlySet<string>;
  cues: Cues;
  coherence: Coherence;
  signs: Signs;
}

export interface Resolved {
  sighting: Sighting;
  place: Place;
  capital: boolean;
  score: number;
  alternatives: PlaceAlternative[];
}

/** Above this a place needs no help of its surroundings: a city of 100,000, everything written by hand. */
const KNOWN = 5;
/** Names of two letters, and what only a proclitic's removal made a name, are doubtful. */
const DOUBT = 1;
/** «صنعاء وعدن وذمار»: a town that stands in a list with others of its country. */
const IN_LIST = 1.2;

function countryWeight(country: string | null, { countries, feedCountry }: Context): number {
  if (country === null) return 0;
  return (countries.get(country) ?? 0) + (feedCountry === country ? 0.7 : 0);
}

/** What the country that the article speaks of most is ahead of others, between places of one name. */
const FOCUS = 1.5;

/** A country's weight beside that of the one most spoken of, 0…1; the feed's country is no evidence here. */
function shareOf(country: string | null, { countries, most }: Context): number {
  return country === null || most === 0 ? 0 : (countries.get(country) ?? 0) / most;
}

const LATIN = /^\p{Script=Latin}/u;

function doubtOfSpelling(sighting: Sighting, candidate: Candidate, context: Context): number {
  const { key, trigger } = sighting;
  if (context.vouched.has(key)) return 0;
  if (isArabic(key)) return doubtOfArabic(sighting, candidate);
  return trigger === null && LATIN.test(key) ? doubtOfLatin(sighting, candidate, context.signs) : 0;
}

function doubtOfForm({ key, cut }: Sighting): number {
  const short = key.length <= 2 ? 2 * DOUBT : key.length === 3 ? DOUBT / 2 : 0;
  return short + (cut > 0 ? DOUBT / 2 : 0) - (key.includes(' ') ? DOUBT : 0);
}

interface Rating {
  /** what makes a place believable at all: a village doesn't become likely because its country is named thrice */
  ground: number;
  /** what decides between places of one name: there the country counts for more */
  rank: number;
}

/** A name that the one behind it narrows means nothing else. */
const NARROWED = 8;
/** What the other names of the article add at most: to be believed, to be chosen. */
const MOST_GROUND = 2.2;

/** A province in a row with others of its country. */
const IN_ROW = 3;

/** What a source gives as another name of a place (Berea of Aleppo) is seldom meant where a place is called that. */
function doubtOfAlias({ name, file, place }: Candidate, { candidates }: Sighting): number {
  if (name === 'main' || file.startsWith('hand/')) return 0;
  return candidates.some((other) => other.name === 'main' || other.file.startsWith('hand/')) ? 3 : place.kind === 'country' ? 0 : 1;
}

/** Towns of one name are told apart by what else the article names: its country, then its province, then what lies around. */
function rateAmongOthers(own: number, weight: number, candidate: Candidate, sighting: Sighting, { coherence }: Context): Rating {
  const { place } = candidate;
  const narrowed = coherence.narrowed(sighting);
  const fits = narrowed === null ? 0 : narrowed.has(place.id) ? NARROWED / 2 : -NARROWED;
  const { country, province, near } = coherence.support(sighting.key, place);
  const closeness = Math.min(2.5, province) * 1.2 + Math.min(2, near) * 0.7;
  const alias = doubtOfAlias(candidate, sighting);
  const peer = coherence.isPeer(sighting, place) ? IN_ROW : 0;
  return {
    ground: own + fits + Math.min(MOST_GROUND, weight * 0.5 + closeness * 0.6) - Math.min(1, alias),
    rank: own + fits + Math.min(3.5, Math.max(weight, country) * 1.1) + closeness - alias + peer,
  };
}

function rate(candidate: Candidate, sighting: Sighting, context: Context): Rating {
  const { place } = candidate;
  const parent = place.kind !== 'country' && place.within.some((id) => /^\d+$/.test(id) && context.named.has(id)) ? 1 : 0;
  const own = candidate.prominence + parent + triggerBonus(candidate, sighting.trigger) - sighting.doubt - doubtOfForm(sighting)
    - doubtOfSpelling(sighting, candidate, context) + (place.country !== null && sighting.company.has(place.country) ? IN_LIST : 0);
  const weight = countryWeight(place.country, context);
  if (!isArabic(sighting.key)) return rateAmongOthers(own, weight, candidate, sighting, context);
  if (!isWithinReach(candidate, sighting)) return { ground: own + Math.min(2, weight * 0.8), rank: own };
  return { ground: own + Math.min(2, weight * 0.8), rank: own + Math.min(3, weight * 1.2) + FOCUS * shareOf(place.country, context) };
}

/** From ratings to 0…1: how far the best stands above what is needed at all, and above the next. */
function confidence(ground: number, margin: number): number {
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
  return Number((sigmoid(ground - KNOWN + 1) * sigmoid(margin)).toFixed(3));
}

/** What is less likely than this beside the best is not worth offering. */
const LEAST_ALTERNATIVE = 0.03;
const MOST_ALTERNATIVES = 4;

/** The next best, on the scale of the best one's score. `rated` is sorted, best first. */
function alternativesOf(rated: readonly (Rating & { candidate: Candidate })[]): PlaceAlternative[] {
  const [first, ...others] = rated;
  if (!first) return [];
  return others.slice(0, MOST_ALTERNATIVES).flatMap(({ ground, rank, candidate: { place: { id, name, country, kind } } }) => {
    const score = confidence(ground, rank - first.rank);
    return score >= LEAST_ALTERNATIVE && id !== first.candidate.place.id ? [{ id, name, country, kind, score }] : [];
  });
}

function best(sighting: Sighting, candidates: readonly Candidate[], context: Context): (Resolved & Rating) | null {
  const rated = candidates.map((candidate) => ({ candidate, ...rate(candidate, sighting, context) })).sort((a, b) => b.rank - a.rank);
  const [first, next] = rated;
  if (!first) return null;
  const { ground, rank, candidate: { place, capital } } = first;
  return { sighting, place, capital, ground, rank, score: confidence(ground, rank - (next?.rank ?? 0)), alternatives: alternativesOf(rated) };
}

/** The place that a name means in this article, or null where its best candidate is not likely enough. */
export function resolve(sighting: Sighting, context: Context): Resolved | null {
  const shared = context.shared.has(sighting.key);
  const found = best(sighting, sighting.candidates.filter(({ place }) => !shared || countryWeight(place.country, context) > 0), context);
  return found && found.ground >= KNOWN ? found : null;
}

/** The likeliest place of a name that is known to mean one; null where it has no candidate. */
export function mostLikely(sighting: Sighting, context: Context): Resolved | null {
  return best(sighting, sighting.candidates, context);
}

/** What is no village; or all of it where a province is the best: few people live in some. */
function likelyOf({ candidates }: Sighting): readonly Candidate[] {
  const known = candidates.filter(({ prominence }) => prominence >= KNOWN);
  return known.length > 0 || !candidates.some(({ place }) => place.kind === 'admin1') ? known : candidates;
}

/** A name that can mean but one country, or a demonym, tells of the article; one glued to ك ("like Paris") less. */
export function contextOf(sightings: readonly Sighting[], gazetteer: Pick<Gazetteer, 'vouched' | 'notPlaces' | 'cues'>, feedCountry: string | null): Context {
  const { vouched, cues, notPlaces: { shared } } = gazetteer;
  const countries = new Map<string, number>();
  const named = new Set<string>();
  const add = (country: string, weight: number) => countries.set(country, (countries.get(country) ?? 0) + weight);
  for (const sighting of sightings) {
    if (shared.has(sighting.key) || sighting.doubt > 0) continue;
    if (sighting.demonym) add(sighting.demonym, 0.7);
    const likely = likelyOf(sighting);
    const found = new Set(likely.map((candidate) => candidate.place.country));
    const [country] = found;
    if (found.size !== 1 || !country || glued(sighting).endsWith('ك')) continue;
    add(country, likely.some((candidate) => candidate.place.kind === 'country') ? 1 : 0.7);
    for (const { place } of likely) if (place.kind === 'admin1' || place.kind === 'country') named.add(place.id);
  }
  const coherence = coherenceOf(sightings);
  return { countries, most: Math.max(0, ...countries.values()), named, feedCountry, vouched, shared, cues, coherence, signs: signsOf(sightings, new Set(bindings(sightings).keys()), cues) };
}
