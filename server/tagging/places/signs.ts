import type { FieldText } from '../article-text';
import type { Cues } from './cues';
import { isListed } from './lists';
import { isArabic } from './script';
import { neighbour, touches, type Sighting } from './sighting';

/** How surely something beside a name in letters with case says that it is a place's, not a person's, a family's or a plain word. */
export const SURE = 2;
export const LIKELY = 1;
type Sign = 0 | typeof LIKELY | typeof SURE;

const CAPITAL = /^\p{Lu}/u;
const DATELINE = /^(?:,\s?\p{Lu}[\p{L}.]{1,12})?\s*(?:\([^)\n]{1,30}\)\s*)?(?:—|–|--|-(?=\s))/u;
/** Folded, à is the article of Portuguese and English. */
const A_GRAVE = /(?:^|\s)[àÀ]\s$/u;
const OPENS_LINE = /(?:^|[\n.!?]\s*)$/;
const BASED = /^[-–](?:based|area|born|born|bound)(?!\p{L})/u;

/** "CHARLESTON, W.Va. --", "PARIS (AP) —" */
function opensDateline({ source: { text }, mention: { start, end } }: Sighting): boolean {
  return OPENS_LINE.test(text.slice(Math.max(0, start - 4), start)) && DATELINE.test(text.slice(end, end + 50));
}

/** "Meadow Grove", "Isuzu Denver": behind a capitalised word that opens no sentence and is no direction, it may be the end of a longer name. */
function endsLonger({ source, first }: Sighting, cues: Cues): boolean {
  const before = source.words[first - 1];
  if (!before || !source.joined[first - 1] || !CAPITAL.test(source.text.charAt(before.start)) || cues.is('place-before', before.folded)) return false;
  return source.sentence[first - 2] === source.sentence[first - 1];
}

function signOf(sighting: Sighting, bound: boolean, cues: Cues): Sign {
  if (bound || sighting.trigger !== null || opensDateline(sighting)) return SURE;
  const { source, mention } = sighting;
  if (BASED.test(source.text.slice(mention.end, mention.end + 8))) return SURE;
  if (endsLonger(sighting, cues)) return 0;
  if (touches(sighting, 1) && cues.is('place-after', neighbour(sighting, 1))) return SURE;
  if (!touches(sighting, -1)) return 0;
  const before = neighbour(sighting, -1);
  if (A_GRAVE.test(source.text.slice(Math.max(0, mention.start - 3), mention.start))) return SURE;
  if (cues.is('place-before', before) || cues.is('place-before', `${neighbour(sighting, -2)} ${before}`)) return SURE;
  return cues.is('locative', before) ? LIKELY : 0;
}

/** What an article says of its names in letters with case. */
export interface Signs {
  of(sighting: Sighting): Sign;
  /** the best sign of any mention of the name, in a list with a sure one too */
  best(key: string): Sign;
}

/** @param bound those that a province or country right behind them confirms: Paris, Texas */
export function signsOf(sightings: readonly Sighting[], bound: ReadonlySet<Sighting>, cues: Cues): Signs {
  const own = new Map<Sighting, Sign>();
  const byKey = new Map<string, Sign>();
  let last: Sighting | undefined;
  for (const sighting of sightings) {
    if (sighting.demonym !== null || isArabic(sighting.key)) continue;
    let sign = signOf(sighting, bound.has(sighting), cues);
    // "in Omaha, Lincoln and Norfolk"
    if (sign < SURE && last && own.get(last) === SURE && isListed(last, sighting)) sign = SURE;
    own.set(sighting, sign);
    if (sign > (byKey.get(sighting.key) ?? 0)) byKey.set(sighting.key, sign);
    last = sighting;
  }
  return { of: (sighting) => own.get(sighting) ?? 0, best: (key) => byKey.get(key) ?? 0 };
}

/** Names of persons are no longer than this, in words after the given name or title. */
const LONGEST = 4;

/** Every word of a text that it writes small somewhere: capitalised elsewhere, it is no name for that. */
export function smallWordsOf({ words, text }: FieldText): Set<string> {
  return new Set(words.flatMap(({ start, folded }) => (SMALL.test(text.charAt(start)) ? [folded] : [])));
}

const SMALL = /^\p{Ll}/u;

/**
 * The words that stand behind a given name or a title, folded: surnames for the whole article, which later stand alone ("Chris Hudson … Hudson said").
 * A given name that is a plain capitalised word's neighbour only (Austin Police) opens no person.
 */
export function surnamesOf(source: FieldText, cues: Cues): Set<string> {
  const surnames = new Set<string>();
  const { words, joined, text } = source;
  for (let i = 0; i + 1 < words.length; i += 1) {
    const word = words[i];
    if (!word || !CAPITAL.test(text.charAt(word.start))) continue;
    const opens = cues.is('given-name', word.folded) || cues.is('person-before', word.folded);
    if (!opens) continue;
    for (let j = i + 1; j <= i + LONGEST && joined[j - 1]; j += 1) {
      const next = words[j];
      if (!next || !CAPITAL.test(text.charAt(next.start)) || cues.is('place-after', next.folded)) break;
      if (next.folded.length > 2) surnames.add(next.folded);
    }
  }
  return surnames;
}
