import type pg from 'pg';
import type { OutageVerdict } from '../../lib/feed';

interface Judged {
  id: number;
  url: string;
}

// Where the feed was paused, or got another address, while it was asked, the verdict is of what is no longer asked.
const FEED = `from feed f where f.id = $1 and f.url = $2 and f.status <> 'paused' and f.asked_since <= $3`;
const TAKE_BACK = 'delete from outage where feed_id = $1 and ended_at is null';
const END = 'update outage set ended_at = $2 where feed_id = $1 and ended_at is null';
const OPEN = `
  insert into outage (feed_id, publisher_id, started_at) select f.id, f.publisher_id, $3 ${FEED}
  and not exists (select 1 from outage o where o.feed_id = f.id and o.ended_at is null)`;
const MISSED = `insert into outage (feed_id, publisher_id, started_at, ended_at) select f.id, f.publisher_id, $3, $4 ${FEED}`;

/** Writes down what a poll said of the time before. @returns whether charts may look otherwise now */
export async function recordOutage(client: pg.PoolClient, feed: Judged, verdict: OutageVerdict): Promise<boolean> {
  const rows = async (text: string, values: unknown[]) => ((await client.query(text, values)).rowCount ?? 0) > 0;
  switch (verdict.kind) {
    case 'silent':
      return rows(OPEN, [feed.id, feed.url, verdict.since]);
    case 'ended':
      return rows(END, [feed.id, verdict.until]);
    case 'nothing-missed':
      return rows(TAKE_BACK, [feed.id]);
    case 'missed': {
      const taken = await rows(TAKE_BACK, [feed.id]);
      return (await rows(MISSED, [feed.id, feed.url, verdict.since, verdict.until])) || taken;
    }
  }
}

/** What was going on ends here: the feed's user paused it, or had it ask another address. */
export async function endOutage(client: pg.PoolClient, feedId: number): Promise<void> {
  await client.query('update outage set ended_at = clock_timestamp() where feed_id = $1 and ended_at is null', [feedId]);
}
