import type { PlaceRole, RoleCue } from '../../../lib/place';
import type { Cues } from './cues';
import type { Resolved } from './resolve';
import { glued, neighbour, touches, type Sighting } from './sighting';

/** What one mention says: null where nothing marks it. */
export type MentionRole = Exclude<PlaceRole, 'about' | 'mentioned'> | null;

/** How far back, in words of the same sentence, a cue reaches. */
const VENUE_REACH = 9;
const ACT_REACH = 4;
const PREPOSITIONS = new Set(['في', 'من', 'الي', 'علي', 'عن', 'in', 'from', 'to', 'at', 'of', 'on', 'near', 'داخل', 'a', 'en', 'de']);

/** Words of a cue, as offsets from the sighting's edge. */
interface Found {
  role: Exclude<MentionRole, null>;
  rule: string;
  /** first and last word of the cue in the sighting's source; null where the place in the text is the cue */
  words: readonly [number, number] | null;
}

/** What marks one mention, and the words that do. */
export interface Marked {
  role: MentionRole;
  cue: RoleCue | null;
}

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
function venue({ sighting, place }: Resolved, cues: Cues): Found | null {
  if (place.kind === 'region' || place.kind === 'water') return null;
  const { first, last } = sighting;
  const words = before(sighting, VENUE_REACH);
  const [previous = ''] = words;
  const found = (rule: string, at: number): Found => ({ role: 'venue', rule, words: [at, at] });
  if (place.kind !== 'country' && sighting.cut === 0 && touches(sighting, -1) && cues.is('venue', previous)) return found('held there', first - 1);
  if (place.kind !== 'country' && touches(sighting, 1) && /^[a-zà-ÿ]/.test(sighting.key) && cues.is('venue', neighbour(sighting, 1))) return found('held there', last + 1);
  const at = words.findIndex((word) => cues.is('venue', word));
  return at >= 0 && isAt(sighting, previous) ? found('held in', first - 1 - at) : null;
}

/** «تدعم روسيا», «واشنطن تنفي», "Washington denies", «بالتنسيق مع إيران»: only states and capitals act. */
function actor({ sighting, place, capital }: Resolved, cues: Cues): Found | null {
  if (place.kind !== 'country' && !capital) return null;
  const { first, last } = sighting;
  const found = (rule: string, from: number, to = from): Found => ({ role: 'actor', rule, words: [from, to] });
  if (cues.acts(neighbour(sighting, 1))) return found('acts', last + 1);
  const words = before(sighting, ACT_REACH);
  const [previous = '', second = ''] = words;
  if (cues.is('acts-with', `${second} ${previous}`)) return found('acts with', first - 2, first - 1);
  if (cues.is('acts-with', previous)) return found('acts with', first - 1);
  if (/[بلك]$/.test(glued(sighting)) || PREPOSITIONS.has(previous)) return null;
  const at = words.slice(0, 3).findIndex((word) => cues.acts(word) && /[\u0621-\u064a]/.test(word));
  return at >= 0 ? found('acts', first - 1 - at) : null;
}

/** «روسيا وإيران وتركيا»: what holds of the first holds of those joined to it. */
function isJoined(previous: Resolved | undefined, current: Resolved): boolean {
  if (!previous || previous.sighting.source !== current.sighting.source) return false;
  const gap = current.sighting.first - previous.sighting.last;
  return (gap === 1 && glued(current.sighting) === 'و') || (gap === 2 && ['and', 'et', 've', 'و'].includes(neighbour(current.sighting, -1)));
}

function cueOf({ source }: Sighting, { role, rule, words }: Found): RoleCue | null {
  const [from, to] = words ?? [];
  const head = from === undefined ? undefined : source.words[from];
  const tail = to === undefined ? undefined : source.words[to];
  if (!head || !tail) return null;
  return { start: head.start, end: tail.end, phrase: source.text.slice(head.start, tail.end), rule: `${role}: ${rule}` };
}

const UNMARKED: Marked = { role: null, cue: null };
const IN_DATELINE: Marked = { role: 'dateline', cue: null };

export function markMentions(resolved: readonly Resolved[], datelines: ReadonlySet<Sighting>, cues: Cues): Map<Resolved, Marked> {
  const marks = new Map<Resolved, Marked>();
  let previous: Resolved | undefined;
  for (const current of resolved) {
    const found = venue(current, cues) ?? actor(current, cues);
    const inherited = (isJoined(previous, current) && previous ? marks.get(previous) : null) ?? UNMARKED;
    const marked = datelines.has(current.sighting) ? IN_DATELINE
      : found ? { role: found.role, cue: cueOf(current.sighting, found) }
      : inherited.role !== 'dateline' ? inherited : UNMARKED;
    const isState = current.place.kind === 'country' || current.capital;
    marks.set(current, marked.role === 'actor' && !isState ? UNMARKED : marked);
    previous = current;
  }
  return marks;
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
