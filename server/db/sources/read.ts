import { hidePassword } from '../../../lib/feed-password';
import { judgeHealth } from '../../../lib/source-health';
import { SOURCE_HEALTH, type Source, type SourcePoll } from '../../../lib/source';
import type { Database } from '../client';

/** Days of the sparkline, today included. */
export const SPARK_DAYS = 14;
/** Articles that a feed's rhythm is read from. */
const RECENT = 30;
const POLLS = 50;

// first_success_at: what came with the first poll is backfill, and would stand there as a peak
const SOURCES = `
  select f.id, f.title, f.url, nullif(f.listed_url, f.url) as "listedUrl", f.site_url as "siteUrl",
    json_build_object('id', p.id, 'slug', p.slug, 'name', p.name) as publisher,
    f.language, f.country, f.timezone, f.folder, f.full_articles as "fullArticles", f.sample, f.status, f.added_at as "addedAt",
    f.last_poll_at as "lastPollAt", f.last_success_at as "lastSuccessAt", f.last_failure_at as "lastFailureAt",
    f.last_outcome as "lastOutcome", f.last_error as "lastError", f.failures, f.next_poll_at as "nextPollAt", f.next_poll_reason as "nextPollReason",
    coalesce(days.counts, '{}') as days, coalesce(recent.times, '[]') as recent, coalesce(seen.articles, 0)::int as articles,
    case when s.feed_id is null then null else json_build_object('hub', s.hub, 'state', s.state, 'lastPushAt', s.last_push_at) end as push,
    case when f.full_articles or pages.feed_id is not null then json_build_object('waiting', coalesce(pages.waiting, 0),
      'done', coalesce(pages.done, 0), 'failed', coalesce(pages.failed, 0)) end as pages
  from feed f
  join publisher p on p.id = f.publisher_id
  left join subscription s on s.feed_id = f.id
  left join (
    select feed_id, count(*) as articles from article_feed where $1::int is null or feed_id = $1 group by feed_id
  ) seen on seen.feed_id = f.id
  left join (
    select feed_id, json_object_agg(day, n) as counts from (
      select feed_id, day, count(*) as n from (
        select distinct s.feed_id, s.article_id, (s.seen_at at time zone 'utc')::date as day
        from article_feed s join feed on feed.id = s.feed_id
        where ($1::int is null or s.feed_id = $1) and s.seen_at >= $2::timestamptz and s.seen_at > coalesce(feed.first_success_at, feed.added_at)
      ) as shown group by feed_id, day
    ) as by_day group by feed_id
  ) days on days.feed_id = f.id
  left join lateral (
    select json_agg(extract(epoch from sort_at) * 1000 order by sort_at desc) as times from (
      select a.sort_at from (
        select article_id from article_feed where feed_id = f.id order by seen_at desc limit ${RECENT}
      ) as newest join article a on a.id = newest.article_id
    ) as theirs
  ) recent on true
  left join (
    select feed_id, count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'done') as done,
      count(*) filter (where state = 'failed') as failed
    from page_fetch where $1::int is null or feed_id = $1 group by feed_id
  ) pages on pages.feed_id = f.id
  where $1::int is null or f.id = $1`;

type Same = 'id' | 'title' | 'url' | 'listedUrl' | 'siteUrl' | 'publisher' | 'language' | 'country' | 'timezone' | 'folder' | 'fullArticles'
  | 'sample' | 'status' | 'lastOutcome' | 'lastError' | 'failures' | 'nextPollReason' | 'articles' | 'pages';
interface Row extends Pick<Source, Same> {
  addedAt: Date;
  lastPollAt: Date | null;
  lastSuccessAt: Date | null;
  lastFailureAt: Date | null;
  nextPollAt: Date;
  /** articles by day, as YYYY-MM-DD */
  days: Record<string, number>;
  recent: number[];
  push: { hub: string; state: string; lastPushAt: string | null } | null;
}

const DAY = 86_400_000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const iso = (at: Date | null) => at?.toISOString() ?? null;

function perDay({ days, addedAt }: Row, now: Date): (number | null)[] {
  return Array.from({ length: SPARK_DAYS }, (_, n) => {
    const day = dayOf(now.getTime() - (SPARK_DAYS - 1 - n) * DAY);
    return day < dayOf(addedAt.getTime()) ? null : days[day] ?? 0;
  });
}

function toSource({ days, recent, ...row }: Row, now: Date): Source {
  const health = judgeHealth({
    status: row.status, addedAt: row.addedAt.getTime(), lastPollAt: row.lastPollAt?.getTime() ?? null,
    lastSuccessAt: row.lastSuccessAt?.getTime() ?? null, failures: row.failures, recent,
  }, now.getTime());
  return {
    ...row,
    url: hidePassword(row.url),
    listedUrl: row.listedUrl === null ? null : hidePassword(row.listedUrl),
    health,
    addedAt: row.addedAt.toISOString(),
    lastPollAt: iso(row.lastPollAt),
    lastSuccessAt: iso(row.lastSuccessAt),
    lastFailureAt: iso(row.lastFailureAt),
    nextPollAt: row.nextPollAt.toISOString(),
    perDay: perDay({ ...row, days, recent }, now),
    lastArticleAt: recent[0] === undefined ? null : new Date(recent[0]).toISOString(),
    push: row.push && { ...row.push, lastPushAt: row.push.lastPushAt === null ? null : new Date(row.push.lastPushAt).toISOString() },
  };
}

async function ask(db: Database, id: number | null, now: Date): Promise<Source[]> {
  const firstDay = `${dayOf(now.getTime() - (SPARK_DAYS - 1) * DAY)}T00:00:00Z`;
  const { rows } = await db.pool.query<Row>(SOURCES, [id, firstDay]);
  return rows.map((row) => toSource(row, now));
}

const inOrder = new Intl.Collator('ar', { numeric: true });

function byNeed(a: Source, b: Source): number {
  return SOURCE_HEALTH.indexOf(a.health) - SOURCE_HEALTH.indexOf(b.health)
    || inOrder.compare(a.publisher.name, b.publisher.name) || inOrder.compare(a.title, b.title) || a.id - b.id;
}

/** Every feed, those that need a look first. */
export async function readSources(db: Database, now: Date): Promise<Source[]> {
  return (await ask(db, null, now)).sort(byNeed);
}

/** One feed; null where there is none of that id. */
export async function readSource(db: Database, id: number, now: Date): Promise<Source | null> {
  return (await ask(db, id, now))[0] ?? null;
}

/** A feed's last polls, newest first. */
export async function readPolls(db: Database, feedId: number): Promise<SourcePoll[]> {
  const polls = await db.prisma.poll.findMany({ where: { feedId }, orderBy: { startedAt: 'desc' }, take: POLLS });
  return polls.map(({ startedAt, outcome, detail, httpStatus, bytes, entries, newArticles, edited }) => ({
    startedAt: startedAt.toISOString(), outcome: outcome as SourcePoll['outcome'], detail, httpStatus, bytes, entries, newArticles, edited,
  }));
}
