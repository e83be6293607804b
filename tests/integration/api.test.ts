import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import Parser from 'rss-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseFilterQuery } from '../../lib/filter-query';
import { matches } from '../../lib/filter';
import { toFilter } from '../../lib/filter-terms';
import { PLACE_ROLES, type PlaceRole } from '../../lib/place';
import type { ArticlePage, Facets, KnownPlace, SeriesAnswer } from '../../lib/trends';
import type { SpikeView } from '../../lib/spike';
import { articlesById } from '../../server/db/articles';
import { createDatabase, type Database } from '../../server/db/client';
import { syncTopics } from '../../server/db/places';
import { storeSpikes } from '../../server/db/spikes/store';
import { storeEntries } from '../../server/db/store';
import type { ClaimedFeed } from '../../lib/feed';
import { buildPages, startApiServer, type ApiServer } from '../support/api-server';
import { ASTANA, CONFLICT, IDLIB, SPORT, SYRIA, tagged, testFeed, TEST_TOPICS } from '../support/articles';
import { readCsv } from '../support/csv';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { seeded } from '../support/random';

const API = fileURLToPath(new URL('../../app/api/v1', import.meta.url));
const NOW = new Date();
const HOUR = 3_600_000;
const HOSTILE = [
  '=HYPERLINK("http://evil.example","اضغط")', '+963 هاتف', '-هدنة', '@دمشق: بيان', '"هدنة" في إدلب, وقتال في حلب', 'سطر أول\nسطر ثان', '\t=1+1',
  '<script>alert("حلب")</script> & ]]>', 'خبر \u0001\u000b\u200f غريب \ud800 😀', "O'Brien & القذافي <b>",
];
const random = seeded(20261129);
const pick = <T>(from: readonly T[], chance: number) => from.filter(() => random() < chance);
const one = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)] as T;

let database: TestDatabase;
let db: Database;
let api: ApiServer;
let feeds: ClaimedFeed[];

function article(n: number) {
  // several at one moment: only the id tells them apart
  const publishedAt = new Date(NOW.getTime() - (1 + Math.floor(n / 3)) * 20 * 60_000).toISOString();
  const title = HOSTILE[n] ?? `خبر ${n} ${pick(['هدنة', 'مفاوضات', 'ceasefire'], 0.4).join(' ')}`;
  return tagged(
    { title, text: one(['نص', 'بيان عن المفاوضات', 'a text']), link: `https://news.example/${n}?a=1&b=2`, guid: `n${n}`, identity: `n${n}`, publishedAt, lang: one(['ar', 'en', null]) },
    pick([SYRIA, IDLIB, ASTANA], 0.4).map((place): [typeof place, PlaceRole] => [place, one(PLACE_ROLES)]), pick([CONFLICT, SPORT], 0.5),
  );
}

beforeAll(async () => {
  const building = buildPages();
  database = await createTestDatabase();
  db = createDatabase(database.connectionString, (error) => { throw error; });
  await syncTopics(db, TEST_TOPICS);
  feeds = [await testFeed(db), await testFeed(db, 'https://other.example/feed', 'other'), await testFeed(db, 'https://third.example/feed', 'third')];
  for (const [n, feed] of feeds.entries()) await storeEntries(db, feed, NOW, { tagged: Array.from({ length: 30 }, (_, k) => article(n * 30 + k)), seen: [] });
  const at = (hours: number) => NOW.getTime() - hours * HOUR;
  const spike = { lane: 'fast' as const, observed: 30, expected: 2.5, windowMinutes: 60, surprise: 21.5, publishers: 4 };
  const story = { first: null, articles: [], publishers: [{ id: 1, name: '=صحيفة', count: 2 }], places: [{ key: 'region:SY', label: { en: 'Syria', ar: 'سوريا' }, count: 4, expected: 0.5 }], topics: [] };
  await storeSpikes(db, [
    { spike: { ...spike, id: 'one', series: 'topic:conflict region:SY', state: 'over', startedAt: at(30), foundAt: at(29), peakAt: at(28), endedAt: at(26) }, story },
    { spike: { ...spike, id: 'two', series: 'region:idlib', state: 'rising', startedAt: at(2), foundAt: at(1), peakAt: at(1), endedAt: null }, story: null },
  ], {}, NOW);
  await building;
  api = await startApiServer(database.connectionString);
}, 600_000);
afterAll(async () => {
  await api?.stop();
  await db.close();
  await database.drop();
});

