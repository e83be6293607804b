import { describe, expect, test } from 'vitest';
import type { AddReport, Discovery, FoundFeed, NewSource } from '../../../lib/source';
import { addFeed } from '../../../server/cli/feeds/add';
import { checkedLine, checkFeed } from '../../../server/cli/feeds/check';
import { readFeedsOptions, type FeedsOptions } from '../../../server/cli/feeds/options';
import { foundLines, readable, reportLines } from '../../../server/cli/feeds/text';
import { createFeedReader } from '../../../server/ingest/read';

const options = (...argv: string[]) => readFeedsOptions(argv);
const must = (...argv: string[]): FeedsOptions => {
  const read = options(...argv);
  if (read === null || typeof read === 'string') throw new Error(String(read));
  return read;
};

describe('the options', () => {
  test.each<[string, string[], string | RegExp]>([
    ['nothing', [], 'say what to do'],
    ['another command', ['رصد'], 'there is no command "رصد"'],
    ['another flag', ['list', '--xml'], /--xml/u],
    ['add without an address', ['add'], 'name one address'],
    ['a choice that is no number', ['add', 'a.example', '--choose', 'الأول'], /--choose/u],
    ['deleting nothing', ['delete'], /name a feed/u],
    ['deleting by name', ['delete', 'الجزيرة'], /no number/u],
    ['list with a name', ['list', '7'], /takes no 7/u],
  ])('%s is told in a line', (_name, argv, problem) => expect(options(...argv)).toEqual(typeof problem === 'string' ? problem : expect.stringMatching(problem)));

  test('help is asked for wherever it stands', () => expect(options('delete', '--help')).toBeNull());
  test('ids and flags are read', () => expect(must('delete', '3', '4', '--with-articles')).toMatchObject({ command: 'delete', names: ['3', '4'], withArticles: true }));
});

describe('add', () => {
  const feed = (url: string): FoundFeed => ({ url, title: 'أخبار', siteUrl: null, language: 'ar', known: null, preview: [{ title: 'خبر', link: null, publishedAt: null, dir: 'rtl' }], entries: 1 });
  const one: Discovery = { ok: true, feeds: [feed('https://a.example/1')], failed: [] };
  const two: Discovery = { ok: true, feeds: [feed('https://a.example/1'), feed('https://a.example/2')], failed: [{ url: 'https://a.example/3', outcome: 'gone', detail: '410' }] };
  const none: Discovery = { ok: false, outcome: 'not-a-feed', detail: 'لا شيء' };

  async function run(found: Discovery, argv: string[], answer: string | null = null) {
    const added: NewSource[] = [];
    const said: string[] = [];
    const code = await addFeed({
      discover: async () => found,
      add: async (feeds) => {
        added.push(...feeds);
        return { added: feeds.map(({ url, title }, n) => ({ id: n + 1, url, title })), known: [], refused: [] };
      },
      ask: answer === null ? null : async () => answer,
      say: (line) => said.push(line),
      complain: (line) => said.push(`! ${line}`),
    }, must('add', 'a.example', ...argv));
    return { code, urls: added.map(({ url }) => url), said, added };
  }

  test.each<[string, Discovery, string[], string | null, number, string[]]>([
    ['nothing found', none, ['--yes'], null, 1, []],
    ['one, without a word, and nobody to ask', one, [], null, 1, []],
    ['one, with --yes', one, ['--yes'], null, 0, ['https://a.example/1']],
    ['one, and yes', one, [], 'نعم', 0, ['https://a.example/1']],
    ['one, and no', one, [], '', 0, []],
    ['several, with --yes alone', two, ['--yes'], null, 1, []],
    ['several, the second chosen', two, ['--choose', '2'], null, 0, ['https://a.example/2']],
    ['several, all chosen', two, ['--choose', 'all'], null, 0, ['https://a.example/1', 'https://a.example/2']],
    ['several, and an answer', two, [], '2', 0, ['https://a.example/2']],
    ['several, and another answer', two, [], 'الثاني', 1, []],
    ['one that is not in the list', two, ['--choose', '3'], null, 1, []],
  ])('%s', async (_name, found, argv, answer, code, urls) => expect(await run(found, argv, answer)).toMatchObject({ code, urls }));

  test('what is said of it goes with it', async () => {
    const { added } = await run(one, ['--yes', '--title', 'عاجل', '--publisher', 'الجريدة', '--folder', 'أ/ب', '--country', 'SY', '--full-articles']);
    expect(added).toEqual([{ url: 'https://a.example/1', title: 'عاجل', siteUrl: null, publisherName: 'الجريدة', language: 'ar', country: 'SY', folder: 'أ/ب', fullArticles: true }]);
  });
});

