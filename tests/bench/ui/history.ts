import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { ensurePartitions } from '../../../server/db/partitions';
import { parseWire } from '../../../server/sample/wire';
import type { Item } from '../../support/feed-server';

/** The n-th item to be published: a text of the sample wire under a title of its own. */
export type ItemOf = (n: number) => Item;

export async function loadItems(projectDir: string): Promise<ItemOf> {
  const wire = parseWire(JSON.parse(await readFile(path.join(projectDir, 'data/sample-wire.json'), 'utf8')));
  return (n) => {
    const { title, text, lang } = wire[n % wire.length] as (typeof wire)[number];
    return { id: `ui-${n}`, title: `${title} (${n})`, text, lang, link: `https://sample.example/${n}` };
  };
}

const ARTICLES = `
  insert into article (publisher_id, identity, content_hash, guid, link, canonical_url, title, text, text_source, author, categories, lang, dir,
    published_at, first_seen_at, fetched_at, stored_at, sort_at, focus_countries, tags)
  select publisher_id, identity || '#copy' || n, content_hash, guid || '#' || n, link || '#' || n, canonical_url || '#' || n, title || '-' || n, text, text_source, author, categories, lang, dir,
    sort_at - n * $1::interval, sort_at - n * $1::interval, fetched_at - n * $1::interval, stored_at - n * $1::interval, sort_at - n * $1::interval, focus_countries, tags
  from article, generate_series(1, $2::int) n order by n, sort_at limit $3`;
const KEYS = `
  insert into article_key (article_id, sort_at, publisher_id, late, keys, role_keys, terms)
  select c.id, c.sort_at, c.publisher_id, k.late, k.keys, k.role_keys, k.terms
  from article c join article a on a.publisher_id = c.publisher_id and a.identity = split_part(c.identity, '#copy', 1) join article_key k on k.article_id = a.id
  where c.identity like '%#copy%'`;

/**
 * Copies what is stored to earlier times until there are `total` articles, all that a list or a search needs of them; what counts
 * them knows only the first ones.
 */
export async function copyBack(connectionString: string, total: number): Promise<void> {
  const pool = new pg.Pool({ connectionString });
  try {
    const { rows: [span] } = await pool.query<{ stored: number; first: Date; seconds: number }>(
      'select count(*)::int as stored, min(sort_at) as first, extract(epoch from max(sort_at) - min(sort_at))::int + 1 as seconds from article');
    if (!span || span.stored >= total) return;
    const copies = Math.ceil(total / span.stored) - 1;
    await ensurePartitions(pool, Array.from({ length: copies }, (_, n) => new Date(span.first.getTime() - (n + 1) * span.seconds * 1000)));
    await pool.query(ARTICLES, [`${span.seconds} seconds`, copies, total - span.stored]);
    await pool.query(KEYS);
    await pool.query('vacuum analyze');
  } finally {
    await pool.end();
  }
}
