import type { Place } from '../../../lib/place';
import type { Candidate } from './candidate';
import { isListed } from './lists';
import { isArabic } from './script';
import type { Sighting } from './sighting';

const BINDS = /^(?:,\s{1,2}|\s?\(|,?\s(?:in|en|à|in der|im)\s)$/u;
const MOST_CANDIDATES = 24;

/** Whether `outer` holds `inner`: province or country; of a county only its province is known. */
function holds(outer: Place, inner: Place): boolean {
  if (outer.id === inner.id) return false;
  if (inner.within.includes(outer.id)) return true;
  return outer.kind === 'admin2' && outer.country === inner.country && inner.kind === 'city' && inner.admin1 !== null && inner.admin1.code === outer.admin1?.code;
}

/** "California, Pennsylvania" and "China, Japan" are states and countries in a row, though towns of these names exist. */
function isOfList({ place, prominence }: Candidate, { candidates }: Sighting, outers: readonly Candidate[]): boolean {
  if (place.kind === 'admin1' || place.kind === 'country' || prominence >= GREAT) return false;
  return candidates.some((other) => other.prominence >= LARGE && outers.some((outer) => isPeer(other.place, outer.place)));
}

const isPeer = (a: Place, b: Place) => a.kind === b.kind && (a.kind === 'country' || (a.kind === 'admin1' && a.country === b.country));

/** "New York, New York" is a city; a state of a million stands for itself. */
const GREAT = 6;
const LARGE = 4.7;

/** "Paris, Texas", "Austin, in Scott County, Indiana": what each name means that the next one narrows, and what that one means then. */
export function bindings(sightings: readonly Sighting[]): Map<Sighting, readonly Candidate[]> {
  const bound = new Map<Sighting, readonly Candidate[]>();
  for (let i = sightings.length - 2; i >= 0; i -= 1) {
    const inner = sightings[i];
    const outer = sightings[i + 1];
    if (!inner || !outer || inner.source !== outer.source || inner.demonym !== null || outer.demonym !== null || isArabic(inner.key)) continue;
    if (outer.mention.start - inner.mention.end > 8 || !BINDS.test(inner.source.text.slice(inner.mention.end, outer.mention.start))) continue;
    const outers = (bound.get(outer) ?? outer.candidates).filter(({ place: { kind } }) => kind === 'admin1' || kind === 'country' || kind === 'admin2');
    const inners = inner.candidates.filter((one) => outers.some(({ place }) => holds(place, one.place)) && !isOfList(one, inner, outers));
    if (inners.length === 0) continue;
    bound.set(inner, inners);
    bound.set(outer, outers.filter((one) => inners.some(({ place }) => holds(one.place, place))));
  }
  return bound;
}

/** The country whose province a name means most likely. */
function ofProvince({ candidates }: Sighting): string | null {
  const [first, ...rest] = candidates;
  if (!first) return null;
  const { place } = rest.reduce((best, one) => (one.prominence > best.prominence ? one : best), first);
  return place.kind === 'admin1' ? place.country : null;
}

/** "Georgia, Alabama and Florida": beside a province stands another of its country. */
function peersOf(sightings: readonly Sighting[]): Map<Sighting, string> {
  const peers = new Map<Sighting, string>();
  sightings.forEach((sighting, i) => {
    const next = sightings[i + 1];
    if (!next || !isListed(sighting, next)) return;
    const [here, there] = [ofProvince(sighting), ofProvince(next)];
    if (there !== null) peers.set(sighting, there);
    if (here !== null) peers.set(next, here);
  });
  return peers;
}

/** Degrees of a side of the cells that stand for nearness. */
const CELL = 1.5;

const ROW = 1000;
const cellOf = (lat: number, lon: number) => Math.floor(lat / CELL) * ROW + Math.floor(lon / CELL);

/** A cell and those around it. */
function cellsAround({ lat, lon }: Place): number[] {
  const middle = cellOf(lat, lon);
  return [-ROW, 0, ROW].flatMap((row) => [middle + row - 1, middle + row, middle + row + 1]);
}

/** What the article's other names say for a place: how many of them likely lie in its province, and how many near it. */
export interface Support {
  country: number;
  province: number;
  near: number;
}

export interface Coherence {
  /** what this mention of the name can mean, where the name behind it, or behind another mention of it, narrows it */
  narrowed(sighting: Sighting): ReadonlySet<string> | null;
  support(key: string, place: Place): Support;
  /** whether it is a province in a row with others of its country */
  isPeer(sighting: Sighting, place: Place): boolean;
}

const provinceOf = ({ admin1, country }: Place) => (admin1 ? `${country}.${admin1.code}` : null);

/** Likelier by this factor a step of prominence: a city ten times as large. */
const STEEP = 2.2;

/** Shares of one name's candidates, by how prominent they are; they add up to 1. */
function shares(candidates: readonly Candidate[]): [Candidate, number][] {
  const top = [...candidates].sort((a, b) => b.prominence - a.prominence).slice(0, MOST_CANDIDATES);
  const weights = top.map(({ prominence }) => Math.pow(STEEP, prominence));
  const sum = weights.reduce((all, one) => all + one, 0);
  return top.map((candidate, i) => [candidate, (weights[i] ?? 0) / sum]);
}

/**
 * Every name votes, once, for the countries, the provinces and the neighbourhoods that it may lie in: of places that bear one name that is
 * likeliest which others stand around. Linear in the names and what they may mean.
 */
export function coherenceOf(sightings: readonly Sighting[]): Coherence {
  const bound = bindings(sightings);
  const peers = peersOf(sightings);
  const byKey = new Map<string, ReadonlySet<string>>();
  const candidates = new Map<string, readonly Candidate[]>();
  for (const sighting of sightings) {
    const narrowed = bound.get(sighting);
    if (narrowed && !byKey.has(sighting.key)) {
      byKey.set(sighting.key, new Set(narrowed.map(({ place }) => place.id)));
      candidates.set(sighting.key, narrowed);
    } else if (sighting.demonym === null && !candidates.has(sighting.key)) candidates.set(sighting.key, sighting.candidates);
  }
  const votes = new Map<string | number, number>();
  const own = new Map<string, Map<string | number, number>>();
  for (const [key, all] of candidates) {
    const mine = new Map<string | number, number>();
    for (const [{ place }, share] of shares(all)) {
      const province = provinceOf(place);
      if (place.country !== null) mine.set(place.country, (mine.get(place.country) ?? 0) + share);
      if (province !== null) mine.set(province, (mine.get(province) ?? 0) + share);
      if (place.kind !== 'country' && place.kind !== 'region' && place.kind !== 'admin1') {
        const cell = cellOf(place.lat, place.lon);
        mine.set(cell, (mine.get(cell) ?? 0) + share);
      }
    }
    for (const [where, share] of mine) votes.set(where, (votes.get(where) ?? 0) + share);
    own.set(key, mine);
  }
  const others = (key: string, where: string | number) => (votes.get(where) ?? 0) - (own.get(key)?.get(where) ?? 0);
  return {
    isPeer: (sighting, place) => place.kind === 'admin1' && peers.get(sighting) === place.country,
    narrowed: (sighting) => {
      const here = bound.get(sighting);
      return here ? new Set(here.map(({ place }) => place.id)) : (byKey.get(sighting.key) ?? null);
    },
    support: (key, place) => {
      const province = provinceOf(place);
      return {
        country: place.country === null ? 0 : others(key, place.country),
        province: province === null ? 0 : others(key, province),
        near: place.kind === 'country' || place.kind === 'region' ? 0 : cellsAround(place).reduce((sum, cell) => sum + others(key, cell), 0),
      };
    },
  };
}
