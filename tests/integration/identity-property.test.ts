import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ClaimedFeed } from '../../lib/feed';
import { createDatabase, type Database } from '../../server/db/client';
import { testFeed } from '../support/articles';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { createDesk, feedOf, type Desk, type WrittenItem } from '../support/desk';
import { madeUpWords } from '../support/made-up-news';
import { seeded } from '../support/random';

let test_: TestDatabase;
let db: Database;
let desk: Desk;

beforeAll(async () => {
  test_ = await createTestDatabase();
  db = createDatabase(test_.connectionString, (error) => { throw error; });
  desk = createDesk(db);
});
afterAll(async () => {
  await db.close();
  await test_.drop();
});
beforeEach(async () => {
  await db.pool.query('truncate article, article_key, mention, expired_pair, change, feed, publisher restart identity cascade');
});

type Random = () => number;
const pick = <T>(list: readonly [T, ...T[]], random: Random): T => list[Math.floor(random() * list.length)] ?? list[0];
const START = Date.parse('2017-09-13T06:00:05Z');
const ITEMS = 14;
const POLLS = 12;

/** A newspaper's items, told apart by a number in the title; half of the newspapers write texts. */
function written(random: Random): { title: string; text: string | undefined; date: Date }[] {
  const texts = random() < 0.5;
  return Array.from({ length: ITEMS }, (_, n) => ({
    title: `${madeUpWords(5, random)} [${n}]`,
    text: texts ? madeUpWords(5 + Math.floor(random() * 60), random) : undefined,
    date: new Date(START + n * 1_800_000 + Math.floor(random() * 600) * 1000),
  }));
}

/** The id, or the address, that a feed gives its n-th item, at place `place` of a document. */
type Id = (n: number, place: number) => string | undefined;
const IDS: [Id, ...Id[]] = [
  (n) => `urn:item:${77000 + n}`, (_, place) => String(place + 1), () => undefined, () => 'https://news.example/', () => 'alerts',
];
const LINKS: [Id, ...Id[]] = [
  (n) => `https://news.example/2017/${5000 + n}`, () => 'https://news.example/', () => 'https://news.example/live', () => undefined,
];

/** A rolling window, in whatever order, some of it left out at times. */
function windowAt(poll: number, random: Random): number[] {
  const size = 1 + Math.floor(random() * 5);
  const shown = Array.from({ length: size }, (_, i) => poll - i).filter((n) => n >= 0 && n < ITEMS);
  return random() < 0.5 ? shown : shown.sort(() => random() - 0.5);
}

async function tied(): Promise<{ article: string; numbers: string[] }[]> {
  const { rows } = await db.pool.query<{ article: string; numbers: string[] }>(`
    select a.id as article, array_agg(distinct substring(said.title from '\\[(\\d+)\\]')) as numbers
    from article a cross join lateral (select a.title union all select v.title from article_version v where v.article_id = a.id) said
    group by a.id`);
  return rows;
}

test.each(Array.from({ length: 40 }, (_, n) => n + 1))('whatever ids and addresses a feed gives, each item is one article: %i', async (seed) => {
  const random = seeded(seed);
  const id = pick(IDS, random);
  const link = pick(LINKS, random);
  const items = written(random);
  const feed: ClaimedFeed = await testFeed(db);
  const shown = new Set<number>();
  for (let poll = 0; poll < POLLS; poll++) {
    const numbers = windowAt(poll, random);
    const documents = numbers.map((n, place): WrittenItem => ({ ...items[n], guid: id(n, place), link: link(n, place) }));
    numbers.forEach((n) => shown.add(n));
    const end = await desk.poll(feed, feedOf(documents), new Date(START + 86_400_000));
    expect([end.outcome, end.detail, end.edited]).toEqual(['ok', null, 0]);
  }
  const articles = await tied();
  expect(articles.map(({ numbers }) => numbers.length)).toEqual(articles.map(() => 1));
  expect(articles.flatMap(({ numbers }) => numbers).map(Number).sort((a, b) => a - b)).toEqual([...shown].sort((a, b) => a - b));
});