const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR).toISOString();
const encoded = (address: string) => encodeURI(address).replaceAll('+', '%2B');

/** What a filter finds, by lib/filter on each article; newest first. */
async function recount(address: string): Promise<string[]> {
  const parsed = parseFilterQuery(new URLSearchParams(encoded(address)));
  if (!parsed.ok) throw new Error(parsed.problems.join());
  const ids = (await db.prisma.article.findMany({ select: { id: true } })).map(({ id }) => String(id));
  return [...(await articlesById(db, ids)).values()].filter(({ keys }) => matches(toFilter(parsed.query), keys)).map(({ item }) => item)
    .sort((a, b) => Date.parse(b.sortAt) - Date.parse(a.sortAt) || Number(b.id) - Number(a.id)).map(({ id }) => id);
}

/** All pages of a filter. */
async function walk(address: string, limit: number, between: () => Promise<unknown> = async () => null): Promise<string[]> {
  const found: string[] = [];
  for (let next: string | null = ''; next !== null;) {
    const page: ArticlePage = await api.json(encoded(`/api/v1/articles?${address}&limit=${limit}${next === '' ? '' : `&next=${next}`}`));
    found.push(...page.items.map(({ id }) => id));
    next = page.next;
    await between();
  }
  return found;
}

describe('a filter in the address', () => {
  const FILTERS = [
    '', 'region=SY', 'region=levant', 'region=idlib&region=KZ', 'topic=conflict', 'topic=conflict&topic=sport', 'publisher=1', 'publisher=1&publisher=3', 'lang=ar', 'lang=ar&lang=en', 'role=about',
    'role=about&role=venue', 'region=SY&role=actor', 'q=هدنة', 'q="في إدلب"', 'q=هدنة OR ceasefire', 'q=-مفاوضات', 'q=مفاوض*', `from=${ago(5)}`, `to=${ago(5)}`, `from=${ago(8)}&to=${ago(3)}`,
    `region=SY&region=KZ&topic=conflict&publisher=2&publisher=1&lang=ar&q=خبر&from=${ago(9)}`, 'last=7d', 'last=1h&topic=sport', 'region=XX', 'q=لاشيء',
  ];
  test.each(FILTERS)('finds what it says, page by page, none lost and none twice: %s', async (filter) => {
    const expected = await recount(filter);
    expect(await walk(filter, 7)).toEqual(expected);
  });

  test('means the same in every route', async () => {
    const filter = `region=SY&topic=conflict&lang=ar&from=${ago(24)}&to=${ago(0)}`;
    const expected = (await recount(filter)).length;
    const { series } = await api.json<SeriesAnswer>(`/api/v1/series?${filter}&bucket=minute`.replace('minute', 'hour'));
    const { total } = await api.json<Facets>(`/api/v1/facets?${filter}`);
    expect(expected).toBeGreaterThan(3);
    expect([series[0]?.buckets.reduce((sum, { count }) => sum + (count ?? 0), 0), total]).toEqual([expected, expected]);
  });

  test('pages lose nothing where newer articles come in between', async () => {
    const expected = await recount('topic=sport');
    let n = 0;
    const found = await walk('topic=sport', 5, () => storeEntries(db, feeds[0] as ClaimedFeed, NOW, {
      tagged: [tagged({ title: `عاجل ${n++}`, identity: `new${n}`, guid: `new${n}`, publishedAt: NOW.toISOString() }, [], [SPORT])], seen: [],
    }));
    expect(found).toEqual(expected);
  });
});

