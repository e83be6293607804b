import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClaimedFeed } from '../../lib/feed';
import type { PlaceRole, Place } from '../../lib/place';
import type { Topic } from '../../lib/topic';
import { main } from '../../server/cli/corrections';
import { createDatabase, type Database } from '../../server/db/client';
import { correctArticle, undoCorrection } from '../../server/db/corrections/correct';
import { readArticle } from '../../server/db/corrections/detail';
import { correctionCases, listCorrections } from '../../server/db/corrections/list';
import { syncReference } from '../../server/db/reference';
import { storeEntries } from '../../server/db/store';
import { ASTANA, CONFLICT, IDLIB, SPORT, SYRIA, tagged, testFeed } from '../support/articles';
import { countsByName, expectTrueCounts, keysOf } from '../support/counts';
import { createTestDatabase, type TestDatabase } from '../support/database';

const SHELLING: Topic = { id: 'shelling', iptc: 'medtop:16000000', label: { en: 'shelling', ar: 'قصف' }, parent: 'conflict' };
const LINK = 'https://news.example/idlib';

let data: TestDatabase;
let db: Database;
let feed: ClaimedFeed;

beforeEach(async () => {
  data = await createTestDatabase();
  db = createDatabase(data.connectionString, (error) => { throw error; });
  await syncReference(db, { places: [SYRIA], topics: [CONFLICT, SPORT, SHELLING] });
  feed = await testFeed(db);
});
afterEach(async () => {
  await db.close();
  await data.drop();
});

async function store(title: string, places: [Place, PlaceRole][], topics: Topic[], link = LINK): Promise<string> {
  await storeEntries(db, feed, new Date(), { tagged: [tagged({ title, link, guid: link, canonicalUrl: link, identity: link }, places, topics)], seen: [] });
  const { id } = await db.prisma.article.findFirstOrThrow({ where: { identity: link } });
  return id.toString();
}

const shelled = () => store('قصف على إدلب بعد محادثات أستانا', [[IDLIB, 'about'], [ASTANA, 'venue']], [CONFLICT, SHELLING]);

async function read(id: string) {
  const article = await readArticle(db, id);
  if (!article) throw new Error(`no article ${id}`);
  const { places, topics, corrections } = article;
  return { places: places.map(({ place }) => place.id).sort(), topics: topics.map(({ topic }) => topic.id).sort(), corrections };
}

describe('not this place', () => {
  it('takes the place, what it lies in and its counts off that article alone, and says so in the log', async () => {
    const id = await shelled();
    const other = await store('إدلب تستقبل العائدين', [[IDLIB, 'about']], [], 'https://news.example/other');
    expect(await correctArticle(db, id, { kind: 'place', targetId: 'idlib' })).toBe('corrected');
    expect(await read(id)).toMatchObject({ places: ['astana'], corrections: [{ kind: 'place', targetId: 'idlib', label: { en: 'Idlib', ar: 'إدلب' } }] });
    expect((await read(other)).places).toEqual(['idlib']);
    expect((await keysOf(db, id)).roleKeys).toEqual(['venue:KZ', 'venue:astana', 'venue:central-asia']);
    expect(await db.prisma.change.findFirst({ orderBy: { seq: 'desc' } })).toMatchObject({ kind: 'article:tagged', articleId: BigInt(id), version: 1 });
    await expectTrueCounts(db);
  });

  it('is undone whole: tags, evidence, keys and counts are as before', async () => {
    const id = await shelled();
    const before = { article: await readArticle(db, id), counts: await countsByName(db) };
    await correctArticle(db, id, { kind: 'place', targetId: 'idlib' });
    const [correction] = (await read(id)).corrections;
    expect(await undoCorrection(db, id, correction?.id ?? '0')).toBe(true);
    expect({ article: await readArticle(db, id), counts: await countsByName(db) }).toEqual(before);
  });

  it('stays off when the article is edited, and comes back as the edited article has it', async () => {
    const id = await shelled();
    await correctArticle(db, id, { kind: 'place', targetId: 'idlib' });
    expect(await store('قصف عنيف على إدلب', [[IDLIB, 'venue']], [CONFLICT])).toBe(id);
    expect((await read(id)).places).toEqual([]);
    await expectTrueCounts(db);
    const [correction] = (await read(id)).corrections;
    await undoCorrection(db, id, correction?.id ?? '0');
    expect((await readArticle(db, id))?.places).toMatchObject([{ place: { id: 'idlib' }, role: 'venue' }]);
    await expectTrueCounts(db);
  });
});

