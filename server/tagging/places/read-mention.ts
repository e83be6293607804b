import type { PlaceRole } from '../../../lib/place';
import type { Resolved } from './resolve';
import type { CueClass, CueHit } from './role-cues';
import { glued, touches, type Sighting } from './sighting';
import { nearestAfter, nearestBefore, type Surroundings } from './surroundings';

/** What one mention says of its place's role, by which rule and which words. */
export interface Reading {
  role: PlaceRole;
  rule: string;
  hit: CueHit | null;
  /** the words stand behind the name: what they say holds of the names joined before it too */
  behind?: boolean;
}

/** The rule of national teams: what bears a team's name in a text is the team throughout. */
export const TEAM = 'national team';
/** A name with a colon at the head of a line: what follows is an item of its own. */
export const HEADS = 'heads its line';

const VENUES: readonly CueClass[] = ['meeting', 'match', 'court', 'speech', 'host', 'edition', 'plays'];
const SCENES: readonly CueClass[] = ['event', 'hits', 'scene'];
const VENUE_REACH = 14;
const EVENT_REACH = 8;
const VISIT_REACH = 5;
const HIT_REACH = 3;
const ACT_REACH = 3;
const ARABIC = /^[\u0621-\u064a]/;
/** Between a name and its verb: "has said", "on Monday said", «التي قدمت». */
const BEFORE_VERB = new Set(['has', 'have', 'had', 'also', 'will', 'would', 'is', 'was', 'and', 'which', 'on', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 's', 'قد', 'التي', 'الذي', 'لا', 'لم', 'لن', 'سوف', 'a', 'le']);

const has = (hit: CueHit | null, classes: readonly CueClass[]) => hit !== null && classes.some((one) => hit.classes.has(one));
const reading = (role: PlaceRole, rule: string, hit: CueHit | null, behind?: true): Reading => (behind ? { role, rule, hit, behind } : { role, rule, hit });

/** «قصفت إسرائيل»: a verb of the feminine right before a country is the country's own. */
function isBombing({ sighting }: Surroundings, hit: CueHit, { kind }: Resolved['place']): boolean {
  const verb = sighting.source.words[hit.last]?.folded ?? '';
  return hit.classes.has('hits') && kind === 'country' && hit.last === sighting.first - 1 && /^ت|ت$/.test(verb);
}

/** «سوريا: …», «مصر .. …»: a kicker, or an item of a round-up. */
function headsLine({ source, first, mention }: Sighting): boolean {
  if (first > 0 && source.sentence[first - 1] === source.sentence[first]) return false;
  return /^\s*(?::|\.\.)/.test(source.text.slice(mention.end, mention.end + 4)) && mention.start === (source.words[first]?.start ?? -1);
}

/** «محادثات أستانا», «قصف حلب», «محكمة القاهرة», «مونديال روسيا»: the word that the name completes. */
function governed(around: Surroundings, { place, sighting }: Resolved): Reading | null {
  const { anchor, cues, direct } = around;
  if (headsLine(sighting)) return reading('about', HEADS, null);
  if (!direct || !touches(sighting, -1)) return null;
  const hit = cues.endingAt(anchor);
  if (!hit) return null;
  const isCountry = place.kind === 'country';
  if (hit.classes.has('edition')) return reading('venue', 'held there', hit);
  if (has(hit, VENUES) && !isCountry) return reading('venue', 'held there', hit);
  if (isBombing(around, hit, place)) return reading('actor', 'acts', hit);
  return has(hit, SCENES) ? reading('about', 'happens there', hit) : null;
}

/** "Geneva talks", "the Raqqa offensive", «جنيف تستضيف». */
function governing(around: Surroundings, { place, sighting, capital }: Resolved): Reading | null {
  if (!touches(sighting, 1)) return null;
  const hit = around.cues.startingAt(sighting.last + 1);
  if (hit?.classes.has('host')) return reading('venue', 'host', hit, true);
  if (!hit || ARABIC.test(sighting.key) || around.preposition === 'with') return null;
  if (has(hit, VENUES) && place.kind !== 'country') return reading('venue', 'held there', hit);
  // "Israel bombed Damascus", but "Israel hit by storms"
  const next = sighting.source.words[hit.last + 1]?.folded;
  if (hit.classes.has('hits') && next !== 'by') return place.kind === 'country' || capital ? reading('actor', 'acts', hit, true) : null;
  return has(hit, SCENES) && !hit.classes.has('act') ? reading('about', 'happens there', hit) : null;
}

