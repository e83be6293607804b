import type pg from 'pg';
import type { Database } from './client';

/**
 * `article:tagged`: other tags on the same version, by a correction or a topic of a user's own. `topics:changed`: more articles got or lost a topic
 * than are named one by one.
 */
export const CHANGE_KINDS = ['article:new', 'article:edited', 'article:tagged', 'article:removed', 'feed:changed', 'topics:changed', 'spikes:changed'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface Change {
  seq: string;
  kind: ChangeKind;
  articleId: string | null;
  version: number | null;
  /** base buckets (ISO) that an edit, a removal or other tags took the article out of */
  buckets: string[];
}

export interface NewChange {
  kind: ChangeKind;
  articleId: string | null;
  version: number | null;
  buckets?: string[];
}

/**
 * Appends to the log. It has to be the last step of its transaction: the insert's trigger takes the lock under which
 * `seq` is drawn and holds it to the commit, which makes the order of seq the order of commits.
 */
export async function appendChanges(client: pg.PoolClient, changes: NewChange[]): Promise<void> {
  if (changes.length === 0) return;
  await client.query(
    `insert into change (kind, article_id, version, data)
     select kind, "articleId", version, case when buckets is null then null else jsonb_build_object('buckets', buckets) end
     from jsonb_to_recordset($1::jsonb) as c(kind text, "articleId" bigint, version int, buckets jsonb)`,
    [JSON.stringify(changes)],
  );
}

interface Row {
  seq: string;
  kind: ChangeKind;
  article_id: string | null;
  version: number | null;
  data: { buckets?: string[] } | null;
}

/** The changes after `cursor`, in order, at most `limit`. None that commits later can come before one that is here. */
export async function changesSince(db: Database, cursor: string, limit: number): Promise<Change[]> {
  const { rows } = await db.pool.query<Row>(
    'select seq, kind, article_id, version, data from change where seq > $1 order by seq limit $2',
    [cursor, limit],
  );
  return rows.map((row) => ({
    seq: row.seq, kind: row.kind, articleId: row.article_id, version: row.version, buckets: row.data?.buckets ?? [],
  }));
}

/** The newest change's number; '0' where there is none. */
export async function newestCursor(db: Database): Promise<string> {
  const { rows } = await db.pool.query<{ cursor: string }>('select coalesce(max(seq), 0) as cursor from change');
  return rows[0]?.cursor ?? '0';
}

/**
 * Whether the log still holds everything after the cursor: not where it is ahead of the log (the database is another one),
 * nor where the changes after it have been tidied away.
 */
export async function holdsAllSince(db: Database, cursor: string): Promise<boolean> {
  const { rows: [row] } = await db.pool.query<{ holds: boolean }>(
    'select coalesce($1::bigint between min(seq) - 1 and max(seq), $1::bigint = 0) as holds from change', [cursor],
  );
  return row?.holds ?? false;
}