describe('the document of the API', () => {
  interface Parameter { name: string; schema: Record<string, unknown> }
  interface Content { schema: { $ref?: string; anyOf?: { $ref: string }[] } }
  interface Operation { parameters?: Parameter[]; responses: Record<string, { content: Record<string, Content> }> }
  interface ApiDocument { openapi: string; paths: Record<string, { get: Operation }>; components: { schemas: Record<string, object> } }
  let document: ApiDocument;
  const ajv = new Ajv2020({ strict: false, formats: { 'date-time': (text: string) => !Number.isNaN(Date.parse(text)) && text.endsWith('Z') } });
  const check = (ref: string): ValidateFunction => ajv.getSchema(`marsad${ref}`) ?? (() => { throw new Error(`no schema ${ref}`); })();

  beforeAll(async () => {
    document = await api.json('/api/v1/openapi.json');
    ajv.addSchema({ ...document, $id: 'marsad' });
  });

  test('names every route that there is, and none that isn’t', async () => {
    const folders = (await readdir(API, { withFileTypes: true, recursive: true })).filter(({ name }) => name === 'route.ts').map(({ parentPath }) => `/api/v1/${path.relative(API, parentPath)}`);
    expect(Object.keys(document.paths).filter((one) => one.startsWith('/api/v1/')).sort()).toEqual(folders.sort());
    for (const address of Object.keys(document.paths)) expect([address, (await api.get(address)).status]).toEqual([address, 200]);
  });

  test.each([
    '/api/v1/articles?limit=200', '/api/v1/articles?limit=3&region=SY', '/api/v1/series?bucket=hour', '/api/v1/series?bucket=day&tz=Asia/Damascus&by=topic', '/api/v1/series?key=region:SY&key=topic:conflict&bucket=minute',
    '/api/v1/top', '/api/v1/top?by=topic&order=gained', '/api/v1/top?by=publisher', '/api/v1/facets', '/api/v1/facets?region=SY&q=خبر', '/api/v1/facets?names=no&last=7d', '/api/v1/map?limit=2', '/api/v1/map?hours=yes&role=venue&role=about', '/api/v1/spikes', '/api/v1/places', '/api/v1/places?q=إد', '/api/v1/topics', '/feed.json',
  ])('%s answers what it says', async (address) => {
    const operation = document.paths[new URL(address, 'http://x').pathname]?.get;
    const [content] = Object.values(operation?.responses['200']?.content ?? {});
    const refs = (content?.schema.anyOf ?? [content?.schema]).map((schema) => check(schema?.$ref ?? ''));
    const body = await api.json(encoded(address));
    expect(refs.some((validate) => validate(body)), JSON.stringify(refs.map(({ errors }) => errors))).toBe(true);
    expect(JSON.stringify(body).length).toBeGreaterThan(150);
  });

  test('and what is refused', async () => {
    const body: unknown = await (await api.get('/api/v1/top?by=x')).json();
    expect(check('#/components/schemas/Problem')(body)).toBe(true);
  });

  test('each route takes the parameters that it names, and no others', async () => {
    for (const [address, { get: { parameters = [] } }] of Object.entries(document.paths)) {
      if (parameters.length === 0) continue;
      const { problems } = await (await api.get(encoded(`${address}?منطقة=سوريا`))).json() as { problems: string[] };
      expect(problems).toEqual([`منطقة: is no parameter here; there are ${parameters.map(({ name }) => name).join(', ')}`]);
    }
  });
});

