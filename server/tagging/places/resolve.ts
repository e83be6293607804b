import type { Place, PlaceKind } from '../../../lib/place';
import type { Candidate } from './candidate';
import type { Gazetteer } from './gazetteer';
import { glued, type Sighting } from './sighting';

/** What the rest of the article says about where it plays. */
export interface Context {
  /** weight of each country: its own name, demonyms, places that can only lie there */
  countries: ReadonlyMap<string, number>;
  /** ids of provinces and countries that are named without doubt */
  named: ReadonlySet<string>;
  feedCountry: string | null;
  /** see Gazetteer and NotPlaces */
  vouched: ReadonlySet<string>;
  shared: ReadonlySet<string>;
}

export interface Resolved {
  sighting: Sighting;
  place: Place;
  capital: boolean;
  score: number;
}

/** Above this a place needs no help of its surroundings: a city of 100,000, everything written by hand. */
const KNOWN = 5;
/** Names of two letters, and what only a proclitic's removal made a name, are doubtful. */
const DOUBT = 1;

const SAME_KIND: Partial<Record<PlaceKind, readonly PlaceKind[]>> = {
  city: ['city', 'district'], admin1: ['admin1', 'admin2', 'region'], admin2: ['admin2', 'admin1', 'city'], country: ['country'],
  water: ['water'], site: ['site'], district: ['district', 'city'],
};

function countryBonus(country: string | null, { countries, feedCountry }: Context): number {
  if (country === null) return 0;
  const weight = countries.get(country) ?? 0;
  return Math.min(2, weight * 0.8) + (feedCountry === country ? 0.6 : 0);
}

function triggerBonus(candidate: Candidate, trigger: PlaceKind | null): number {
  if (trigger === null) return 0;
  return (SAME_KIND[trigger] ?? []).includes(candidate.place.kind) ? 2.5 : -0.5;
}

const ARABIC = /^[\u0621-\u06ff]/;
const ARABIC_SPEAKING = new Set('AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE EH'.split(' '));

/**
 * A place abroad in Arabic letters is a transcription, and short ones are spelt like plain words (Van: وأن, Ulm: ألم).
 * At home a name of three letters is often a word too.
 */
function doubtOfSpelling({ key, trigger }: Sighting, country: string | null, vouched: ReadonlySet<string>): number {
  if (trigger !== null || vouched.has(key) || !ARABIC.test(key) || key.includes(' ')) return 0;
  if (country !== null && ARABIC_SPEAKING.has(country)) return key.length <= 3 ? 2 : key.length === 4 ? 0.7 : 0;
  return key.length <= 4 ? 3 : 1.5;
}

function doubtOfForm({ key, cut }: Sighting): number {
  const short = key.length <= 2 ? 2 * DOUBT : key.length === 3 ? DOUBT / 2 : 0;
  return short + (cut > 0 ? DOUBT / 2 : 0) - (key.includes(' ') ? DOUBT : 0);
}

function rate(candidate: Candidate, sighting: Sighting, context: Context): number {
  const { place } = candidate;
  const parent = place.kind !== 'country' && place.within.some((id) => /^\d+$/.test(id) && context.named.has(id)) ? 1 : 0;
  return candidate.prominence + countryBonus(place.country, context) + parent + triggerBonus(candidate, sighting.trigger) - doubtOfForm(sighting)
    - doubtOfSpelling(sighting, place.country, context.vouched);
}

/** From ratings to 0…1: how far the best stands above the next, and above what is needed at all. */
function confidence(best: number, next: number): number {
  const margin = 1 / (1 + Math.exp(-(best - next)));
  const ground = 1 / (1 + Math.exp(-(best - KNOWN + 1)));
  return Number((margin * ground).toFixed(3));
}

/** The place that a name means in this article, or null where none of its candidates is likely enough. */
export function resolve(sighting: Sighting, context: Context): Resolved | null {
  let best: Candidate | null = null;
  let top = -Infinity;
  let next = -Infinity;
  const shared = context.shared.has(sighting.key);
  for (const candidate of sighting.candidates) {
    if (shared && countryBonus(candidate.place.country, context) === 0) continue;
    const rating = rate(candidate, sighting, context);
    if (rating > top) [best, top, next] = [candidate, rating, top];
    else if (rating > next) next = rating;
  }
  if (!best || top < KNOWN) return null;
  return { sighting, place: best.place, capital: best.capital, score: confidence(top, Math.max(next, 0)) };
}

/** A name that can mean but one country, or a demonym, tells of the article; one glued to ك ("like Paris") less. */
export function contextOf(sightings: readonly Sighting[], gazetteer: Pick<Gazetteer, 'vouched' | 'notPlaces'>, feedCountry: string | null): Context {
  const { vouched, notPlaces: { shared } } = gazetteer;
  const countries = new Map<string, number>();
  const named = new Set<string>();
  const add = (country: string, weight: number) => countries.set(country, (countries.get(country) ?? 0) + weight);
  for (const sighting of sightings) {
    if (shared.has(sighting.key)) continue;
    if (sighting.demonym) add(sighting.demonym, 0.7);
    const likely = sighting.candidates.filter((candidate) => candidate.prominence >= KNOWN);
    const found = new Set(likely.map((candidate) => candidate.place.country));
    const [country] = found;
    if (found.size !== 1 || !country || glued(sighting).endsWith('ك')) continue;
    add(country, likely.some((candidate) => candidate.place.kind === 'country') ? 1 : 0.7);
    for (const { place } of likely) if (place.kind === 'admin1' || place.kind === 'country') named.add(place.id);
  }
  return { countries, named, feedCountry, vouched, shared };
}
