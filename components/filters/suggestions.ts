import type { Choice, Choices } from '@/lib/dashboard';
import type { FilterQuery } from '@/lib/events';
import type { KnownPlace } from '@/lib/trends';
import { toggle } from '../live/address';
import { isNamed } from './choice-tree';

/** What can be chosen while something is typed, and the filter that it leads to. `about`: the place, where articles are about it. */
export type Suggestion =
  | { kind: 'text'; key: string; next: FilterQuery }
  | { kind: 'place' | 'about'; key: string; place: KnownPlace; next: FilterQuery }
  | { kind: 'topic' | 'publisher'; key: string; choice: Choice; next: FilterQuery };

const MOST_TOPICS = 3;
const MOST_PUBLISHERS = 2;
/** Shorter beginnings say too little. */
export const SHORTEST = 2;

/** Places first, since their names are typed most; what is chosen already is left out. Looking for the words themselves stands at the top. */
export function suggestionsFor(typed: string, query: FilterQuery, choices: Choices, places: readonly KnownPlace[]): Suggestion[] {
  const text = typed.trim();
  if (text === '') return [];
  const rest = { ...query, q: '' };
  const found = places.filter(({ id }) => !query.region.includes(id));
  const named = (list: readonly Choice[], chosen: readonly string[], most: number) =>
    text.length < SHORTEST ? [] : list.filter((choice) => !chosen.includes(choice.id) && isNamed(choice, text)).slice(0, most);
  const [first] = found;
  return [
    { kind: 'text', key: 'text', next: { ...query, q: text } },
    ...found.map((place): Suggestion => ({ kind: 'place', key: `place ${place.id}`, place, next: toggle(rest, 'region', place.id) })),
    ...(first ? [{ kind: 'about' as const, key: `about ${first.id}`, place: first, next: { ...toggle(rest, 'region', first.id), role: ['about' as const] } }] : []),
    ...named(choices.topics, query.topic, MOST_TOPICS).map((choice): Suggestion => ({ kind: 'topic', key: `topic ${choice.id}`, choice, next: toggle(rest, 'topic', choice.id) })),
    ...named(choices.publishers, query.publisher ?? [], MOST_PUBLISHERS).map((choice): Suggestion => ({ kind: 'publisher', key: `publisher ${choice.id}`, choice, next: toggle(rest, 'publisher', choice.id) })),
  ];
}
