import type { Sighting } from './sighting';

/** A city of 100,000, everything written by hand: what its name means needs no help. */
export const KNOWN = 5;

const JOINT = /^\s*(?:[،,/–-]\s*)?(?:و|and|et|ve)?\s*$/;
const LONGEST_JOINT = 6;
/** So many doubtful names of one country side by side vouch for each other. */
const ENOUGH = 3;

/** «حلب وإدلب»، «تربة، رنية»: only a comma or "and" stands between the two. */
export function isListed(before: Sighting, sighting: Sighting): boolean {
  if (before.source !== sighting.source) return false;
  const gap = before.source.text.slice(before.mention.end, sighting.mention.start);
  return gap.length <= LONGEST_JOINT && gap.trim() !== '' && JOINT.test(gap);
}

function listsOf(sightings: readonly Sighting[]): Sighting[][] {
  const lists: Sighting[][] = [];
  for (const sighting of sightings) {
    if (sighting.demonym !== null) continue;
    const list = lists.at(-1);
    const last = list?.at(-1);
    if (list && last && isListed(last, sighting)) list.push(sighting);
    else lists.push([sighting]);
  }
  return lists;
}

/** In a list of states: Benin, Mali and Togo are plain words too. */
export const STATES = '*';

const isState = ({ candidates }: Sighting) => candidates.some(({ place }) => place.kind === 'country');

/** The one country that a name without doubt can lie in. */
function certainCountry(sighting: Sighting): string | null {
  const countries = new Set(sighting.candidates.filter(({ prominence }) => prominence >= KNOWN).map(({ place }) => place.country));
  const [country] = countries;
  return countries.size === 1 ? (country ?? null) : null;
}

/** The country of the largest place that a name means: a great city has its namesakes in America. */
function largestCountry({ candidates }: Sighting): string | null {
  const most = Math.max(...candidates.map(({ prominence }) => prominence));
  return candidates.find(({ prominence }) => prominence === most)?.place.country ?? null;
}

function sharedCountries(list: readonly Sighting[]): string[] {
  const times = new Map<string, number>();
  for (const sighting of list) {
    const country = largestCountry(sighting);
    if (country !== null) times.set(country, (times.get(country) ?? 0) + 1);
  }
  return [...times].filter(([, n]) => n >= ENOUGH).map(([country]) => country);
}

/**
 * For each name of a list, the countries of those beside it that are beyond doubt. Names that are plain words too
 * (`isDoubtful`) count only where three of them share a country.
 */
export function companyOf(sightings: readonly Sighting[], isDoubtful: (sighting: Sighting) => boolean): Map<Sighting, ReadonlySet<string>> {
  const company = new Map<Sighting, ReadonlySet<string>>();
  for (const list of listsOf(sightings)) {
    if (list.length === 1) continue;
    const shared = sharedCountries(list);
    for (const sighting of list) {
      const others = list.filter((other) => other !== sighting && (other.trigger !== null || !isDoubtful(other)));
      company.set(sighting, new Set([...shared, ...(others.some(isState) ? [STATES] : []), ...others.flatMap((other) => certainCountry(other) ?? [])]));
    }
  }
  return company;
}
