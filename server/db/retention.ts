import { retentionSchema } from '../../lib/source-input';
import type { Retention } from '../../lib/source';
import { appendChanges } from './changes';
import { transaction, type Database } from './client';
import { tryLockPublishers } from './publisher-lock';
import { readSetting, writeSetting } from './settings';
import { addExpired } from './expired';
import { readIndexed } from './reindex';

const RETENTION = 'retention';
const DAY = 86_400_000;

/** Articles deleted in one transaction: short enough that no poll waits for it. */
const BATCH = 500;

/** How long articles are kept; for ever where nobody has said. */
export async function readRetention(db: Database): Promise<Retention> {
  const stored = await readSetting(db, RETENTION);
  return stored === null ? { days: null } : retentionSchema.parse(stored);
}

export async function writeRetention(db: Database, retention: Retention): Promise<void> {
  await writeSetting(db, RETENTION, { days: retention.days });
}

/** What is older is not kept, and not taken in; null: everything is kept. */
export async function retentionCutoff(db: Database, now: Date): Promise<Date | null> {
  const { days } = await readRetention(db);
  return days === null ? null : new Date(now.getTime() - days * DAY);
}

const OLDEST = `select distinct publisher_id as id from (select publisher_id from article where sort_at < $1 order by sort_at limit ${BATCH}) as oldest`;

// Those of a publisher that a poll is storing for just now are left for the next time: an insert that met the delete halfway would not see
// the tombstone, and bring the article back.
const EXPIRED = `
  delete from article where id in (
    select id from article where sort_at < $1 and publisher_id = any($2) order by sort_at limit ${BATCH} for update skip locked)
  returning id, publisher_id as "publisherId", identity, sort_at as "sortAt"`;

const BURY = `
  insert into tombstone (publisher_id, identity, seen_at)
  select "publisherId", identity, $2 from jsonb_to_recordset($1::jsonb) as t("publisherId" int, identity text)
  order by "publisherId", identity on conflict (publisher_id, identity) do update set seen_at = excluded.seen_at`;

interface Expired {
  id: string;
  publisherId: number;
  identity: string;
  sortAt: Date;
}

/**
 * Deletes a batch of the articles that are older than they are to be kept. Mentions stay, and what topic and place had in common by the day; a tombstone keeps each from being
 * taken in, and counted, again by a feed that still lists it; browsers drop it.
 * @returns how many, and whether there may be more
 */
export async function expireArticles(db: Database, now: Date): Promise<{ expired: number; more: boolean }> {
  const cutoff = await retentionCutoff(db, now);
  if (cutoff === null) return { expired: 0, more: false };
  const expired = await transaction(db.pool, async (client) => {
    const { rows: publishers } = await client.query<{ id: number }>(OLDEST, [cutoff]);
    const free = await tryLockPublishers(client, publishers.map(({ id }) => id));
    const { rows } = await client.query<Expired>(EXPIRED, [cutoff, free]);
    await client.query(BURY, [JSON.stringify(rows), now]);
    await addExpired(client, await readIndexed(client, rows.map(({ id }) => id)));
    await appendChanges(client, rows.map(({ id }) => ({ kind: 'article:removed', articleId: id, version: null })));
    return rows.length;
  });
  return { expired, more: expired === BATCH };
}
