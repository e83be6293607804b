import { retentionSchema } from '../../lib/source-input';
import type { Retention } from '../../lib/source';
import { appendChanges } from './changes';
import { transaction, type Database } from './client';
import { readSetting, writeSetting } from './settings';

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

// One that a poll is storing just now is left for the next time: nobody waits for anybody.
const EXPIRED = `
  delete from article where id in (
    select id from article where sort_at < $1 order by sort_at limit ${BATCH} for update skip locked)
  returning id, publisher_id as "publisherId", identity`;

const BURY = `
  insert into tombstone (publisher_id, identity, seen_at)
  select "publisherId", identity, $2 from jsonb_to_recordset($1::jsonb) as t("publisherId" int, identity text)
  order by "publisherId", identity on conflict (publisher_id, identity) do update set seen_at = excluded.seen_at`;

/**
 * Deletes a batch of the articles that are older than they are to be kept. Mention counts stay; a tombstone keeps each from being
 * taken in, and counted, again by a feed that still lists it; browsers drop it.
 * @returns how many, and whether there may be more
 */
export async function expireArticles(db: Database, now: Date): Promise<{ expired: number; more: boolean }> {
  const cutoff = await retentionCutoff(db, now);
  if (cutoff === null) return { expired: 0, more: false };
  const expired = await transaction(db.pool, async (client) => {
    const { rows } = await client.query<{ id: string; publisherId: number; identity: string }>(EXPIRED, [cutoff]);
    await client.query(BURY, [JSON.stringify(rows), now]);
    await appendChanges(client, rows.map(({ id }) => ({ kind: 'article:removed', articleId: id, version: null })));
    return rows.length;
  });
  return { expired, more: expired === BATCH };
}
