import type { PlaceAlternative, PlaceKind, PlaceMention, PlaceRole, PlaceTag, TextField } from '../../../lib/place';
import type { TopicEvidence, TopicTag } from '../../../lib/topic';

/**
 * An article's tags as its column `tags` holds them: JSON arrays instead of objects, since the names of fields would be most of what is stored.
 * The words that tags rest on are left out, for the article has them: UTF-16 offsets say where.
 */
type StoredSpan = [field: 0 | 1, start: number, end: number];
type StoredCue = [start: number, end: number, rule: string];
type StoredMention = [...StoredSpan, demonym: 0 | 1, role?: PlaceRole | null, cue?: StoredCue | null];
type StoredAlternative = [id: string, en: string, ar: string | null, country: string | null, kind: PlaceKind, score: number];
export type StoredPlace = [id: string, role: PlaceRole, score: number, mentions: StoredMention[], alternatives?: StoredAlternative[] | null];
export type StoredTopic = [id: string, score: number, evidence: [...StoredSpan, rule: string][]];

/** Both lists surest first. */
export interface StoredTags {
  places: StoredPlace[];
  topics: StoredTopic[];
}

/** What the article's spans are taken from. */
export type Texts = Record<TextField, string>;

const FIELDS = ['title', 'text'] as const satisfies readonly TextField[];
const fieldNumber = (field: TextField): 0 | 1 => (field === 'title' ? 0 : 1);

/** Beyond four digits a score tells nothing. */
const rounded = (score: number) => Math.round(score * 10_000) / 10_000;

/** Without what is null at its end. */
function trimmed<T extends unknown[]>(list: T): T {
  const last = list.findLastIndex((one) => one !== null && one !== undefined);
  return list.slice(0, last + 1) as T;
}

function toMention({ field, start, end, form, role, cue }: PlaceMention): StoredMention {
  return trimmed([fieldNumber(field), start, end, form === 'name' ? 0 : 1, role ?? null, cue ? [cue.start, cue.end, cue.rule] : null]);
}

const toAlternative = ({ id, name, country, kind, score }: PlaceAlternative): StoredAlternative => [id, name.en, name.ar, country, kind, rounded(score)];

function toStoredPlace({ place, role, score, mentions, alternatives }: PlaceTag): StoredPlace {
  return trimmed([place.id, role, rounded(score), mentions.map(toMention), alternatives.length === 0 ? null : alternatives.map(toAlternative)]);
}

export function toStoredTopic({ topic, score, evidence }: TopicTag): StoredTopic {
  return [topic.id, rounded(score), evidence.map(({ field, start, end, rule }) => [fieldNumber(field), start, end, rule])];
}

/** Surest first, and of equal ones in one order. */
const surest = (score: (one: StoredPlace | StoredTopic) => number) => (a: StoredPlace | StoredTopic, b: StoredPlace | StoredTopic) =>
  score(b) - score(a) || (a[0] < b[0] ? -1 : 1);
const placeScore = (one: StoredPlace | StoredTopic) => one[2] as number;
const topicScore = (one: StoredPlace | StoredTopic) => one[1] as number;

export function toStored({ places, topics }: { places: readonly PlaceTag[]; topics: readonly TopicTag[] }): StoredTags {
  return { places: places.map(toStoredPlace).sort(surest(placeScore)), topics: topics.map(toStoredTopic).sort(surest(topicScore)) };
}

/** JSON writes what Postgres doesn't take in a text, U+0000 and halves of pairs, as escapes. */
export const writeTags = ({ places, topics }: StoredTags): string => JSON.stringify([places, topics]);

/** @throws SyntaxError for what writeTags did not write */
export function readTags(column: string): StoredTags {
  const [places, topics] = JSON.parse(column) as [StoredPlace[], StoredTopic[]];
  return { places, topics };
}

/** The topics with this one in its place among them, or without it where `topic` is null. */
export function withTopic({ places, topics }: StoredTags, id: string, topic: StoredTopic | null): StoredTags {
  const others = topics.filter(([other]) => other !== id);
  return { places, topics: (topic ? [...others, topic] : others).sort(surest(topicScore)) };
}

function fromMention([field, start, end, demonym, role, cue]: StoredMention, texts: Texts): PlaceMention {
  const name = FIELDS[field];
  const words = (from: number, to: number) => texts[name].slice(from, to);
  return {
    field: name, start, end, phrase: words(start, end), form: demonym === 0 ? 'name' : 'demonym', ...(role ? { role } : {}),
    ...(cue ? { cue: { start: cue[0], end: cue[1], phrase: words(cue[0], cue[1]), rule: cue[2] } } : {}),
  };
}

/** A place's tag but for the place itself. */
export function fromStoredPlace([, role, score, mentions, alternatives]: StoredPlace, texts: Texts): Omit<PlaceTag, 'place'> {
  return {
    role, score, mentions: mentions.map((one) => fromMention(one, texts)),
    alternatives: (alternatives ?? []).map(([id, en, ar, country, kind, sure]) => ({ id, name: { en, ar }, country, kind, score: sure })),
  };
}

/** A topic's tag but for the topic itself. */
export function fromStoredTopic([, score, evidence]: StoredTopic, texts: Texts): Omit<TopicTag, 'topic'> {
  return {
    score,
    evidence: evidence.map(([field, start, end, rule]): TopicEvidence => ({ field: FIELDS[field], start, end, phrase: texts[FIELDS[field]].slice(start, end), rule })),
  };
}
