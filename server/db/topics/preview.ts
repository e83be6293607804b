import type { Database } from '../client';

/** Of a text so much is tried on a draft. */
const CHARACTERS = 20_000;

const ARTICLE = `
  select a.id, a.title, left(a.text, ${CHARACTERS}) as text, a.lang, a.dir, coalesce(a.link, a.canonical_url) as url, p.name as publisher, a.sort_at as "sortAt"
  from article a join publisher p on p.id = a.publisher_id`;

export interface PreviewRow {
  id: string;
  title: string;
  text: string;
  lang: string | null;
  dir: 'ltr' | 'rtl';
  url: string | null;
  publisher: string;
  sortAt: string;
}

type Row = Omit<PreviewRow, 'sortAt'> & { sortAt: Date };
const told = (rows: Row[]): PreviewRow[] => rows.map((row) => ({ ...row, sortAt: row.sortAt.toISOString() }));

/** Articles published since `from`, newest first, below `before` where it is given. */
export async function articlesBefore(db: Database, from: Date, before: { sortAt: string; id: string } | null, limit: number): Promise<PreviewRow[]> {
  const { rows } = await db.pool.query<Row>(
    `${ARTICLE} where a.sort_at >= $1 and ($2::timestamptz is null or (a.sort_at, a.id) < ($2, $3::bigint)) order by a.sort_at desc, a.id desc limit $4`,
    [from, before?.sortAt ?? null, before?.id ?? null, limit],
  );
  return told(rows);
}

/** Articles published since `from` that were stored after that one. */
export async function articlesAfter(db: Database, from: Date, id: string, limit: number): Promise<PreviewRow[]> {
  const { rows } = await db.pool.query<Row>(`${ARTICLE} where a.id > $2 and a.sort_at >= $1 order by a.id limit $3`, [from, id, limit]);
  return told(rows);
}
