import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FilterQuery } from '../../lib/events';
import { NO_FILTER } from '../../lib/filter';
import type { Place } from '../../lib/place';
import { createDatabase, type Database } from '../../server/db/client';
import { syncTopics } from '../../server/db/places';
import { addView } from '../../server/db/reader/views';
import { readSpike, readSpikes } from '../../server/db/spikes/read';
import { storeEntries } from '../../server/db/store';
import { backtestStored } from '../../server/backtest-app';
import { backtestLines } from '../../server/cli/backtest/text';
import { createSpikeWatch } from '../../server/spikes-app';
import { createTrends } from '../../server/trends-app';
import { thresholdsAt } from '../../server/trends/spikes/thresholds';
import { ASTANA, CONFLICT, IDLIB, SPORT, tagged, testFeed, TEST_TOPICS } from '../support/articles';
import { createTestDatabase, type TestDatabase } from '../support/database';

const START = new Date('2026-11-20T00:00:00Z').getTime();
const HOUR = 3_600_000;
const MINUTE = 60_000;
const DAYS = 5;
const fail = (error: unknown) => { throw error; };

let database: TestDatabase;
let db: Database;
let now = new Date();
beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase(database.connectionString, fail);
});
afterAll(async () => {
  await db.close();
  await database.drop();
});
beforeEach(async () => {
  await db.pool.query('truncate article, article_key, mention, expired_pair, change, feed, origin, publisher, setting, spike, reader restart identity cascade');
  await syncTopics(db, TEST_TOPICS);
});

let made = 0;
const article = (at: number, title: string, place: Place, topic: typeof CONFLICT) => {
  made += 1;
  return tagged({ title: `${title} ${made}`, text: `نص ${made}`, link: `https://news.example/${made}`, publishedAt: new Date(at).toISOString() }, [[place, 'about']], [topic]);
};

const feeds = () => Promise.all(['a', 'b', 'c', 'd'].map((name) => testFeed(db, `https://${name}.example/feed`, name)));

/** Every hour each of four newspapers has two stories of sport in Astana, and every third hour one of the conflict in Idlib. */
async function quietDays(): Promise<void> {
  for (const [n, feed] of (await feeds()).entries()) {
    for (let day = 0; day < DAYS; day += 1) {
      // as they come, hour by hour: none is late
      for (let k = 0; k < 24; k += 1) {
        const hour = START + (day * 24 + k) * HOUR;
        const items = [
          article(hour + (n * 13 + 2) * MINUTE, 'مباراة', ASTANA, SPORT), article(hour + (n * 11 + 9) * MINUTE, 'دورة', ASTANA, SPORT),
          ...(k % 3 === n % 3 ? [article(hour + (n * 7 + 5) * MINUTE, 'اشتباك', IDLIB, CONFLICT)] : []),
        ];
        await storeEntries(db, feed, new Date(hour + HOUR), { tagged: items, seen: [] });
      }
    }
  }
}

const END = START + DAYS * 24 * HOUR;
const watch = () => createSpikeWatch({ db, now: () => now, onError: fail });

/** So many stories of each newspaper of the conflict in Idlib, minute by minute, seen so long after. */
async function burst(from: number, each: number, lateBy = 0): Promise<void> {
  for (const [n, feed] of (await feeds()).entries()) {
    for (let k = 0; k < each; k += 1) {
      const at = from + (k * 4 + n) * MINUTE;
      await storeEntries(db, feed, new Date(at + MINUTE + lateBy), { tagged: [article(at, `قصف عنيف على مدينة إدلب ${'أبجدهوزحطي'.charAt(k)}${n}`, IDLIB, CONFLICT)], seen: [] });
    }
  }
}

