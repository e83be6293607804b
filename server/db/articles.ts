import type { ArticleItem, DateFlag, Direction } from '../../lib/article';
import type { Filter, Filterable } from '../../lib/filter';
import type { Database } from './client';
import { phraseText } from '../../lib/text/phrase';
import { compileFilter, filterSql, fromKeys } from './filter-sql';

/** What a list shows of an article, with the keys that filters ask. */
export interface ArticleView {
  item: ArticleItem;
  keys: Filterable;
}

const LEAD_CHARACTERS = 280;
export const PAGE_SIZE = 60;

// The limit makes the planner look each place up. Without one it reads all of them for every article, while its statistics are young.
const ITS_PLACE = '(select * from place where place.id = ap.place_id limit 1)';

const ITEM = `
    a.id, a.version, a.title, a.lang, a.dir, coalesce(a.link, a.canonical_url) as url, left(a.text, ${LEAD_CHARACTERS + 1}) as lead,
    a.published_at as "publishedAt", a.date_flag as "dateFlag", a.first_seen_at as "firstSeenAt", a.fetched_at as "fetchedAt",
    a.stored_at as "storedAt", a.edited_at as "editedAt", a.sort_at as "sortAt", a.backfill, a.sample,
    p.id as "publisherId", p.name as "publisherName",
    coalesce((
      select jsonb_agg(jsonb_build_object('id', pl.id, 'label', jsonb_build_object('en', pl.name_en, 'ar', pl.name_ar), 'kind', pl.kind,
        'role', ap.role, 'country', pl.country) order by ap.score desc, pl.id)
      from article_place ap cross join lateral ${ITS_PLACE} pl where ap.article_id = a.id), '[]') as places,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', t.id, 'label', jsonb_build_object('en', t.label_en, 'ar', t.label_ar), 
        'score', at.score) || case when t.own then jsonb_build_object('own', true, 'colour', t.colour) else '{}' end
        order by at.score desc, t.id)
      from article_topic at join topic t on t.id = at.topic_id where at.article_id = a.id), '[]') as topics`;

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
  places: ArticleItem['places'];
  topics: ArticleItem['topics'];
}

/** Cut between words, and said so: a lead that ends in the middle of one reads like a fault. */
function cut(text: string): string {
  if (text.length <= LEAD_CHARACTERS) return text;
  const end = text.lastIndexOf(' ', LEAD_CHARACTERS);
  return `${text.slice(0, end > LEAD_CHARACTERS / 2 ? end : LEAD_CHARACTERS)}…`;
}

function toItem({ publisherId, publisherName, ...row }: ItemRow): ArticleItem {
  return {
    ...row,
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

function toView({ names, terms, text, ...row }: ItemRow & KeysRow): ArticleView {
  const item = toItem(row);
  return { item, keys: { names, terms, sortAt: item.sortAt, words: () => phraseText(`${item.title}\n${text}`) } };
}

/** The articles of these ids as they are now; one that is gone is missing from the map. */
export async function articlesById(db: Database, ids: readonly string[]): Promise<Map<string, ArticleView>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.pool.query<ItemRow & KeysRow>(`select ${ITEM}, ${KEYS} ${FROM} where a.id = any($1::bigint[])`, [ids]);
  return new Map(rows.map((row) => [row.id, toView(row)]));
}

/** Where a page ends: what comes after is older. */
export interface PageKey {
  sortAt: Date;
  id: string;
}

export function writePageKey({ sortAt, id }: Pick<ArticleItem, 'sortAt' | 'id'>): string {
  return `${sortAt}~${id}`;
}

/** @returns null where the text is no page key */
export function readPageKey(text: string): PageKey | null {
  const [time = '', id = '', ...rest] = text.split('~');
  const sortAt = new Date(time);
  return rest.length === 0 && /^[0-9]{1,18}$/u.test(id) && !Number.isNaN(sortAt.getTime()) ? { sortAt, id } : null;
}

/**
 * A page of a filter's articles, newest publication first.
 * @param before where the page above ended; null for the first page
 */
export async function articlePage(db: Database, filter: Filter, before: PageKey | null, size = PAGE_SIZE): Promise<{ items: ArticleItem[]; older: string | null }> {
  const condition = filterSql(await compileFilter(db, filter), 4);
  const { rows } = await db.pool.query<ItemRow>(
    `with page as materialized (
       select k.article_id, k.sort_at from ${fromKeys(condition)}
       where ${condition.sql} and ($1::timestamptz is null or (k.sort_at, k.article_id) < ($1, $2::bigint))
       order by k.sort_at desc, k.article_id desc limit $3)
     select ${ITEM} from page join article a on a.id = page.article_id join publisher p on p.id = a.publisher_id
     order by page.sort_at desc, page.article_id desc`,
    [before?.sortAt ?? null, before?.id ?? null, size + 1, ...condition.values],
  );
  const items = rows.slice(0, size).map((row) => toItem(row));
  const last = items.at(-1);
  return { items, older: rows.length > size && last ? writePageKey(last) : null };
}
