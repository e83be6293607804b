import type { Label } from './label';
import type { PlaceKind, PlaceRole } from './place';

/** Reading direction of a text, from its first strong letters. */
export type Direction = 'ltr' | 'rtl';

/**
 * Why `publishedAt` can't be taken at its word. `missing`: the feed gave none; `unreadable`: it gave something
 * that is no date; `future` and `implausible` (before 1990): read, but not believed. In all four `publishedAt` is null.
 * In the others it is believed, but: `no-zone`: read in the feed's zone or in UTC because it named none; `day-only`: only the day was
 * given, and `publishedAt` is its beginning; `approximate`: told from when the feed was asked ("منذ ساعتين"), or only by month or year.
 */
export type DateFlag = 'missing' | 'unreadable' | 'future' | 'implausible' | 'no-zone' | 'day-only' | 'approximate';

export interface PlaceChip {
  id: string;
  label: Label;
  kind: PlaceKind;
  role: PlaceRole;
  country: string | null;
}

export interface TopicChip {
  id: string;
  label: Label;
  score: number;
  /** a topic that a user wrote, and its `#rrggbb` */
  own?: boolean;
  colour?: string | null;
}

/**
 * An article as lists and the socket carry it. Times are ISO 8601 in UTC; 64-bit numbers are decimal strings.
 */
export interface ArticleItem {
  id: string;
  version: number;
  title: string;
  /** the first few hundred characters of the text, plain */
  lead: string;
  lang: string | null;
  dir: Direction;
  url: string | null;
  publisher: { id: number; name: string };
  publishedAt: string | null;
  dateFlag: DateFlag | null;
  firstSeenAt: string;
  fetchedAt: string;
  storedAt: string;
  /** when its publisher was last seen to have changed its words; null: never */
  editedAt: string | null;
  /** publishedAt, or firstSeenAt where there is none, or only its day is known and it was first seen on that day */
  sortAt: string;
  /** came with the first poll of its feed: slots in silently, is no "new" */
  backfill: boolean;
  sample: boolean;
  places: PlaceChip[];
  topics: TopicChip[];
}

/** Newest first; the id settles ties, so that every list has one order. */
export function byNewest(a: Pick<ArticleItem, 'sortAt' | 'id'>, b: Pick<ArticleItem, 'sortAt' | 'id'>): number {
  if (a.sortAt !== b.sortAt) return a.sortAt < b.sortAt ? 1 : -1;
  if (a.id.length !== b.id.length) return b.id.length - a.id.length;
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}
