import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ClaimedFeed } from '../../lib/feed';
import type { Place, PlaceRole } from '../../lib/place';
import { PLACE_ROLES } from '../../lib/place';
import { SAMPLE_PUBLISHER, registerSampleFeed, removeSample } from '../../server/db/sample';
import { termsOf } from '../../lib/text/terms';
import type { Topic, TopicTag } from '../../lib/topic';
import { adoptPage } from '../../server/db/adopt-page';
import { createDatabase, type Database } from '../../server/db/client';
import { correctArticle, undoCorrection } from '../../server/db/corrections/correct';
import { syncReference } from '../../server/db/reference';
import { expireArticles, writeRetention } from '../../server/db/retention';
import { deleteSource } from '../../server/db/sources/delete';
import { storeEntries } from '../../server/db/store';
import { applyRetag } from '../../server/db/topics/apply';
import { addTopic, deleteTopic } from '../../server/db/topics/edit';
import { claimRetag, finishRetag, nextRetagArticles } from '../../server/db/topics/retag';
import { readOwnTopics } from '../../server/db/topics/standing';
import { ASTANA, CONFLICT, IDLIB, SPORT, SYRIA, tagged, tags, testFeed } from '../support/articles';
import { contributionsOf, expectTrueCounts, type Contribution } from '../support/counts';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { seeded } from '../support/random';
import { allTags } from '../support/tags';

const NOW = new Date('2026-11-24T12:07:20Z');
const HOUR = 3_600_000;
const SHELLING: Topic = { id: 'shelling', iptc: 'medtop:16000000', label: { en: 'shelling', ar: 'قصف' }, parent: 'conflict' };
const MAARRA: Place = { ...IDLIB, id: 'maarra', name: { en: 'Maarrat', ar: 'معرة النعمان' }, admin1: { code: '12', name: 'Idlib' }, within: ['idlib', ...IDLIB.within] };
const WORDS = ['هدنة', 'مفاوضات', 'قصف', 'مباراة', 'ceasefire', 'talks'];
const ADDRESSES = ['https://a.example/feed', 'https://b.example/feed', 'https://a.example/second'];
const PUBLISHERS = ['a', 'b', 'a'];

let data: TestDatabase;
let db: Database;
beforeEach(async () => {
  data = await createTestDatabase();
  db = createDatabase(data.connectionString, (error) => { throw error; });
  await syncReference(db, { places: [SYRIA], topics: [CONFLICT, SPORT, SHELLING] });
});
afterEach(async () => {
  await db.close();
  await data.drop();
});