const isTown = ({ kind }: Resolved['place']) => kind === 'city' || kind === 'site' || kind === 'district';

/** «وقعت» is "happened" right before its place, else as like as not "signed". */
function sceneBefore(around: Surroundings): CueHit | null {
  const { anchor } = around;
  const scene = nearestBefore(around, anchor, EVENT_REACH, SCENES);
  if (!scene?.classes.has('act') || scene.last === anchor) return scene;
  return nearestBefore(around, scene.first - 1, EVENT_REACH - (anchor - scene.first), SCENES);
}

/** "talks in Geneva", «قتلوا في حلب», «في حلب قتل»: of the cues before it the nearer, else one right behind. */
function located(around: Surroundings, { place }: Resolved, previous: Resolved | undefined): Reading | null {
  const { preposition, anchor, sighting } = around;
  if (preposition === null && sighting.cut === 0) {
    const hit = nearestBefore(around, anchor, HIT_REACH, ['hits']);
    return hit ? reading('about', 'hit', hit) : null;
  }
  if (preposition !== 'in' && preposition !== 'near' && preposition !== 'side' && preposition !== 'on') return null;
  const scene = sceneBefore(around);
  // «اشتباكات في المخيم قرب صيدا», «جرائم في سيراليون في لاهاي»: another name stands where it happens
  const taken = scene !== null && previous?.sighting.source === sighting.source && previous.sighting.first > scene.last;
  if (taken && preposition !== 'in' && isTown(place)) return null;
  const venue = preposition === 'in' ? nearestBefore(around, anchor, VENUE_REACH, VENUES) : null;
  if (venue && (!scene || taken || venue.last >= scene.last)) return reading('venue', 'held in', venue);
  if (scene) return reading('about', 'happens in', scene);
  if (preposition !== 'in') return null;
  const visit = nearestBefore(around, anchor, VISIT_REACH, ['visit']);
  if (visit) return reading('venue', 'visited', visit);
  const after = nearestAfter(around, 3, [...SCENES, ...VENUES]);
  if (!after) return null;
  return has(after, VENUES) ? reading('venue', 'held in', after, true) : reading('about', 'happens in', after, true);
}

/** «زيارة إلى موسكو», «حول سوريا», "talks on Syria". */
function towards(around: Surroundings): Reading | null {
  const { preposition, prepositionAt, anchor } = around;
  if (preposition === 'to') {
    const moves = nearestBefore(around, anchor, VISIT_REACH, ['visit', 'motion']);
    const held = moves && nearestAfter(around, VISIT_REACH, VENUES);
    if (held) return reading('venue', 'held there', held);
    return moves?.classes.has('visit') ? reading('venue', 'visited', moves) : null;
  }
  if (preposition === 'about') return reading('about', 'the matter', prepositionAt);
  const meeting = preposition === 'on' ? nearestBefore(around, anchor, 2, ['meeting']) : null;
  return meeting ? reading('about', 'the matter', meeting) : null;
}

/** "Egypt has proposed": any participle will do */
const PARTICIPLE = /^(?!been)[a-z]+(?:ed|en|ent|ade)$/;
const PAST = /^(?!based|united|need|speed|hundred)[a-z]{3,}ed$/;
const ACT: ReadonlySet<CueClass> = new Set(['act']);

/** The act right behind a name, over an auxiliary or an adverb or two. */
function actBehind({ sighting, cues }: Surroundings): CueHit | null {
  for (let at = sighting.last + 1; at <= sighting.last + 4; at += 1) {
    if (sighting.source.sentence[at] !== sighting.source.sentence[sighting.first]) return null;
    const hit = cues.startingAt(at);
    if (hit?.classes.has('act') || (at === sighting.last + 1 && hit?.classes.has('state-after'))) return hit;
    if (hit?.classes.has('hits') && ARABIC.test(sighting.key)) return hit;
    const word = sighting.source.words[at]?.folded ?? '';
    // "Greece returned eight officers"
    if (at === sighting.last + 1 && touches(sighting, 1) && PAST.test(word)) return { first: at, last: at, classes: ACT };
    if (at > sighting.last + 1 && /^(?:has|have|had)$/.test(sighting.source.words[at - 1]?.folded ?? '') && PARTICIPLE.test(word)) return { first: at, last: at, classes: ACT };
    if (!BEFORE_VERB.has(word)) return null;
  }
  return null;
}