describe('tables', () => {
  test('an article is a row, and no cell of it a formula', async () => {
    const answer = await api.get('/api/v1/articles?format=csv&limit=200&publisher=1');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="marsad-articles.csv"');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [columns = [], ...rows] = readCsv(new TextDecoder().decode(bytes));
    const { items } = await api.json<ArticlePage>('/api/v1/articles?limit=200&publisher=1');
    const title = columns.indexOf('title');
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(rows.map((row) => row[title]?.replace(/^'(?=[=+\-@\t])/u, ''))).toEqual(items.map((item) => item.title));
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([]);
    expect(rows.map((row) => row[title])).toEqual(expect.arrayContaining([`'${HOSTILE[0]}`, `'${HOSTILE[2]}`, `'${HOSTILE[3]}`, HOSTILE[4]]));
  });

  test.each([
    ['series?bucket=day&by=topic', ['key', 'nameEn', 'nameAr', 'start', 'count']], ['top?by=place', ['key', 'id', 'nameEn', 'nameAr', 'count', 'before']], ['facets', ['parameter', 'id', 'nameEn', 'nameAr', 'parent', 'count']],
    ['spikes', ['id', 'series', 'state']], ['places', ['id', 'nameEn', 'nameAr', 'kind']], ['topics', ['id', 'nameEn', 'nameAr', 'parent', 'own']],
  ])('%s', async (address, begins) => {
    const rows = readCsv(await (await api.get(`/api/v1/${address}${address.includes('?') ? '&' : '?'}format=csv`)).text());
    expect(rows[0]?.slice(0, begins.length)).toEqual(begins);
    expect(rows.length).toBeGreaterThan(1);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  });
});

describe('what can’t be asked is refused, and its parameter named', () => {
  const LONG = 'م'.repeat(201);
  test.each<[string, string]>([
    ['articles?limit=0', 'limit: is less than 1'], ['articles?limit=201', 'limit: is more than 200'], ['articles?limit=عشرة', 'limit: is no number'], ['articles?next=أمس', 'next: is no cursor'],
    ['articles?next=-100000-01-01T00:00:00Z~1', 'next: is no cursor'], ['articles?from=أمس', 'from: is no ISO time'], ['articles?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z', 'from: is not before to'],
    ['articles?lang=عربي', 'lang.0: is no language code'], ['articles?publisher=سانا', 'publisher.0: is no number'], ['articles?role=بطل', 'role.0: is none of about'], ['articles?region=a b', 'region.0: is no id'],
    [`articles?q=${LONG}`, 'q: '], ['articles?q=هدنة&q=حرب', 'q: is given more than once'], ['articles?لغة=ar', 'لغة: is no parameter here'], [`articles?${'region=SY&'.repeat(21)}`, 'region: '], ['articles?format=xml', 'format: is none of json, csv'],
    ['series?bucket=month', 'bucket: is none of'], ['series?tz=دمشق', 'tz: is no time zone'], ['series?bucket=minute&from=2020-01-01T00:00:00Z', 'bucket: from and to lie more than'], ['series?by=x', 'by: is none of'],
    ['series?key=سوريا', 'key: سوريا is no name'], ['series?by=topic&key=a%00b', 'key.0: is no id'], [`series?by=topic&${'key=a&'.repeat(9)}`, 'key: are more than 8'], ['top?by=x&limit=99', 'by: is none of'], ['top?order=x', 'order: is none of'],
    ['facets?limit=3', 'limit: is no parameter here'], ['spikes?state=x', 'state.0: is none of'], ['spikes?q=حرب', 'q: is no parameter here'], ['articles?last=2d', 'last: is none of'], ['places?within=a b', 'within: is no id'], ['places?limit=x', 'limit: is no number'], ['places?region=SY', 'region: is no parameter here'],
    ['topics?limit=0', 'limit: is less than 1'],
  ])('%s', async (address, problem) => {
    const answer = await api.get(encoded(`/api/v1/${address}`).replaceAll('%2500', '%00'));
    const body = await answer.json() as { error: string; problems: string[] };
    expect([answer.status, body.error]).toEqual([400, body.problems.join('; ')]);
    expect(body.problems.filter((one) => one.startsWith(problem))).toHaveLength(1);
  });

  test('all of it at once', async () => {
    const { problems } = await (await api.get('/api/v1/series?lang=Arabic&bucket=x&limit=1')).json() as { problems: string[] };
    expect(problems.map((one) => one.split(':')[0])).toEqual(['limit', 'lang.0', 'bucket']);
  });

  test.each(['/feed.xml?next=x', '/feed.json?role=x'])('%s', async (address) => {
    expect((await api.get(address)).status).toBe(400);
  });

  test('what no text can hold finds nothing, and breaks nothing', async () => {
    for (const q of ['%00', '%22%00%22', 'a%00*', '%ED%A0%80', '%F0%9F%98%80', '%22', '-', '*', 'OR', '%25_%5C']) {
      for (const route of ['articles', 'facets', 'top', 'places', 'topics', 'series']) expect([q, route, (await api.get(`/api/v1/${route}?q=${q}`)).status]).toEqual([q, route, 200]);
    }
  });

  test('a path that is none, and a write', async () => {
    expect((await api.get('/api/v1/nothing')).status).toBe(404);
    expect((await api.send('POST', '/api/v1/articles', {})).status).toBe(405);
  });
});

describe('places, topics and spikes', () => {
  const ids = (list: { id: string }[]) => list.map(({ id }) => id);
  test('by the beginning of a name in either script', async () => {
    const found = async (q: string) => ids((await api.json<{ places: KnownPlace[] }>(encoded(`/api/v1/places?q=${q}`))).places);
    expect([await found('ادل'), await found('idl'), await found('دلب')]).toEqual([['idlib'], ['idlib'], []]);
    const topics = async (q: string) => ids((await api.json<{ topics: { id: string }[] }>(encoded(`/api/v1/topics?q=${q}`))).topics);
    expect([await topics('نزاع'), await topics('war'), await topics('x')]).toEqual([['conflict'], ['conflict'], []]);
  });

  test('spikes of regions, topics and times', async () => {
    const found = async (address: string) => (await api.json<{ spikes: SpikeView[] }>(`/api/v1/spikes?${address}`)).spikes.map(({ series }) => series);
    const [pair, idlib] = ['topic:conflict region:SY', 'region:idlib'];
    expect(await found('')).toEqual([idlib, pair]);
    expect([await found('region=SY'), await found('topic=conflict&region=SY'), await found('topic=conflict&region=idlib'), await found('region=SY&region=idlib')]).toEqual([[pair], [pair], [], [idlib, pair]]);
    expect([await found(`from=${ago(24)}`), await found(`to=${ago(24)}`), await found(`from=${ago(27)}&to=${ago(20)}`), await found('state=rising&state=peak'), await found('last=24h')]).toEqual([[idlib], [pair], [pair], [idlib], [idlib]]);
  });
});

describe('any filter as a feed', () => {
  const guids = async (address: string) => {
    const { items } = await new Parser().parseString(await (await api.get(encoded(address))).text());
    return items.map(({ guid }) => guid);
  };

  test('RSS: XML that a strict reader takes, whatever the titles are', async () => {
    const answer = await api.get('/feed.xml?limit=200&publisher=1&q=-%22a%20%26%20%3Cb%3E%22', { 'x-forwarded-proto': 'https' });
    expect(answer.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
    const feed = await new Parser().parseString(await answer.text());
    const { items } = await api.json<ArticlePage>('/api/v1/articles?limit=200&publisher=1');
    const shown = (text: string) => text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/gu, '').trim();
    expect(feed.items.map(({ title }) => title?.trim())).toEqual(items.map(({ title }) => shown(title)));
    expect(feed.items.map(({ link }) => link)).toEqual(items.map(({ url }) => url));
    expect(feed.link).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/\?publisher=1&q=/u);
  });

  test('JSON Feed: the same', async () => {
    const answer = await api.get('/feed.json?publisher=1&limit=200');
    expect(answer.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
    const feed = await answer.json() as { items: { id: string; title: string }[] };
    const { items } = await api.json<ArticlePage>('/api/v1/articles?limit=200&publisher=1');
    expect(feed.items.map(({ title }) => title)).toEqual(items.map(({ title }) => title));
    expect(feed.items.map(({ id }) => id)).toEqual(await guids('/feed.xml?publisher=1&limit=200'));
  });

  test('an article is the same in every feed, also when it was edited', async () => {
    const [guid] = await guids('/feed.xml?q=القذافي');
    await storeEntries(db, feeds[0] as ClaimedFeed, NOW, { tagged: [{ ...article(9), entry: { ...article(9).entry, title: 'القذافي: تصحيح', contentHash: 'edited' } }], seen: [] });
    expect(guid).toMatch(/^marsad:article:\d+$/u);
    expect(await guids('/feed.xml?q=القذافي')).toEqual([guid]);
    expect(await guids('/feed.xml?publisher=1&limit=200')).toContain(guid);
  });
});
