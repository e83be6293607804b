import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TopicInput } from '../../lib/own-topic';
import type { ClaimedFeed } from '../../lib/feed';
import type { TopicTag } from '../../lib/topic';
import { createDatabase, type Database } from '../../server/db/client';
import { changesSince } from '../../server/db/changes';
import { syncTopics } from '../../server/db/places';
import { storeEntries } from '../../server/db/store';
import { applyRetag, TOLD_SINGLY } from '../../server/db/topics/apply';
import { addTopic, deleteTopic, editTopic } from '../../server/db/topics/edit';
import { readOwnList, readTopicCounts } from '../../server/db/topics/read';
import { claimRetag, finishRetag, nextRetagArticles } from '../../server/db/topics/retag';
import { OwnTopicsChangedError, readOwnTopics } from '../../server/db/topics/standing';
import type { Retagger } from '../../server/ingest/retag';
import { createOwnTopicsAtStore, createRetagging, type OwnTopicsAtStore } from '../../server/own-topics-app';
import { createOwnTagging } from '../../server/worker/own-tagging';
import { tagged, testFeed, TEST_TOPICS } from '../support/articles';
import { countsByName, expectTrueCounts } from '../support/counts';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { deferred } from '../support/deferred';
import { allTags } from '../support/tags';

let test_: TestDatabase;
let db: Database;
let feed: ClaimedFeed;
const running: Retagger[] = [];
const unexpected = (error: unknown) => { throw error; };

