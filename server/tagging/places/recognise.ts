import type { FieldText } from '../article-text';
import { offsetAfter } from '../readings';
import { abbreviated } from './abbreviations';
import type { Candidate } from './candidate';
import type { Gazetteer } from './gazetteer';
import { isAdjective } from './guards-arabic';
import { isCased, isSmall, wellCased } from './guards-latin';
import { isListed } from './lists';
import { longest, type Match, type Openings } from './openings';
import { isArabic } from './script';
import { UNJUDGED, type Sighting } from './sighting';

const INITIALS = /^(?:\p{Lu}\p{Ll}?\.\s?){2,}$/u;

function sight(source: FieldText, at: number, match: Match<unknown>): Pick<Sighting, 'mention' | 'source' | 'first' | 'last' | 'key' | 'cut'> {
  const head = source.words[at];
  const tail = source.words[at + match.length - 1];
  const last = tail?.end ?? 0;
  // the full stop of an abbreviation is its own
  const end = INITIALS.test(source.text.slice(head?.start ?? 0, last + 1)) ? last + 1 : last;
  const start = offsetAfter(source.text, head?.start ?? 0, end, match.reading.cut);
  const mention = { field: source.field, start, end, phrase: source.text.slice(start, end), form: 'name' as const };
  return { mention, source, first: at, last: at + match.length - 1, key: match.key, cut: match.reading.cut };
}

const strongest = (values: readonly Candidate[]) => Math.max(...values.map((value) => value.prominence));

interface Said extends Pick<Sighting, 'trigger' | 'triggerAt'> {
  /** of all names of its list */
  many: boolean;
}

const NO_TRIGGER: Said = { trigger: null, triggerAt: null, many: false };
const TO_NAME = /^[\s"«“(#]*$/;

/** "city of", « province d'» and « province syrienne d'» say it, "the city" doesn't. */
function triggerOf({ words, joined }: FieldText, at: number, { cues }: Gazetteer): Said {
  const of = words[at - 1]?.folded ?? '';
  for (const before of [2, 3]) {
    const trigger = joined[at - before] ? cues.triggerOf(words[at - before]?.folded ?? '', of) : null;
    if (trigger !== null) return { ...NO_TRIGGER, trigger };
  }
  return NO_TRIGGER;
}

/** A trigger word right before the name, at most a quote between them. */
function triggerBefore(source: FieldText, at: number, gazetteer: Gazetteer): Said {
  const word = source.words[at - 1];
  const name = source.words[at];
  if (!word || !name || (!source.joined[at - 1] && !TO_NAME.test(source.text.slice(word.end, name.start)))) return NO_TRIGGER;
  if (isCased(word.folded)) return triggerOf(source, at, gazetteer);
  const trigger = gazetteer.cues.trigger(word.folded);
  return trigger === null ? NO_TRIGGER : { trigger, triggerAt: at - 1, many: gazetteer.cues.triggersMany(word.folded) };
}

/** "Homs province", "Aleppo's southern countryside": in letters with case the trigger word may stand behind the name. */
function triggerAfter({ words, joined }: FieldText, last: number, { cues }: Gazetteer): Said {
  let at = last + 1;
  while (joined[at - 1] && (words[at]?.folded === 's' || cues.is('direction', words[at]?.folded ?? ''))) at += 1;
  const said = joined[at - 1] ? cues.triggerAfter(words[at]?.folded ?? '') : null;
  return said === null ? NO_TRIGGER : { trigger: said.kind, triggerAt: null, many: said.many };
}

/** "Idlib, Aleppo and Hama provinces": what stands behind the last name holds of those before it too. */
function tellList(sightings: readonly Sighting[], trigger: Sighting['trigger']): void {
  for (let i = sightings.length - 1; i > 0; i -= 1) {
    const [before, after] = [sightings[i - 1], sightings[i]];
    if (!before || !after || before.trigger !== null || before.demonym !== null || !isListed(before, after)) return;
    before.trigger = trigger;
  }
}

/** "Va." where it stands as newspapers write it; as sure as if "state of" stood before it. */
function shortened(source: FieldText, at: number, openings: Openings, { abbreviations }: Gazetteer): Sighting | null {
  const match = longest(source, at, openings.abbreviations, abbreviations, () => 0);
  if (!match) return null;
  const candidates = abbreviated(abbreviations, source, at, at + match.length - 1, match.key);
  return candidates.length > 0 ? { ...sight(source, at, match), ...UNJUDGED, candidates, demonym: null, trigger: 'admin1', triggerAt: null } : null;
}

/**
 * Every name of the gazetteer in a field, in order, longest match first, none overlapping. Blocker phrases and demonyms take
 * their words too. No judgement here of which place is meant, nor whether any is: see guards.ts and resolve.ts.
 */
export function recognise(source: FieldText, gazetteer: Gazetteer): Sighting[] {
  const sightings: Sighting[] = [];
  /** the trigger that holds for all names of a list: محافظات */
  let ofList: Sighting['trigger'] = null;
  let at = 0;
  for (let word = source.words[at]; word; word = source.words[at]) {
    const openings = gazetteer.opens(word);
    // a small letter begins no name, but a blocker phrase
    if (!openings || (openings.phrases.length === 0 && isSmall(source.text.charAt(word.start)))) {
      at += 1;
      continue;
    }
    const short = shortened(source, at, openings, gazetteer);
    if (short) {
      sightings.push(short);
      at = short.last + 1;
      continue;
    }
    const name = longest(source, at, openings.names, gazetteer.names, strongest, gazetteer.notPlaces.never);
    const phrase = longest(source, at, openings.phrases, gazetteer.notPlaces.phrases, () => 0);
    const demonym = longest(source, at, openings.demonyms, gazetteer.demonyms, () => 0);
    if (phrase && phrase.length >= Math.max(name?.length ?? 0, 1)) {
      at += phrase.length;
      continue;
    }
    const isName = name !== null && name.length >= (demonym?.length ?? 0)
      && !(demonym && (strongest(name.values) < PLAIN_NAME
        || (isArabic(name.key) && name.reading.cut === 0 && isAdjective(source, at, name.key, gazetteer.cues))));
    const match = isName ? name : demonym;
    const found = match ? sight(source, at, match) : null;
    if (!match || !found || !wellCased(found.mention.phrase)) {
      at += 1;
      continue;
    }
    const sighting: Sighting = {
      ...found, ...UNJUDGED,
      mention: { ...found.mention, form: isName ? 'name' : 'demonym' },
      candidates: isName ? name.values : [],
      demonym: isName ? null : (demonym?.values[0] ?? null),
      trigger: null,
      triggerAt: null,
    };
    if (isName) {
      // «مناطق بالمدينة»: a preposition between them parts the two
      const { trigger, triggerAt, many } = match.reading.cut === 0 ? triggerBefore(source, at, gazetteer) : NO_TRIGGER;
      const last = sightings.at(-1);
      if (!last || trigger !== null || !isListed(last, sighting)) ofList = many ? trigger : null;
      const behind = isCased(found.key) ? triggerAfter(source, found.last, gazetteer) : NO_TRIGGER;
      sighting.trigger = behind.trigger ?? trigger ?? ofList;
      sighting.triggerAt = triggerAt;
      sightings.push(sighting);
      if (behind.many) tellList(sightings, behind.trigger);
    } else sightings.push(sighting);
    at += match.length;
  }
  return sightings;
}

/** Below this a place that shares its name with a demonym (المصري, Turc) is not what is meant. */
const PLAIN_NAME = 7;