/** «منتخب العراق», «فاز العراق على إيران», "Germany beat Argentina": a country's team. */
function teamOf(around: Surroundings, { place, sighting }: Resolved): Reading | null {
  if (place.kind !== 'country') return null;
  const { anchor, cues, direct, preposition } = around;
  const before = cues.endingAt(anchor);
  if (before?.classes.has('team') && (direct || glued(sighting).endsWith('ل'))) return reading('actor', TEAM, before);
  const against = preposition === 'on' || preposition === 'with' ? nearestBefore(around, anchor, 4, ['plays']) : null;
  const verb = against ?? (preposition === null && direct ? nearestBefore(around, anchor, 1, ['plays']) : null);
  if (verb) return reading('actor', TEAM, verb);
  const behind = preposition === null && !ARABIC.test(sighting.key) ? cues.startingAt(sighting.last + 1) : null;
  return behind?.classes.has('plays') ? reading('actor', TEAM, behind, true) : null;
}

/** «إعلان القاهرة كشف» and "the mayor of London said" are no acts of the towns'. */
function isSubject({ sighting, cues }: Surroundings): boolean {
  const { source, first } = sighting;
  if (sighting.cut > 0 || !touches(sighting, -1) || source.sentence[first - 1] !== source.sentence[first]) return true;
  const before = source.words[first - 1]?.folded ?? '';
  return ARABIC.test(sighting.key) ? CLAUSE.has(before) || cues.endingAt(first - 1)?.classes.has('acts-with') === true : before !== 'of';
}

/** Words that begin a clause, whose next word may be its subject. */
const CLAUSE = new Set(['ان', 'وان', 'بان', 'لكن', 'ولكن', 'بينما', 'فيما', 'كما', 'حيث', 'اذ', 'كانت', 'كان', 'وكانت', 'وكان', 'لان', 'عندما', 'بعدما', 'وقد', 'لو', 'اذا']);

/** «تدعم روسيا», «واشنطن تنفي», "Washington has denied", «رئيس تركيا», «مع إيران»: only states and capitals act. */
function acting(around: Surroundings, { place, capital, sighting }: Resolved): Reading | null {
  if (place.kind !== 'country' && !capital && place.kind !== 'region') return null;
  const { preposition, prepositionAt, anchor, cues, direct } = around;
  const isState = place.kind === 'country' || capital;
  const before = cues.endingAt(anchor);
  if (direct && before?.classes.has('state') && touches(sighting, -1)) return reading('actor', 'its state', before);
  if (!isState) return null;
  const joined = cues.endingAt(sighting.first - 1);
  if (joined?.classes.has('acts-with')) return reading('actor', 'takes part', joined);
  if (preposition === 'by' || preposition === 'between' || (preposition === 'with' && place.kind === 'country')) return reading('actor', 'takes part', prepositionAt);
  if (preposition !== null || /[بلك]$/.test(glued(sighting))) return null;
  const behind = isSubject(around) ? actBehind(around) : null;
  if (behind) return reading('actor', 'acts', behind, true);
  // an Arabic verb stands before who acts; an English one right before whom it asks: a capital is a government then, a country may be the matter
  const reach = ARABIC.test(sighting.key) ? ACT_REACH : capital ? 1 : 0;
  const verb = nearestBefore(around, sighting.first - 1, reach, ['act']);
  // «قال إن إعلان القاهرة»: another clause
  return verb && !sighting.source.words.slice(verb.last + 1, sighting.first).some(({ folded }) => CLAUSE.has(folded)) ? reading('actor', 'acts', verb) : null;
}

/** «من السعودية», "to Jordan", «مثل باريس»: named for something else. */
function aside({ preposition, prepositionAt }: Surroundings, { place }: Resolved): Reading | null {
  if (preposition === 'from' || preposition === 'to') return reading('mentioned', 'on the way', prepositionAt);
  if (preposition === 'like') return reading('mentioned', 'compared', prepositionAt);
  // شمال حلب is beside the town, شمال سوريا within the country
  const beside = preposition === 'near' || (preposition === 'side' && isTown(place));
  return beside ? reading('mentioned', 'near it', prepositionAt) : null;
}

/** Null: nothing marks it. `previous` is the mention before it in the article. */
export function readMention(around: Surroundings, mention: Resolved, previous: Resolved | undefined): Reading | null {
  return teamOf(around, mention) ?? governed(around, mention) ?? governing(around, mention) ?? located(around, mention, previous) ?? towards(around)
    ?? acting(around, mention) ?? aside(around, mention);
}