beforeAll(async () => {
  test_ = await createTestDatabase();
  db = createDatabase(test_.connectionString, unexpected);
  await syncTopics(db, TEST_TOPICS);
});
afterAll(async () => {
  await db.close();
  await test_.drop();
});
beforeEach(async () => {
  await db.pool.query('truncate article, article_key, mention, expired_pair, change, feed, publisher, correction restart identity cascade');
  await db.pool.query('delete from topic where own');
  feed = await testFeed(db);
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

const topic = (name: string, ...phrases: string[]): TopicInput => ({
  name, colour: '#0a6570', definition: { phrases: phrases.map((phrase) => ({ phrase, weight: 6, near: null, lang: null })), must: [], mustNot: [] },
});
const tagOf = (id: string): TopicTag => ({ topic: { id, iptc: null, label: { en: '', ar: '' }, parent: null }, score: 1, evidence: [] });
const RAIN = topic('سيول', 'سيول', 'flood*');

/** What an ingest process has beside its taggers: a memory of the topics of its own. */
const ingest = (): OwnTopicsAtStore => createOwnTopicsAtStore({ db, tagOwn: createOwnTagging(), onError: unexpected });
const article = (title: string, n: number, text = 'لا شيء آخر.') => tagged({ title, text, link: `https://news.example/${n}` }, []);
const store = (process: OwnTopicsAtStore, ...entries: ReturnType<typeof article>[]) =>
  process.entries(entries, (all, revision) => storeEntries(db, feed, new Date(), { tagged: all, seen: [] }, revision));

const retagging = (batch = 3): Retagger => {
  const one = createRetagging({ db, onError: unexpected, tagging: { tagOwn: createOwnTagging(), stop: async () => undefined }, batch });
  running.push(one);
  return one;
};
const list = async () => readOwnList(db, await readTopicCounts(db, new Date()));
const state = async (id: string) => (await db.prisma.retag.findUnique({ where: { topicId: id } }))?.state ?? null;
async function retagged(id: string): Promise<void> {
  retagging().start();
  await expect.poll(() => state(id)).toSatisfy((now) => now === 'done' || now === null);
}
const taggedWith = async (id: string) => (await allTags(db)).filter(({ topics }) => topics.some(({ topic }) => topic.id === id));
const titlesWith = async (id: string) => (await taggedWith(id)).map(({ title }) => title).sort();

const expectCountsTrue = () => expectTrueCounts(db);

test('a saved topic is on what is stored next, with its words, and on nothing else', async () => {
  const process = ingest();
  await store(process, article('قبل كل شيء', 1));
  const id = await addTopic(db, RAIN);
  await store(process, article('السيول تجرف الطرق', 2), article('Flooding in Derna', 3), article('محادثات في جنيف', 4));
  expect(await titlesWith(id)).toEqual(['Flooding in Derna', 'السيول تجرف الطرق']);
  const found = (await taggedWith(id)).find(({ title }) => title === 'السيول تجرف الطرق');
  expect(found?.topics.find(({ topic }) => topic.id === id)?.evidence).toMatchObject([{ field: 'title', start: 0, end: 6, phrase: 'السيول' }]);
  await expectCountsTrue();
});

describe('articles that are there already', () => {
  const old = () => [1, 2, 3, 4, 5, 6, 7, 8].map((n) => article(n % 2 ? `سيول في الوادي ${n}` : `خبر ${n}`, n));

  test('get it newest first, are counted and told of; progress ends at all of them', async () => {
    await store(ingest(), ...old());
    const before = await db.prisma.change.count();
    const id = await addTopic(db, RAIN);
    expect(await list()).toMatchObject([{ id, name: 'سيول', retag: { state: 'waiting', done: 0 }, articles: { day: 0 } }]);
    await retagged(id);
    expect(await titlesWith(id)).toHaveLength(4);
    expect(await list()).toMatchObject([{ retag: { state: 'done', done: 8, total: 8 }, articles: { day: 4, week: 4 } }]);
    const told = await changesSince(db, String(before), 100);
    expect(told.map(({ kind }) => kind)).toEqual([...Array<string>(4).fill('article:tagged'), 'topics:changed']);
    expect(told[0]?.buckets).toHaveLength(1);
    await expectCountsTrue();
  });

  test('follow another definition, and lose the topic when it is deleted; then nothing of it is left', async () => {
    await store(ingest(), ...old());
    const id = await addTopic(db, RAIN);
    await retagged(id);
    expect(await editTopic(db, id, topic('سيول', 'خبر'))).toBe(true);
    await retagged(id);
    expect(await titlesWith(id)).toEqual(['خبر 2', 'خبر 4', 'خبر 6', 'خبر 8']);
    await expectCountsTrue();
    expect(await deleteTopic(db, id)).toBe(true);
    expect(await list()).toEqual([]);
    await retagged(id);
    expect(await db.prisma.topic.count({ where: { own: true } })).toBe(0);
    expect(await countsByName(db)).not.toHaveProperty(`topic:${id}`);
    await expectCountsTrue();
  });

  test('another name or colour sends it over no article', async () => {
    await store(ingest(), ...old());
    const id = await addTopic(db, RAIN);
    await retagged(id);
    await editTopic(db, id, { ...RAIN, name: 'أمطار', colour: '#aa0000' });
    expect(await list()).toMatchObject([{ name: 'أمطار', colour: '#aa0000', version: 1, retag: { state: 'done' } }]);
  });

  test('a process that dies midway costs no article and none twice: the next goes on behind its last batch', async () => {
    for (const one of old()) await store(ingest(), one);
    const id = await addTopic(db, RAIN);
    const claim = await claimRetag(db, 60);
    if (!claim?.definition) throw new Error('nothing to claim');
    const looked = (await nextRetagArticles(db, claim, 3)).map((one) => ({ article: one, tag: tagOf(id) }));
    expect(looked.map(({ article: { title } }) => title)).toEqual(['خبر 8', 'سيول في الوادي 7', 'خبر 6']);
    const next = await applyRetag(db, claim, looked, 60);
    expect(next).toMatchObject({ done: 3 });
    expect(await claimRetag(db, 60)).toBeNull();
    await db.pool.query(`update retag set lease_until = clock_timestamp() - interval '1 second'`);
    await retagged(id);
    expect(await list()).toMatchObject([{ retag: { state: 'done', done: 8, total: 8 } }]);
    expect(await titlesWith(id)).toEqual(['خبر 6', 'خبر 8', 'سيول في الوادي 1', 'سيول في الوادي 3', 'سيول في الوادي 5', 'سيول في الوادي 7']);
    // the dead one wasn't dead
    expect(await applyRetag(db, next ?? claim, looked, 60)).toBeNull();
    await finishRetag(db, claim, 'late');
    expect(await state(id)).toBe('done');
    await expectCountsTrue();
  });

  test('two processes and two topics at once, while articles are stored and edited', async () => {
    const [one, two] = [ingest(), ingest()];
    await store(one, ...Array.from({ length: 60 }, (_, n) => article(n % 3 ? `خبر ${n}` : `سيول ${n}`, n)));
    const ids = [await addTopic(db, RAIN), await addTopic(db, topic('أخبار', 'خبر'))];
    [retagging(7), retagging(5)].forEach((each) => each.start());
    const later = Array.from({ length: 20 }, (_, n) => n);
    await Promise.all([
      ...later.map((n) => store(n % 2 ? one : two, article(`سيول جديدة ${n}`, 100 + n))),
      ...later.map((n) => store(n % 2 ? two : one, article(`خبر معدل عن السيول ${n}`, n * 3))),
    ]);
    await expect.poll(async () => Promise.all(ids.map(state))).toEqual(['done', 'done']);
    expect(await titlesWith(ids[0] ?? '')).toHaveLength(40);
    expect(await titlesWith(ids[1] ?? '')).toHaveLength(60);
    await expectCountsTrue();
  });

  test('beyond the newest, dashboards are told once', async () => {
    await store(ingest(), ...old());
    await addTopic(db, RAIN);
    const claim = await claimRetag(db, 60);
    if (!claim) throw new Error('nothing to claim');
    await db.pool.query('delete from change');
    await applyRetag(db, { ...claim, done: TOLD_SINGLY }, (await nextRetagArticles(db, claim, 8)).map((one) => ({ article: one, tag: tagOf(claim.topicId) })), 60);
    expect(await db.prisma.change.count()).toBe(0);
  });
});

describe('what the store holds to', () => {
  test('an article that a process tagged before the topic was saved is tagged anew before it is stored', async () => {
    const slow = ingest();
    await store(slow, article('أول', 1));
    const [tagging, saved] = [deferred(), deferred()];
    let tries = 0;
    const storing = slow.entries([article('سيول الليلة', 2)], async (all, revision) => {
      tries += 1;
      tagging.resolve();
      await saved.promise;
      return storeEntries(db, feed, new Date(), { tagged: all, seen: [] }, revision);
    });
    await tagging.promise;
    const id = await addTopic(db, RAIN);
    saved.resolve();
    await storing;
    expect(tries).toBe(2);
    expect(await titlesWith(id)).toEqual(['سيول الليلة']);
    await expect(storeEntries(db, feed, new Date(), { tagged: [article('سيول', 3)], seen: [] })).rejects.toBeInstanceOf(OwnTopicsChangedError);
    expect((await readOwnTopics(db)).topics).toHaveLength(1);
  });

  test('a topic that its reader took off an article comes back neither by an edit of it nor by another definition', async () => {
    const process = ingest();
    const id = await addTopic(db, RAIN);
    await store(process, article('سيول من التصفيق', 1), article('سيول حقا', 2));
    const wrong = await db.prisma.article.findFirstOrThrow({ where: { title: 'سيول من التصفيق' } });
    await db.pool.query(`insert into correction (article_id, kind, target_id, tags) values ($1, 'topic', $2, '[]')`, [wrong.id, id]);
    await retagged(id);
    await editTopic(db, id, topic('سيول', 'سيول', 'تصفيق'));
    await retagged(id);
    expect(await titlesWith(id)).toEqual(['سيول حقا']);
    await store(process, article('سيول من التصفيق الحار', 1));
    expect(await db.prisma.article.findUniqueOrThrow({ where: { id: wrong.id } })).toMatchObject({ title: 'سيول من التصفيق الحار', version: 2 });
    expect(await titlesWith(id)).toEqual(['سيول حقا']);
    expect(await db.prisma.correction.findMany()).toMatchObject([{ tags: [{ topic: { id }, evidence: [{ phrase: 'سيول' }, { phrase: 'التصفيق' }] }] }]);
    await expectCountsTrue();
  });

  test('a name is taken once, however it is written', async () => {
    await addTopic(db, RAIN);
    for (const name of [' سيول ', 'سُيول', 'ســيول']) await expect(addTopic(db, topic(name, 'مطر'))).rejects.toMatchObject({ code: 'name-taken' });
    expect(await editTopic(db, 'own-none', RAIN)).toBe(false);
    expect(await deleteTopic(db, 'conflict')).toBe(false);
  });
});