describe('not this topic', () => {
  it('takes those below it too', async () => {
    const id = await shelled();
    await correctArticle(db, id, { kind: 'topic', targetId: 'conflict' });
    expect((await read(id)).topics).toEqual([]);
    await expectTrueCounts(db);
  });

  it('leaves those above it', async () => {
    const id = await shelled();
    await correctArticle(db, id, { kind: 'topic', targetId: 'shelling' });
    expect((await read(id)).topics).toEqual(['conflict']);
    await expectTrueCounts(db);
  });

  it('undone, leaves off what another correction still takes off', async () => {
    const id = await shelled();
    await correctArticle(db, id, { kind: 'topic', targetId: 'shelling' });
    await correctArticle(db, id, { kind: 'topic', targetId: 'conflict' });
    const [branch, top] = (await read(id)).corrections;
    await undoCorrection(db, id, branch?.id ?? '0');
    expect((await read(id)).topics).toEqual([]);
    await undoCorrection(db, id, top?.id ?? '0');
    expect((await read(id)).topics).toEqual(['conflict', 'shelling']);
    await expectTrueCounts(db);
  });
});

describe('refused', () => {
  it.each([
    ['a place that the article does not bear', { kind: 'place', targetId: 'SY' }, 'no-tag'],
    ['a topic that it does not bear', { kind: 'topic', targetId: 'sport' }, 'no-tag'],
    ['a place asked for as a topic', { kind: 'topic', targetId: 'idlib' }, 'no-tag'],
  ] as const)('%s', async (_name, input, outcome) => {
    expect(await correctArticle(db, await shelled(), input)).toBe(outcome);
  });

  it('an article that is not there, a correction of another article', async () => {
    const id = await shelled();
    const other = await store('خبر آخر من إدلب', [[IDLIB, 'about']], [], 'https://news.example/other');
    await correctArticle(db, id, { kind: 'place', targetId: 'idlib' });
    const [correction] = (await read(id)).corrections;
    expect(await correctArticle(db, '999999', { kind: 'place', targetId: 'idlib' })).toBe('no-article');
    expect(await undoCorrection(db, other, correction?.id ?? '0')).toBe(false);
  });
});

it('of two that say the same at once, one is a correction', async () => {
  const id = await shelled();
  const outcomes = await Promise.all([1, 2].map(() => correctArticle(db, id, { kind: 'place', targetId: 'idlib' })));
  expect(outcomes.sort()).toEqual(['corrected', 'no-tag']);
  await expectTrueCounts(db);
});

it('lists all corrections, newest first, and exports them as tests of the tagger', async () => {
  const id = await shelled();
  await correctArticle(db, id, { kind: 'place', targetId: 'idlib' });
  await correctArticle(db, id, { kind: 'topic', targetId: 'conflict' });
  const { corrections, total } = await listCorrections(db);
  expect([total, ...corrections.map(({ targetId, article }) => `${targetId} ${article.id}`)]).toEqual([2, `conflict ${id}`, `idlib ${id}`]);
  const cases = [];
  for await (const one of correctionCases(db)) cases.push(one);
  expect(cases).toMatchObject([{ id, title: 'قصف على إدلب بعد محادثات أستانا', lang: 'ar', notPlaces: [{ id: 'idlib', form: 'ق' }], notTopics: [{ id: 'conflict' }] }]);
});

describe('npx marsad corrections', () => {
  it.each([['an unknown option', ['--all'], 2], ['help', ['--help'], 0]])('%s', async (_name, args, code) => {
    const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const complained = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await main(args)).toBe(code);
    expect(written.mock.calls.length + complained.mock.calls.length).toBe(1);
    vi.restoreAllMocks();
  });
});