describe('what is printed', () => {
  test('of a feed cannot steer the terminal or turn the line round', () => {
    const lines = foundLines({ url: 'https://a.example/', title: 'خبر\u001b[2J\u202e\nآخر', siteUrl: null, language: null, known: 3, preview: [], entries: 0 }, 1);
    expect(lines[0]).toContain('\u2068خبر [2J آخر\u2069');
    expect(lines).toHaveLength(2);
  });

  test('has Arabic addresses in Arabic', () => {
    expect(readable('https://xn--mgbab2bd.example/%D8%A3')).toContain('/أ');
    expect(readable('https://a.example/%FF')).toContain('%FF');
  });

  test('of a report counts everything', () => {
    expect(reportLines({ added: [], known: [{ url: 'https://a.example/', title: 'أ' }], refused: [{ url: null, title: 'ب', line: 3, reasons: [{ code: 'no-address' }] }] }).at(-1))
      .toBe('0 added, 1 known already, 1 refused');
  });

  test.each<[AddReport['refused'][number], string]>([
    [{ url: null, title: 'ب', line: 3, reasons: [{ code: 'no-address' }] }, 'refused         line 3  \u2068ب\u2069: no address'],
    [{ url: null, title: 'ب', line: null, reasons: [{ code: 'too-long', field: 'title', n: 200 }, { code: 'bad', field: 'url' }] },
      'refused         \u2068ب\u2069: title: is longer than 200 characters; url: is no http or https address'],
    [{ url: null, title: null, line: null, reasons: [{ code: 'more-feeds', n: 2, most: 5000 }] }, 'refused         and 2 more feeds: at most 5000 are taken at once'],
  ])('says what was refused and why: %j', (refused, expected) => {
    expect(reportLines({ added: [], known: [], refused: [refused] })[0]).toBe(expected);
  });
});

describe('check', () => {
  const body = (text: string) => ({
    outcome: 'ok' as const, status: 200, url: 'https://a.example/rss', bytes: new TextEncoder().encode(text), contentType: null, movedTo: null,
    etag: null, lastModified: null, received: 1, links: { hub: null, self: null } as never,
  }) as never;
  const deps = (answers: Record<string, unknown>, asked: string[] = []) => ({
    fetch: async ({ url }: { url: string }) => {
      asked.push(url);
      return (answers[url] ?? { outcome: 'not-found', detail: `${url} answered 404`, status: 404, movedTo: null, retryAfterSeconds: null }) as never;
    },
    parse: createFeedReader({ detectLanguage: () => ({ lang: 'ar', score: 1 }) }),
    now: () => new Date('2026-11-23T12:00:00Z'),
  });
  const target = (url: string) => ({ id: null, url, language: null, timezone: null });
  const rss = (items: string) => `<rss version="2.0"><channel><title>وكالة</title><link>https://a.example/</link><description>x</description>${items}</channel></rss>`;
  const item = (n: number, date: string) => `<item><title>خبر طويل رقم ${n} عن الشرق الأوسط</title><link>https://a.example/${n}</link>${date}</item>`;

  test('says how many items, of when, in which language', async () => {
    const feed = rss(item(1, '<pubDate>Mon, 23 Nov 2026 09:00:00 GMT</pubDate>') + item(2, '<pubDate>Sun, 22 Nov 2026 09:00:00 GMT</pubDate>') + item(3, ''));
    const checked = await checkFeed(deps({ 'https://a.example/rss': body(feed) }), target('a.example/rss'));
    expect(checked).toMatchObject({ outcome: 'ok', title: 'وكالة', items: 3, undated: 1, newest: '2026-11-23T09:00:00.000Z', oldest: '2026-11-22T09:00:00.000Z', languages: ['ar'] });
    expect(checkedLine(checked)).toMatch(/^✓ .*3 items, 2026-11-22T09:00 to 2026-11-23T09:00, 1 undated, ar$/u);
  });

  test('says why one can not be read, and asks over http what https does not have', async () => {
    const asked: string[] = [];
    expect(checkedLine(await checkFeed(deps({ 'http://a.example/rss': body('<html>') }, asked), target('a.example/rss')))).toMatch(/^✗ .*not-a-feed/u);
    expect(asked).toEqual(['https://a.example/rss', 'http://a.example/rss']);
    expect(await checkFeed(deps({}), target('https://a.example/x'))).toMatchObject({ outcome: 'not-found', httpStatus: 404, items: 0 });
  });
});
