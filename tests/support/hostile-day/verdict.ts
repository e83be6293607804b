import type pg from 'pg';
import type { DayItem, Edition } from './edition';

/** What became of all that was served. Names are `feed/guid`, `publisher/item` or article ids; all but the counts should be empty. */
export interface DayVerdict {
  /** ids that some feed handed out in a document that can be read */
  served: number;
  /** of them, those that lead to exactly one article */
  once: number;
  lost: string[];
  /** on no article, and handed out only to a process that was killed before it could say what became of it, or that had given up */
  unheard: number;
  /** an id of a feed that leads to several articles */
  torn: string[];
  /** an item whose ids, in the feeds of its publisher, lead to several articles */
  doubled: string[];
  /** an article on which items lie that say different things */
  swallowed: string[];
  /** an article that counts as edited though its item never was */
  falseEdits: string[];
  articles: number;
  edited: number;
  /** items that several addresses of a publisher share, word for word: one article */
  merged: number;
  /** what the counts come to; has to be the number of articles */
  counted: number;
  /** items that were in a feed's window, but in no document that went out whole */
  neverServed: number;
}

interface Row {
  feed: string;
  key: string;
  article: string;
  edited: boolean;
}

const TIED = `
  select feed.title as feed, seen.entry_key as key, seen.article_id as article, article.edited_at is not null as edited
  from article_feed seen join feed on feed.id = seen.feed_id join article on article.id = seen.article_id`;
const SUMS = `
  select (select count(*)::int from article) as articles, (select count(*)::int from article where edited_at is not null) as edited,
    (select coalesce(sum(count), 0)::int from mention where key = 1) as counted`;

/** Polls that had the whole answer, whatever they made of it; a process that is killed leaves none. */
const HEARD = `
  select feed.title as feed, poll.started_at as "from", poll.finished_at as "to" from poll join feed on feed.id = poll.feed_id
  where poll.outcome in ('ok', 'unchanged', 'unreadable', 'not-a-feed', 'parse-timeout', 'store-error')`;

const wordsOf = ({ title, text }: DayItem) => `${title} ${text}`.replace(/\s+/gu, ' ').trim();

function grouped<T>(pairs: Iterable<readonly [string, T]>): Map<string, Set<T>> {
  const groups = new Map<string, Set<T>>();
  for (const [key, value] of pairs) groups.set(key, (groups.get(key) ?? new Set()).add(value));
  return groups;
}

/** Asks the database what became of everything that was served. Feeds are found by their titles: the edition's names. */
export async function judgeDay(client: pg.Client | pg.Pool, edition: Edition): Promise<DayVerdict> {
  const { rows } = await client.query<Row>(TIED);
  const { rows: [sums] } = await client.query<{ articles: number; edited: number; counted: number }>(SUMS);
  const articlesOf = grouped(rows.map(({ feed, key, article }) => [`${feed}/${key}`, article] as const));
  const served = edition.feeds.flatMap((feed) => {
    const ids = edition.servedIn(feed.name);
    return feed.items.filter(({ id }) => ids.has(id)).map((item) => ({ name: `${feed.name}/${feed.guidOf(item)}`, feed: feed.name, item }));
  });
  const count = (name: string) => articlesOf.get(name)?.size ?? 0;
  const byItem = grouped(served.flatMap(({ name, item }) => [...(articlesOf.get(name) ?? [])].map((article) => [`${item.source}/${item.id}`, article] as const)));
  const byArticle = grouped(served.flatMap(({ name, item }) => [...(articlesOf.get(name) ?? [])].map((article) => [article, item] as const)));
  const editedArticles = new Set(rows.filter(({ edited }) => edited).map(({ article }) => article));
  const servedItems = new Set(served.map(({ item }) => item));
  const heard = grouped((await client.query<{ feed: string; from: Date; to: Date }>(HEARD)).rows.map((poll) => [poll.feed, poll] as const));
  const wasHeard = (feed: string, item: DayItem) => edition.servedAt(feed, item).some((at) =>
    [...(heard.get(feed) ?? [])].some(({ from, to }) => from.getTime() <= at && at <= to.getTime()));
  const onNone = served.filter(({ name }) => count(name) === 0);
  const lost = onNone.filter(({ feed, item }) => wasHeard(feed, item)).map(({ name }) => name);
  const several = [...byArticle].filter(([, items]) => items.size > 1);
  return {
    served: served.length,
    once: served.filter(({ name }) => count(name) === 1).length,
    lost,
    unheard: onNone.length - lost.length,
    torn: served.filter(({ name }) => count(name) > 1).map(({ name }) => name),
    doubled: [...byItem].filter(([, articles]) => articles.size > 1).map(([name]) => name),
    swallowed: several.filter(([, items]) => new Set([...items].map(wordsOf)).size > 1).map(([article]) => article),
    falseEdits: [...byArticle].filter(([article, items]) => editedArticles.has(article) && [...items].every(({ editedAt }) => editedAt === null)).map(([article]) => article),
    articles: sums?.articles ?? 0,
    edited: sums?.edited ?? 0,
    merged: several.reduce((sum, [, items]) => sum + items.size - 1, 0),
    counted: sums?.counted ?? 0,
    neverServed: [...edition.shown()].filter((item) => !servedItems.has(item)).length,
  };
}
