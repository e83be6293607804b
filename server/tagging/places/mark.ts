import type { RoleCue } from '../../../lib/place';
import { chainsOf, locates } from './chains';
import type { Cues } from './cues';
import { readMention, type Reading } from './read-mention';
import type { Resolved } from './resolve';
import type { CueHit, RoleCues } from './role-cues';
import type { Sighting } from './sighting';
import { surroundingsOf, type Preposition } from './surroundings';

/** What the words around a mention make of it. */
export interface Marked {
  role: Reading['role'] | null;
  rule: string | null;
  cue: RoleCue | null;
  preposition: Preposition | null;
  /** names joined to it, itself among them */
  listed: number;
  /** it tells where the place named right before it lies */
  locating: boolean;
}

function cueOf({ source }: Sighting, { role, rule, hit }: { role: string; rule: string; hit: CueHit | null }): RoleCue | null {
  const head = hit && source.words[hit.first];
  const tail = hit && source.words[hit.last];
  if (!head || !tail) return null;
  return { start: head.start, end: tail.end, phrase: source.text.slice(head.start, tail.end), rule: `${role}: ${rule}` };
}

/** What is said of the first of joined names, or behind the last, holds of all that it can hold of. */
function shared(readings: readonly (Reading | null)[], chain: readonly Resolved[], i: number): Reading | null {
  const own = readings[i] ?? null;
  if (own && own.role !== 'mentioned') return own;
  const one = chain[i];
  const [lead] = readings;
  const tail = readings.at(-1);
  const other = lead && lead.role !== 'mentioned' ? lead : tail?.behind ? tail : own ?? lead ?? null;
  if (!one || !other || (other.role === 'actor' && one.place.kind !== 'country' && !one.capital)) return own;
  return other;
}

/**
 * Reads every mention of an article.
 * @param datelines the sightings that are the article's dateline
 */
export function markMentions(resolved: readonly Resolved[], datelines: ReadonlySet<Sighting>, roleCues: RoleCues, cues: Cues): Map<Resolved, Marked> {
  const marks = new Map<Resolved, Marked>();
  let previous: Resolved | undefined;
  for (const chain of chainsOf(resolved)) {
    const arounds = chain.map(({ sighting }) => surroundingsOf(sighting, roleCues(sighting.source), cues));
    const read = chain.map((one, i) => { const around = arounds[i]; return around ? readMention(around, one, chain[i - 1] ?? previous) : null; });
    // "downturns in Spain and Italy eased": what hangs on a preposition is no subject
    const hangs = chain.length > 1 && arounds[0]?.preposition != null;
    const readings = hangs ? read.map((one) => (one?.behind ? null : one)) : read;
    chain.forEach((one, i) => {
      const before = chain[i - 1] ?? previous;
      const locating = before !== undefined && locates(one, before);
      const parent = before && locating ? marks.get(before) : undefined;
      const found = shared(readings, chain, i);
      const base = { preposition: arounds[i]?.preposition ?? null, listed: chain.length, locating };
      if (datelines.has(one.sighting)) marks.set(one, { ...base, role: 'dateline', rule: null, cue: null });
      else if (parent && parent.role !== 'dateline') marks.set(one, { ...base, role: parent.role, rule: parent.rule, cue: parent.cue });
      else marks.set(one, { ...base, role: found?.role ?? null, rule: found?.rule ?? null, cue: found ? cueOf(one.sighting, found) : null });
    });
    previous = chain.at(-1);
  }
  return marks;
}
