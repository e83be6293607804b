import type { FilterQuery } from '@/lib/events';
import { toggle, type ListName } from '../live/address';

/** One thing that a filter asks, and the filter without it. */
export interface FilterPart {
  /** unlike that of any other part */
  key: string;
  kind: ListName | 'time' | 'text';
  /** of a choice; the text itself; of a time nothing */
  id: string;
  without: FilterQuery;
}

const LISTS: readonly ListName[] = ['region', 'role', 'topic', 'publisher', 'lang'];

/** What a filter asks, in the order that it is told in. Time is one part, however it is given. */
export function partsOf(query: FilterQuery): FilterPart[] {
  const chosen = LISTS.flatMap((kind) =>
    (query[kind] ?? []).map((id): FilterPart => ({ key: `${kind} ${id}`, kind, id, without: toggle(query, kind, id) })));
  const timed = query.from || query.to || query.last;
  return [
    ...chosen,
    ...(timed ? [{ key: 'time', kind: 'time' as const, id: '', without: { ...query, from: null, to: null, last: null } }] : []),
    ...(query.q ? [{ key: 'text', kind: 'text' as const, id: query.q, without: { ...query, q: '' } }] : []),
  ];
}
