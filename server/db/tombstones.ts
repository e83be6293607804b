import type pg from 'pg';
import type { Entry } from '../../lib/entry';
import type { ClaimedFeed } from '../../lib/feed';
import { toJson } from './json';
import { identitiesOf } from './store-plan';

/** A condition over a tombstone `t`: what was published after it was set is another event, at an address that is used again. */
export const liesOver = (publishedAt: string) => `(${publishedAt} is null or ${publishedAt} <= t.seen_at)`;

const BURIED = `
  select distinct n from jsonb_to_recordset($1::jsonb) as q(n int, identities jsonb, "publishedAt" timestamptz)
  cross join jsonb_array_elements_text(identities) as one
  join tombstone t on t.publisher_id = $2 and t.identity = one
  where ${liesOver('q."publishedAt"')}`;

// It lies for as long as some feed lists its article: once a day is often enough to say so. Who finds another saying it
// waits for nobody: two feeds that list the same in another order would wait for one another.
const STILL_LISTED = `
  update tombstone set seen_at = clock_timestamp()
  where ctid in (
    select ctid from tombstone where publisher_id = $1 and identity = any($2) and seen_at < clock_timestamp() - interval '1 day' for update skip locked)`;

/** Those of a feed's entries whose article is deleted for good. */
export async function findBuried(pool: pg.Pool, feed: ClaimedFeed, entries: readonly Entry[]): Promise<Set<Entry>> {
  if (entries.length === 0) return new Set();
  const asked = entries.map((entry, n) => ({ n, identities: identitiesOf(entry), publishedAt: entry.publishedAt }));
  const { rows } = await pool.query<{ n: number }>(BURIED, [toJson(asked), feed.publisherId]);
  const identities = rows.flatMap(({ n }) => asked[n]?.identities ?? []);
  if (identities.length > 0) await pool.query(STILL_LISTED, [feed.publisherId, identities]);
  return new Set(rows.flatMap(({ n }) => entries[n] ?? []));
}
