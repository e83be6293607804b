import type { ArticleItem, DateFlag, Direction } from '../../lib/article';
import type { Filter, Filterable } from '../../lib/filter';
import type { Database } from './client';
import { phraseText } from '../../lib/text/phrase';
import { compileFilter } from './filter-sql';
import { newestOf, type Standing } from './newest';
import { readTags, type StoredTags } from './tags/form';
import { namesOfTags, type Named } from './tags/read';

/** What a list shows of an article, with the keys that filters ask. */
export interface ArticleView {
  item: ArticleItem;
  keys: Filterable;
}

const LEAD_CHARACTERS = 280;
export const PAGE_SIZE = 60;

const ITEM = `
    a.id, a.version, a.title, a.lang, a.dir, coalesce(a.link, a.canonical_url) as url, left(a.text, ${LEAD_CHARACTERS + 1}) as lead,
    a.published_at as "publishedAt", a.date_flag as "dateFlag", a.first_seen_at as "firstSeenAt", a.fetched_at as "fetchedAt",
    a.stored_at as "storedAt", a.edited_at as "editedAt", a.sort_at as "sortAt", a.backfill, a.sample,
    p.id as "publisherId", p.name as "publisherName", a.tags`;

// As JSON: node-postgres reads an array letter by letter, which for the terms was a third of all that the process allocated.
const KEYS = `
    (select coalesce(json_agg(key.name), '[]') from article_key k join key on key.id = any(k.keys || k.role_keys) where k.sort_at = a.sort_at and k.article_id = a.id) as names,
    (select coalesce(json_agg(substr(key.name, 6)), '[]') from article_key k join key on key.id = any(k.terms) where k.sort_at = a.sort_at and k.article_id = a.id) as terms,
    a.text`;
const FROM = 'from article a join publisher p on p.id = a.publisher_id';

interface ItemRow {
  id: string;
  version: number;
  title: string;
  lang: string | null;
  dir: Direction;
  url: string | null;
  lead: string;
  publishedAt: Date | null;
  dateFlag: DateFlag | null;
  firstSeenAt: Date;
  fetchedAt: Date;
  storedAt: Date;
  editedAt: Date | null;
  sortAt: Date;
  backfill: boolean;
  sample: boolean;
  publisherId: number;
  publisherName: string;
  tags: string;
}

/** Cut between words, and said so: a lead that ends in the middle of one reads like a fault. */
function cut(text: string): string {
  if (text.length <= LEAD_CHARACTERS) return text;
  const end = text.lastIndexOf(' ', LEAD_CHARACTERS);
  return `${text.slice(0, end > LEAD_CHARACTERS / 2 ? end : LEAD_CHARACTERS)}…`;
}

function chips({ places, topics }: StoredTags, named: Named): Pick<ArticleItem, 'places' | 'topics'> {
  return {
    places: places.flatMap(([id, role]) => {
      const place = named.places.get(id);
      return place ? [{ id, label: place.name, kind: place.kind, role, country: place.country }] : [];
    }),
    topics: topics.flatMap(([id, score]) => {
      const topic = named.topics.get(id);
      return topic ? [{ id, label: topic.label, score, ...(topic.own ? { own: true, colour: topic.colour ?? null } : {}) }] : [];
    }),
  };
}

function toItem({ publisherId, publisherName, tags: _, ...row }: ItemRow, tags: StoredTags, named: Named): ArticleItem {
  return {
    ...row,
    ...chips(tags, named),
    lead: cut(row.lead),
    publisher: { id: publisherId, name: publisherName },
    publishedAt: row.publishedAt?.toISOString() ?? null,
    firstSeenAt: row.firstSeenAt.toISOString(),
    fetchedAt: row.fetchedAt.toISOString(),
    storedAt: row.storedAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    sortAt: row.sortAt.toISOString(),
  };
}

interface KeysRow {
  names: string[];
  terms: string[];
  text: string;
}

/** Rows as lists show them. */
async function toItems(db: Database, rows: readonly ItemRow[]): Promise<ArticleItem[]> {
  const tags = rows.map((row) => readTags(row.tags));
  const named = await namesOfTags(db.pool, tags);
  return rows.map((row, n) => toItem(row, tags[n] as StoredTags, named));
}

function toView({ names, terms, text }: KeysRow, item: ArticleItem): ArticleView {
  return { item, keys: { names, terms, sortAt: item.sortAt, words: () => phraseText(`${item.title}\n${text}`) } };
}

/** The articles of these ids as they are now; one that is gone is missing from the map. */
export async function articlesById(db: Database, ids: readonly string[]): Promise<Map<string, ArticleView>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.pool.query<ItemRow & KeysRow>(`select ${ITEM}, ${KEYS} ${FROM} where a.id = any($1::bigint[])`, [ids]);
  const items = await toItems(db, rows.map(({ names: _n, terms: _t, text: _x, ...row }) => row));
  return new Map(rows.map((row, n) => [row.id, toView(row, items[n] as ArticleItem)]));
}

export function writePageKey({ sortAt, id }: Pick<ArticleItem, 'sortAt' | 'id'>): string {
  return `${sortAt}~${id}`;
}

/** Where a page ended: what comes after is older. @returns null where the text is no page key */
export function readPageKey(text: string): Standing | null {
  const [time = '', id = '', ...rest] = text.split('~');
  const sortAt = new Date(time);
  return rest.length === 0 && /^[0-9]{1,18}$/u.test(id) && /^[0-9]{4}-/u.test(time) && !Number.isNaN(sortAt.getTime()) ? { sortAt, id } : null;
}

/**
 * A page of a filter's articles, newest publication first.
 * @param before where the page above ended; null for the first page
 */
export async function articlePage(db: Database, filter: Filter, before: Standing | null, size = PAGE_SIZE): Promise<{ items: ArticleItem[]; older: string | null }> {
  const page = await newestOf(db, await compileFilter(db, filter), before, size + 1);
  const rows = await rowsOf(db, page.slice(0, size));
  const items = await toItems(db, rows);
  const last = items.at(-1);
  return { items, older: page.length > size && last ? writePageKey(last) : null };
}

/** In the order given; one that is gone meanwhile is left out. */
async function rowsOf(db: Database, page: readonly Standing[]): Promise<ItemRow[]> {
  if (page.length === 0) return [];
  const { rows } = await db.pool.query<ItemRow>(`select ${ITEM} ${FROM} where a.id = any($1::bigint[])`, [page.map(({ id }) => id)]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return page.flatMap(({ id }) => byId.get(id) ?? []);
}
