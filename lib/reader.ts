import type { ArticleItem } from './article';
import type { FilterQuery } from './events';

/**
 * What is kept for each reader, a random id in a cookie (`/api/reader`): marks on articles and saved views. Private to the reader, so that no admin token is
 * asked for; every write needs the Origin of a page of ours.
 */

export interface Mark {
  read: boolean;
  starred: boolean;
  hidden: boolean;
  /** null: none */
  note: string | null;
}

/** By the article's id. */
export type Marks = Record<string, Mark>;

export const NO_MARK: Mark = { read: false, starred: false, hidden: false, note: null };

/** What PATCH /api/reader/marks takes; what isn't named stays. An empty note is none. */
export interface MarksChange {
  articles: string[];
  set: Partial<Mark>;
}

/** A page of starred articles, those starred last first. */
export interface StarredPage {
  items: ArticleItem[];
  marks: Marks;
  /** `before` of the next page; null at the end */
  older: string | null;
}

/** A saved search. Times are ISO 8601 in UTC. */
export interface View {
  id: number;
  name: string;
  query: FilterQuery;
  /** from 0; the order of the list */
  position: number;
  /** articles of the filter that were stored since it was opened last, at most MOST_UNREAD: then it may be more */
  unread: number;
  createdAt: string;
}

/** What POST /api/reader/views takes. */
export interface ViewInput {
  name: string;
  query: FilterQuery;
}

/** What PATCH /api/reader/views/:id takes. `seen`: it is being opened, and nothing in it unread. Another query is one just opened. */
export interface ViewChange extends Partial<ViewInput> {
  seen?: true;
}

export const MOST_MARKED_AT_ONCE = 200;
export const MOST_NOTE = 2000;
/** Of read and hidden articles the oldest are forgotten beyond this. */
export const MOST_MARKS = 20_000;
/** Starred articles and those with a note: none is forgotten, more are refused. */
export const MOST_KEPT = 5000;
/** whoever may read can become a reader, with a cookie of its own */
export const MOST_READERS = 20_000;
export const MOST_VIEWS = 50;
export const MOST_VIEW_NAME = 80;
export const MOST_UNREAD = 999;
