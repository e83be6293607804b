import type pg from 'pg';
import { restorePassword } from '../../../lib/feed-password';
import { BadSourceError, type SourceChange } from '../../../lib/source';
import { appendChanges } from '../changes';
import { transaction, type Database } from '../client';
import { leaveOut } from '../left-out';
import { endOutage } from '../outages';
import { ADDING_LOCK, readPresent } from './add';
import { addressKey, createPublisherFinder, nameKey } from './plan';

interface FeedRow {
  id: number;
  url: string;
  listedUrl: string | null;
  siteUrl: string | null;
  title: string;
  status: 'active' | 'paused' | 'gone';
  sample: boolean;
  publisherId: number;
  publisherName: string;
}

const FEED = `
  select f.id, f.url, f.listed_url as "listedUrl", f.site_url as "siteUrl", f.title, f.status, f.sample, f.publisher_id as "publisherId", p.name as "publisherName"
  from feed f join publisher p on p.id = f.publisher_id where f.id = $1 for update of f`;

/** Asked as soon as a poller is free, whatever it came to before. */
const DUE = `next_poll_at = clock_timestamp(), next_poll_reason = $2`;

/**
 * Changes what a user says of a feed. Its articles keep the publisher they came under.
 * @returns false where there is none of that id
 * @throws BadSourceError
 */
export async function editSource(db: Database, id: number, change: SourceChange): Promise<boolean> {
  return transaction(db.pool, async (client) => {
    await client.query(ADDING_LOCK);
    const { rows: [feed] } = await client.query<FeedRow>(FEED, [id]);
    if (!feed) return false;
    if (feed.sample) throw new BadSourceError('the sample is not to be edited: remove it from the dashboard', 'sample-fixed');
    await changeFields(client, id, change);
    if (change.url !== undefined) await changeAddress(client, feed, change.url);
    if (change.publisherName !== undefined) await changePublisher(client, feed, change.publisherName);
    if (change.paused !== undefined) await pauseOrGoOn(client, feed, change.paused);
    await appendChanges(client, [{ kind: 'feed:changed', articleId: null, version: null }]);
    return true;
  });
}

const COLUMNS = {
  title: 'title', language: 'language', country: 'country', timezone: 'timezone', folder: 'folder', fullArticles: 'full_articles',
} as const;

async function changeFields(client: pg.PoolClient, id: number, change: SourceChange): Promise<void> {
  const names = (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).filter((name) => change[name] !== undefined);
  if (names.length === 0) return;
  const set = names.map((name, n) => `${COLUMNS[name]} = $${n + 2}`).join(', ');
  await client.query(`update feed set ${set} where id = $1`, [id, ...names.map((name) => change[name])]);
}

/** What polling remembers is of the old address: the new one is asked from scratch, though what it brings is no backfill. */
async function changeAddress(client: pg.PoolClient, feed: FeedRow, wanted: string): Promise<void> {
  const { href: url, origin } = new URL(restorePassword(wanted, feed.url));
  if (url === feed.url) return;
  const { feeds } = await readPresent(client);
  const other = feeds.find((one) => one.url !== feed.url && addressKey(one.url) === addressKey(url));
  if (other) throw new BadSourceError(`the feed "${other.title}" has the address ${other.url} already`, 'address-taken', { title: other.title });
  await client.query('insert into origin (origin) values ($1) on conflict do nothing', [origin]);
  await client.query(
    `update feed set url = $3, listed_url = $3, origin = $4, etag = null, last_modified = null, body_hash = null, failures = 0, asked_since = clock_timestamp(),
       status = case when status = 'gone' then 'active' else status end, ${DUE} where id = $1`,
    [feed.id, JSON.stringify({ code: 'asked' }), url, origin],
  );
  await endOutage(client, feed.id);
  await leaveOut(client, [feed.url, feed.listedUrl]);
  await client.query('delete from subscription where feed_id = $1', [feed.id]);
}

/**
 * Articles are told apart within their publisher. Under another one, those that the feed has brought would come in once more:
 * they count as seen there.
 */
async function changePublisher(client: pg.PoolClient, feed: FeedRow, name: string): Promise<void> {
  if (nameKey(name) === nameKey(feed.publisherName)) {
    await client.query('update publisher set name = $2 where id = $1', [feed.publisherId, name]);
    return;
  }
  const publisher = createPublisherFinder(await readPresent(client))({ ...feed, publisherName: name });
  const { rows: [row] } = await client.query<{ id: number }>(
    'insert into publisher (slug, name) values ($1, $2) on conflict (slug) do update set slug = excluded.slug returning id', [publisher.slug, publisher.name]);
  if (!row || row.id === feed.publisherId) return;
  await client.query('update feed set publisher_id = $2 where id = $1', [feed.id, row.id]);
  await client.query(
    `insert into tombstone (publisher_id, identity, seen_at)
     select distinct $2::int, a.identity, clock_timestamp() from article_feed f join article a on a.id = f.article_id where f.feed_id = $1
     on conflict do nothing`,
    [feed.id, row.id],
  );
}

async function pauseOrGoOn(client: pg.PoolClient, feed: FeedRow, paused: boolean): Promise<void> {
  if (paused) {
    await client.query(`update feed set status = 'paused' where id = $1`, [feed.id]);
    await endOutage(client, feed.id);
  } else if (feed.status !== 'active') {
    await client.query(`update feed set status = 'active', asked_since = clock_timestamp(), ${DUE} where id = $1`, [feed.id, JSON.stringify({ code: 'resumed' })]);
  }
}

/**
 * Makes a feed due now; one that is gone is asked again. The schedule looks every second.
 * @returns false where there is none of that id
 * @throws BadSourceError where it is paused
 */
export async function askNow(db: Database, id: number): Promise<boolean> {
  return transaction(db.pool, async (client) => {
    const { rows: [feed] } = await client.query<{ status: string }>('select status from feed where id = $1 for update', [id]);
    if (!feed) return false;
    if (feed.status === 'paused') throw new BadSourceError('the feed is paused: let it go on first', 'paused');
    await client.query(`update feed set status = 'active', asked_since = case when status = 'gone' then clock_timestamp() else asked_since end, ${DUE} where id = $1`, [id, JSON.stringify({ code: 'asked' })]);
    if (feed.status === 'gone') await appendChanges(client, [{ kind: 'feed:changed', articleId: null, version: null }]);
    return true;
  });
}