/** All that happens to articles, drawn from one seed. What is drawn is drawn before anything waits, so that a run can be looked at again. */
function createHistory(seed: number) {
  const random = seeded(seed);
  const some = <T>(from: readonly T[], chance: number) => from.filter(() => random() < chance);
  const one = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;
  const gone: Contribution[] = [];
  const pairs: Contribution[] = [];
  /** a feed that was deleted comes back under another address: its own is left out from then on */
  const deleted = ADDRESSES.map(() => 0);
  const addressOf = (n: number) => `${ADDRESSES[n]}?${deleted[n]}`;

  const places = () => some([SYRIA, IDLIB, MAARRA, ASTANA], 0.4).map((place): [Place, PlaceRole] => [place, one(PLACE_ROLES)]);
  const topics = () => one([[], [CONFLICT], [CONFLICT, SHELLING], [SPORT], [SPORT, CONFLICT]]);

  function article(n: number) {
    const dated = random();
    const at = new Date(NOW.getTime() - random() * 90 * 24 * HOUR);
    const publishedAt = dated < 0.15 ? null : dated < 0.3 ? `${at.toISOString().slice(0, 10)}T00:00:00.000Z` : at.toISOString();
    const dateFlag = dated < 0.15 ? 'missing' : dated < 0.3 ? 'day-only' : null;
    return tagged({ title: `خبر رقم ${n}`, text: some(WORDS, 0.5).join(' '), link: `https://a.example/${n}`, publishedAt, dateFlag, lang: one(['ar', 'en', null]) }, places(), topics());
  }

  /** Entries of a few numbers, so that many are edits of what is there, by any feed of the publisher. */
  function store() {
    const n = Math.floor(random() * ADDRESSES.length);
    const first = random() < 0.2;
    const lastSuccessAt = one([null, new Date(NOW.getTime() - HOUR), new Date(NOW.getTime() - 9 * HOUR)]);
    const fetchedAt = new Date(NOW.getTime() - random() * 60 * 24 * HOUR);
    const entries = Array.from({ length: 6 }, () => article(Math.floor(random() * 40)));
    return async () => {
      const feed: ClaimedFeed = { ...await testFeed(db, addressOf(n), PUBLISHERS[n]), first, lastSuccessAt };
      const { revision } = await readOwnTopics(db);
      await storeEntries(db, feed, fetchedAt, { tagged: entries, seen: [] }, revision);
    };
  }

  function takeOver() {
    const at = random();
    const words = some(WORDS, 0.6).join(' ');
    const [itsPlaces, itsTopics, lang] = [places(), topics(), one(['ar', 'en', null])];
    return async () => {
      const there = await db.prisma.article.findMany({ orderBy: { id: 'asc' } });
      const article = there[Math.floor(at * there.length)];
      if (!article) return;
      const page = {
        articleId: String(article.id), version: article.version, contentHash: article.contentHash, publisherId: article.publisherId, title: article.title, text: article.text,
        lang: article.lang, url: '', origin: '', attempts: 0, robots: null, robotsAt: null, feedTitle: '', country: null, timezone: null,
      };
      const { revision } = await readOwnTopics(db);
      await adoptPage(db, page, { text: words, lang, author: null, datelineEnd: null }, tags(itsPlaces, itsTopics, `${article.title} ${words}`), NOW, revision);
    };
  }

  function correct() {
    const at = random();
    return async () => {
      const all = (await allTags(db)).flatMap(({ id, places, topics }) => [
        ...places.map(({ place }) => ({ id, kind: 'place' as const, targetId: place.id })), ...topics.map(({ topic }) => ({ id, kind: 'topic' as const, targetId: topic.id })),
      ]);
      const tag = all[Math.floor(at * all.length)];
      if (tag) await correctArticle(db, tag.id, { kind: tag.kind, targetId: tag.targetId });
    };
  }

  function undo() {
    const at = random();
    return async () => {
      const there = await db.prisma.correction.findMany({ orderBy: { id: 'asc' } });
      const correction = there[Math.floor(at * there.length)];
      if (correction) await undoCorrection(db, String(correction.articleId), String(correction.id));
    };
  }

  /** A topic of a user's own goes over all articles, or off them. */
  function retag() {
    const draws = Array.from({ length: 200 }, () => random() < 0.4);
    const off = random() < 0.5;
    const name = `موضوع ${Math.floor(random() * 1e9)}`;
    return async () => {
      const own = await db.prisma.topic.findFirst({ where: { own: true, removedAt: null }, orderBy: { id: 'asc' } });
      if (off && own) await deleteTopic(db, own.id);
      else await addTopic(db, { name, colour: '#0a6570', definition: { phrases: [], must: [], mustNot: [] } });
      for (let claim = await claimRetag(db, 600); claim; claim = await claimRetag(db, 600)) {
        const topic: Topic = { id: claim.topicId, iptc: null, label: { en: '', ar: '' }, parent: null };
        const tag: TopicTag = { topic, score: 1, evidence: [] };
        let at = claim;
        for (let next = await nextRetagArticles(db, at, 7); next.length > 0; next = await nextRetagArticles(db, at, 7)) {
          const wanted = next.map((article) => ({ article, tag: at.definition !== null && draws[Number(article.id) % draws.length] ? tag : null }));
          at = await applyRetag(db, at, wanted, 600) ?? at;
        }
        await finishRetag(db, at, null);
        // the counts of a topic that is deleted go whole: nobody can ask for it any more
        if (at.definition === null) for (const one of gone) one.names = one.names.filter((key) => key !== `topic:${at.topicId}`);
      }
    };
  }

  function deleteFeed() {
    const n = Math.floor(random() * ADDRESSES.length);
    return async () => {
      const feed = await db.prisma.feed.findUnique({ where: { url: addressOf(n) } });
      if (feed && await deleteSource(db, feed.id, 'delete')) deleted[n] = (deleted[n] ?? 0) + 1;
    };
  }

  function sample() {
    const entries = [article(100), article(101)];
    const stays = random() < 0.5;
    return async () => {
      await registerSampleFeed(db, 'https://sample.example/feed');
      const { id: publisherId } = await db.prisma.publisher.findUniqueOrThrow({ where: { slug: SAMPLE_PUBLISHER.slug } });
      const { id } = await db.prisma.feed.findFirstOrThrow({ where: { sample: true } });
      const { revision } = await readOwnTopics(db);
      await storeEntries(db, { ...await testFeed(db), id, publisherId, sample: true }, NOW, { tagged: entries, seen: [] }, revision);
      if (!stays) await removeSample(db);
    };
  }

  function retain() {
    const days = one([20, 40, 70]);
    return async () => {
      const before = await contributionsOf(db);
      await writeRetention(db, { days });
      await expireArticles(db, NOW);
      await writeRetention(db, { days: null });
      const left = new Set((await db.prisma.article.findMany({ select: { id: true } })).map(({ id }) => String(id)));
      for (const [id, one] of before) {
        if (left.has(id)) continue;
        gone.push({ ...one, names: [...one.names, 'expired:'] });
        pairs.push(one);
      }
    };
  }

  return { one, gone, pairs, together: [store, store, store, correct, undo, takeOver], alone: [retag, deleteFeed, sample, retain, retain] };
}

