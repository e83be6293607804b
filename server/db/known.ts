import type { Entry } from '../../lib/entry';
import type { ClaimedFeed } from '../../lib/feed';
import type { Database } from './client';
import { toJson } from './json';
import { resolveIdentities } from './resolve-identity';
import { boundedKey } from './store-plan';

export type Knowledge = 'new' | 'edited' | 'seen';

interface Row {
  n: number;
  article: string | null;
  /** all that this feed said of it, under whatever id; null where it never showed it */
  said: string[] | null;
}

const ASK = `
  select q.n, a.id as article,
    (select array_agg(f.content_hash) from article_feed f where f.article_id = a.id and f.feed_id = $3) as said
  from jsonb_to_recordset($1::jsonb) as q(n int, identity text)
  left join article a on a.publisher_id = $2 and a.identity = q.identity`;

function judge(entry: Entry, row: Row | undefined): Knowledge {
  if (!row?.article) return 'new';
  // Another feed of the publisher brought it and may word it otherwise: that is no edit.
  if (row.said === null) return 'seen';
  return row.said.includes(entry.contentHash) ? 'seen' : 'edited';
}

/**
 * Which of a feed's entries need tagging: `new` to its publisher, or `edited` since this feed last said them. In the
 * order of the entries. The store decides for good; this only saves the tagging of what is known.
 */
export async function knownEntries(db: Database, feed: ClaimedFeed, entries: Entry[]): Promise<Knowledge[]> {
  if (entries.length === 0) return [];
  const resolved = await resolveIdentities(db.pool, feed, entries);
  const asked = resolved.map((entry, n) => ({ n, identity: boundedKey(entry.identity) }));
  const { rows } = await db.pool.query<Row>(ASK, [toJson(asked), feed.publisherId, feed.id]);
  const byIndex = new Map(rows.map((row) => [row.n, row]));
  return entries.map((entry, n) => judge(entry, byIndex.get(n)));
}