describe('a look at what is there', () => {
  test('too little history is no ground to call anything unusual', async () => {
    await burst(END, 6);
    now = new Date(END + 90 * MINUTE);
    expect((await watch().check()).events).toEqual([]);
    expect(await createTrends({ db, now: () => now }).spikeHistory()).toEqual({ hours: 1, needed: 72, enough: false });
  });

  test('a burst of four newspapers is one spike, with its story; it lives on, and ends', async () => {
    await quietDays();
    await burst(END + 5 * MINUTE, 8);
    const one = watch();
    now = new Date(END + 4 * MINUTE);
    expect(await createTrends({ db, now: () => now }).spikeHistory()).toEqual({ hours: DAYS * 24, needed: 72, enough: true });
    expect((await one.check()).events).toEqual([]);
    now = new Date(END + 38 * MINUTE);
    expect((await one.check()).events.map(({ kind }) => kind)).toEqual(['opened']);
    const [spike, ...others] = await readSpikes(db, [], 10);
    expect(others).toEqual([]);
    expect(spike).toMatchObject({ state: 'rising', lane: 'fast', publishers: 4 });
    expect(spike?.series).toMatch(/idlib|conflict|SY/u);
    expect(spike?.observed).toBeGreaterThan(20);
    expect(spike?.expected).toBeLessThan(10);
    expect(Date.parse(spike?.startedAt ?? '') - END).toBeLessThan(20 * MINUTE);
    expect(spike?.story.first).toMatchObject({ publisher: { name: 'a' } });
    expect(spike?.story.articles.length).toBeGreaterThan(0);
    expect(spike?.story.publishers.map(({ count }) => count).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(20);
    expect(spike?.labels.some(({ ar }) => ar !== null)).toBe(true);
    expect((await db.prisma.change.findFirst({ orderBy: { seq: 'desc' } }))?.kind).toBe('spikes:changed');
    // another process goes on where this one was
    const next = watch();
    now = new Date(END + 40 * MINUTE);
    expect((await next.check()).events.filter(({ kind }) => kind === 'opened')).toEqual([]);
    for (let minutes = 45; minutes < 5 * 60; minutes += 5) {
      now = new Date(END + minutes * MINUTE);
      await next.check();
    }
    expect((await readSpikes(db, [], 10)).map(({ state }) => state)).toEqual(['over']);
    expect(await readSpikes(db, ['rising', 'peak', 'fading'], 10)).toEqual([]);
  }, 300_000);

  test('a search that readers saved is watched for them, beside what all see', async () => {
    const [me, too, other] = ['a', 'b', 'c'].map((digit) => digit.repeat(32)) as [string, string, string];
    const query = (part: Partial<FilterQuery>): FilterQuery => ({ region: [], topic: [], q: '', window: '24h', ...part });
    await addView(db, me, { name: 'القصف في إدلب', query: query({ region: ['idlib'], q: 'قصف' }) }, new Date(START));
    await addView(db, too, { name: 'Shelling', query: query({ region: ['idlib'], q: 'قصف', last: '24h', window: '7d' }) }, new Date(START));
    await addView(db, other, { name: 'مباريات', query: query({ q: 'مباراة' }) }, new Date(START));
    await addView(db, other, { name: 'كل شيء', query: query({}) }, new Date(START));
    await quietDays();
    await burst(END + 5 * MINUTE, 8);
    now = new Date(END + 38 * MINUTE);
    const { events } = await watch().check();
    expect(events.map(({ kind, spike }) => [kind, spike.series === 'search:1'])).toEqual([['opened', false], ['opened', true]]);
    const [mine, theirs] = [await readSpikes(db, [], 10, NO_FILTER, me), await readSpikes(db, [], 10, NO_FILTER, too)];
    expect([mine, theirs].map((spikes) => spikes.find(({ series }) => series === 'search:1')?.labels)).toEqual([[{ en: 'القصف في إدلب', ar: 'القصف في إدلب' }], [{ en: 'Shelling', ar: 'Shelling' }]]);
    const spike = mine.find(({ series }) => series === 'search:1');
    expect(new URLSearchParams(spike?.query).get('q')).toBe('قصف');
    expect(new URLSearchParams(theirs.find(({ series }) => series === 'search:1')?.query).has('last')).toBe(false);
    expect(spike?.story.places.map(({ key }) => key)).not.toContain('region:idlib');
    expect(spike?.story.articles.length).toBeGreaterThan(0);
    // nobody else is told, whoever asks
    for (const reader of [other, null]) {
      expect((await readSpikes(db, [], 10, NO_FILTER, reader)).map(({ series }) => series.startsWith('search:'))).toEqual([false]);
      expect(await readSpike(db, spike?.id ?? '', reader)).toBeNull();
    }
    expect(await readSpike(db, spike?.id ?? '', me)).toMatchObject({ series: 'search:1' });
    // a search that nobody keeps any more is over
    await db.pool.query('delete from saved_search where reader_id in ($1, $2)', [me, too]);
    const ended: string[] = [];
    for (const minutes of [40, 62]) {
      now = new Date(END + minutes * MINUTE);
      ended.push(...(await watch().check()).events.filter(({ kind }) => kind === 'ended').map(({ spike: one }) => one.series));
    }
    expect(ended).toEqual(['search:1']);
  }, 300_000);

  test('a back-test over what is stored finds it again, when a look would have', async () => {
    await quietDays();
    await burst(END + 5 * MINUTE, 8);
    const report = await backtestStored(db, { from: new Date(END - 48 * HOUR), to: new Date(END + 60 * MINUTE), thresholds: [null, thresholdsAt(40)], everyMinutes: 1 });
    expect(report).toMatchObject({ late: 0, coldMinutes: 0, checks: 49 * 60 });
    const [[spike, ...others] = [], high] = report.spikes;
    expect(others).toEqual([]);
    expect(high).toEqual([]);
    expect(spike).toMatchObject({ lane: 'fast', publishers: 4 });
    expect(spike?.labels.some(({ ar }) => ar !== null)).toBe(true);
    expect(spike?.foundAt).toBeGreaterThan(END + 5 * MINUTE);
    expect(spike?.foundAt).toBeLessThan(END + 38 * MINUTE);
    expect(backtestLines({ from: new Date(END - 48 * HOUR), to: new Date(END + 60 * MINUTE), thresholds: [null], everyMinutes: 1 }, report, 5).join('\n')).toMatch(/as shipped +1 +0\.49/u);
    expect(await readSpikes(db, [], 10)).toEqual([]);
  }, 300_000);

  test('a back-test says how much of its time had too little history', async () => {
    await burst(END, 6);
    const report = await backtestStored(db, { from: new Date(END), to: new Date(END + HOUR), thresholds: [null], everyMinutes: 1 });
    expect(report).toMatchObject({ articles: 24, coldMinutes: 60, checks: 0, spikes: [[]] });
  });

  test('what an outage held back and comes hours later is no spike', async () => {
    await quietDays();
    await burst(END + 5 * MINUTE, 8, 3 * HOUR);
    now = new Date(END + 3 * HOUR + 40 * MINUTE);
    expect((await watch().check()).events).toEqual([]);
  }, 300_000);
});