/** What retention has left of topic x region: by the UTC day, with the cells. */
async function expectTruePairs(pairs: readonly Contribution[]): Promise<void> {
  const expected = pairs.flatMap(({ names, hour, cell }) => names.filter((key) => key.startsWith('topic:')).flatMap((topic) =>
    names.filter((key) => key.startsWith('region:')).map((region) => `${topic} ${region} ${hour.slice(0, 10)} ${cell}`)));
  const { rows } = await db.pool.query<{ pair: string; cells: string; count: number }>(
    `select t.name || ' ' || r.name || ' ' || day as pair, encode(cells, 'hex') as cells, count from expired_pair p join key t on t.id = p.topic join key r on r.id = p.region`);
  const stands = rows.flatMap(({ pair, cells, count }) => {
    const codes = (cells.match(/.{8}/gu) ?? []).map((code) => Number.parseInt(code, 16));
    expect(codes, pair).toHaveLength(count);
    return codes.map((code) => `${pair} ${(code >>> 23) & 127} ${code & 0x7f_ffff} ${(code & 0x4000_0000) !== 0}`);
  });
  expect(stands.sort()).toEqual(expected.sort());
}

/** The words that an article is found by are those that it says. */
async function expectTrueTerms(): Promise<void> {
  const { rows } = await db.pool.query<{ title: string; text: string; terms: string[] }>(
    `select a.title, a.text, array(select substr(name, 6) from key where id = any(k.terms)) as terms from article a join article_key k on k.article_id = a.id and k.sort_at = a.sort_at`);
  for (const { title, text, terms } of rows) expect(terms.sort()).toEqual(termsOf(`${title} ${text}`).sort());
}

test.each([20261124, 7, 4711])('whatever happens to articles, index and mentions equal a recount: history %i', async (seed) => {
  const { one, gone, pairs, together, alone } = createHistory(seed);
  for (let round = 0; round < 30; round += 1) {
    // at once, as several processes do it: nothing is lost where they change the same counts
    const steps = round % 3 === 2 ? [one(alone)()] : [one(together)(), one(together)(), one(together)()];
    const ended = await Promise.allSettled(steps.map((step) => step()));
    expect(ended.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []))).toEqual([]);
    await expectTrueCounts(db, gone);
  }
  await expectTruePairs(pairs);
  await expectTrueTerms();
  const { rows: [row] } = await db.pool.query<{ stands: number }>(`select sum(case name when 'all:' then count else -count end)::int as stands from mention join key on key.id = mention.key where name in ('all:', 'expired:')`);
  expect(row?.stands).toBe(await db.prisma.article.count());
  // a history in which nothing expired would prove little
  expect(pairs.length).toBeGreaterThan(5);
});
