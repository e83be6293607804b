import type pg from 'pg';
import type { Entry } from '../../lib/entry';
import type { ClaimedFeed } from '../../lib/feed';
import { toJson } from './json';
import { boundedKey, entryKeyOf } from './store-plan';

interface Candidate {
  key: string;
  identity: string;
  canonicalUrl: string | null;
  title: string;
}

const CANDIDATES = `
  select f.entry_key as key, a.identity, a.canonical_url as "canonicalUrl", a.title
  from jsonb_to_recordset($1::jsonb) as q(key text)
  join article_feed f on f.feed_id = $2 and f.entry_key = q.key
  join article a on a.id = f.article_id
  order by f.article_id`;

/** A feed that uses one id for several items has said so by both its address and its title: then the id proves nothing. */
function isTheSame(entry: Entry, known: Candidate): boolean {
  return known.canonicalUrl === entry.canonicalUrl || known.title === entry.title;
}

/**
 * What a feed once tied to an article stays tied to it. Of itself an entry's identity depends on its document: an address
 * that other items share today, or that its publisher changed, would make a second article of what is known by its id.
 * @returns the entries, in their order, under the identity they are stored with
 */
export async function resolveIdentities(client: pg.Pool | pg.PoolClient, feed: ClaimedFeed, entries: readonly Entry[]): Promise<Entry[]> {
  const asked = entries.filter(({ guid }) => guid !== null).map((entry) => ({ key: entryKeyOf(entry) }));
  if (asked.length === 0) return [...entries];
  const { rows } = await client.query<Candidate>(CANDIDATES, [toJson(asked), feed.id]);
  const byKey = grouped(rows);
  return entries.map((entry) => {
    const known = entry.guid === null ? [] : byKey.get(entryKeyOf(entry)) ?? [];
    if (known.some(({ identity }) => identity === boundedKey(entry.identity))) return entry;
    const same = known.find((candidate) => isTheSame(entry, candidate));
    return same ? { ...entry, identity: same.identity } : entry;
  });
}

function grouped(rows: readonly Candidate[]): Map<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const row of rows) groups.set(row.key, [...(groups.get(row.key) ?? []), row]);
  return groups;
}
