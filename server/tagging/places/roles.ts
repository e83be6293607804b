import type { PlaceRole } from '../../../lib/place';
import type { Cues } from './cues';
import type { Resolved } from './resolve';
import { glued, neighbour, touches, type Sighting } from './sighting';

/** What one mention says: null where nothing marks it. */
export type MentionRole = Exclude<PlaceRole, 'about' | 'mentioned'> | null;

/** How far back, in words of the same sentence, a cue reaches. */
const VENUE_REACH = 9;
const ACT_REACH = 4;
const PREPOSITIONS = new Set(['في', 'من', 'الي', 'علي', 'عن', 'in', 'from', 'to', 'at', 'of', 'on', 'near', 'داخل', 'a', 'en', 'de']);

function before(sighting: Sighting, reach: number): string[] {
  const words: string[] = [];
  for (let offset = 1; offset <= reach; offset += 1) {
    const word = neighbour(sighting, -offset);
    if (word === '') break;
    words.push(word);
  }
  return words;
}

const isAt = (sighting: Sighting, previous: string | undefined) =>
  glued(sighting).endsWith('ب') || ['في', 'in', 'at', 'a', 'en', 'العاصمه', 'مدينه', 'بمدينه', 'بالعاصمه'].includes(previous ?? '');

/** «محادثات في أستانا», «محادثات أستانا», "talks in Geneva", "Geneva talks". */
function isVenue({ sighting, place }: Resolved, cues: Cues): boolean {
  if (place.kind === 'region' || place.kind === 'water') return false;
  const words = before(sighting, VENUE_REACH);
  const [previous = ''] = words;
  if (place.kind !== 'country' && sighting.cut === 0 && touches(sighting, -1) && cues.is('venue', previous)) return true;
  if (place.kind !== 'country' && touches(sighting, 1) && /^[a-zà-ÿ]/.test(sighting.key) && cues.is('venue', neighbour(sighting, 1))) return true;
  return isAt(sighting, previous) && words.some((word) => cues.is('venue', word));
}

/** «تدعم روسيا», «واشنطن تنفي», "Washington denies", «بالتنسيق مع إيران»: only states and capitals act. */
function isActor({ sighting, place, capital }: Resolved, cues: Cues): boolean {
  if (place.kind !== 'country' && !capital) return false;
  if (cues.acts(neighbour(sighting, 1))) return true;
  const words = before(sighting, ACT_REACH);
  const [previous = '', second = ''] = words;
  if (cues.is('acts-with', `${second} ${previous}`) || cues.is('acts-with', previous)) return true;
  if (/[بلك]$/.test(glued(sighting)) || PREPOSITIONS.has(previous)) return false;
  return words.slice(0, 3).some((word) => cues.acts(word) && /[\u0621-\u064a]/.test(word));
}

/** «روسيا وإيران وتركيا»: what holds of the first holds of those joined to it. */
function isJoined(previous: Resolved | undefined, current: Resolved): boolean {
  if (!previous || previous.sighting.source !== current.sighting.source) return false;
  const gap = current.sighting.first - previous.sighting.last;
  return (gap === 1 && glued(current.sighting) === 'و') || (gap === 2 && ['and', 'et', 've', 'و'].includes(neighbour(current.sighting, -1)));
}

export function mentionRoles(resolved: readonly Resolved[], datelines: ReadonlySet<Sighting>, cues: Cues): Map<Resolved, MentionRole> {
  const roles = new Map<Resolved, MentionRole>();
  let previous: Resolved | undefined;
  for (const current of resolved) {
    const inherited = isJoined(previous, current) && previous ? (roles.get(previous) ?? null) : null;
    const role: MentionRole = datelines.has(current.sighting) ? 'dateline'
      : isVenue(current, cues) ? 'venue'
      : isActor(current, cues) ? 'actor'
      : inherited !== 'dateline' ? inherited : null;
    const isState = current.place.kind === 'country' || current.capital;
    roles.set(current, role === 'actor' && !isState ? null : role);
    previous = current;
  }
  return roles;
}

/** Where the mentions of one place stand. */
export interface Standing {
  /** mentions that no cue claims */
  free: number;
  freeInTitle: boolean;
  freeInLead: boolean;
  roles: ReadonlySet<MentionRole>;
  total: number;
  inFocus: boolean;
}

/** One role a place, the strongest that fits the whole article. */
export function placeRole(standing: Standing): PlaceRole {
  const { free, freeInTitle, freeInLead, roles, total, inFocus } = standing;
  const claimed = roles.has('venue') || roles.has('actor');
  if (freeInTitle && inFocus) return 'about';
  if (!claimed && inFocus && (freeInLead || free >= 2)) return 'about';
  if (claimed && inFocus && free >= 3 && free * 2 > total) return 'about';
  if (!claimed && (freeInTitle || free >= 4)) return 'about';
  if (roles.has('venue')) return 'venue';
  if (roles.has('actor')) return 'actor';
  if (roles.has('dateline') && free === 0) return 'dateline';
  return 'mentioned';
}
