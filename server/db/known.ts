import type { Entry } from '../../lib/entry';
import type { ClaimedFeed } from '../../lib/feed';
import type { Database } from './client';
import { toJson } from './json';
import { boundedKey, entryKeyOf } from './store-plan';

export type Knowledge = 'new' | 'edited' | 'seen';

interface Row {
  n: number;
  article: string | null;
  said: string | null;
}

const ASK = `
  select q.n, a.id as article, f.content_hash as said
  from jsonb_to_recordset($1::jsonb) as q(n int, identity text, key text)
  left join article a on a.publisher_id = $2 and a.identity = q.identity
  left join article_feed f on f.article_id = a.id and f.feed_id = $3 and f.entry_key = q.key`;

function judge(entry: Entry, row: Row | undefined): Knowledge {
  if (!row?.article) return 'new';
  // Another feed of the publisher brought it and may word it otherwise: that is no edit.
  if (row.said === null) return 'seen';
  return row.said === entry.contentHash ? 'seen' : 'edited';
}

/**
 * Which of a feed's entries need tagging: `new` to its publisher, or `edited` since this feed last said them. In the
 * order of the entries. The store decides for good; this only saves the tagging of what is known.
 */
export async function knownEntries(db: Database, feed: ClaimedFeed, entries: Entry[]): Promise<Knowledge[]> {
  if (entries.length === 0) return [];
  const asked = entries.map((entry, n) => ({ n, identity: boundedKey(entry.identity), key: entryKeyOf(entry) }));
  const { rows } = await db.pool.query<Row>(ASK, [toJson(asked), feed.publisherId, feed.id]);
  const byIndex = new Map(rows.map((row) => [row.n, row]));
  return entries.map((entry, n) => judge(entry, byIndex.get(n)));
}
