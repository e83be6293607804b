import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../../server/cli/parse';

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/feeds/${name}`, import.meta.url));
let output: string[];
let errors: string[];

/** Takes what is written, and says that it was. */
function take(lines: string[]) {
  return (chunk: unknown, done?: unknown): boolean => {
    lines.push(String(chunk));
    if (typeof done === 'function') done();
    return true;
  };
}

beforeEach(() => {
  output = [];
  errors = [];
  vi.spyOn(process.stdout, 'write').mockImplementation(take(output));
  vi.spyOn(process.stderr, 'write').mockImplementation(take(errors));
});
afterEach(() => {
  vi.restoreAllMocks();
});

const ASKED = 'an HTML page, not a feed, titled "تحقق أنك لست آليا"';
const lines = () => output.map((line) => JSON.parse(line) as Record<string, unknown>);

describe('marsad parse', () => {
  it('writes a line for each file, in their order', async () => {
    const files = [fixture('rss-2-arabic.xml'), fixture('json-feed-1.1.json')];
    expect(await main(files)).toBe(0);
    expect(lines()).toMatchObject([
      {
        file: files[0], feed: { title: 'مرصد التجارب', language: 'ar-SY' },
        items: [{ id: 'news-1', url: 'https://news.example/a/1?utm_source=rss', canonicalUrl: 'https://news.example/a/1', lang: 'ar' }, { text: '' }],
      },
      { file: files[1], items: [{ id: '17' }, { id: 'b', url: null, publishedAt: null }] },
    ]);
    expect(errors).toEqual([]);
  });

  it('tells of what can’t be read, goes on, and says so at the end', async () => {
    const [page, absent, good] = [fixture('page-instead-of-feed.html'), fixture('ليس-هنا.xml'), fixture('rss-2-arabic.xml')];
    expect(await main([page, absent, good])).toBe(1);
    expect(lines()).toMatchObject([{ file: page, error: ASKED }, { file: absent, error: 'no such file' }, { file: good }]);
    expect(errors).toEqual([`marsad parse: ${page}: ${ASKED}\n`, `marsad parse: ${absent}: no such file\n`]);
  });

  it('says what was wrong with what could be read all the same', async () => {
    expect(await main([fixture('truncated-in-an-item.xml')])).toBe(0);
    expect(lines()).toMatchObject([{ notes: [expect.stringContaining('cut off: only its complete items were kept (broken XML at line 4')], items: [{ title: 'كامل' }] }]);
  });

  it('an id that is a URI names an item without a link', async () => {
    await main([fixture('atom-1-ids-without-links.xml')]);
    expect(lines()).toMatchObject([{ items: [{ id: 'tag:news.example,2017:1', url: 'tag:news.example,2017:1', canonicalUrl: null }, { id: 'خبر', url: null }] }]);
  });

  it('a folder is no file', async () => {
    expect(await main([fixture('')])).toBe(1);
    expect(lines()[0]?.error).toContain('EISDIR');
  });

  it('reads relative links from --base', async () => {
    await main(['--base', 'https://news.example/feed', fixture('relative-links-without-base.xml')]);
    expect(lines()).toMatchObject([{ items: [{ url: 'https://news.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/1' }] }]);
  });

  it('reads bytes by --content-type', async () => {
    await main(['--content-type', 'text/xml; charset=windows-1251', fixture('windows-1256-that-says-utf-8.xml')]);
    expect(JSON.stringify(lines())).not.toContain('المفاوضات');
  });

  it.each([
    ['no file', [], 'name at least one file'],
    ['an option that there is not', ['--bse', 'x', 'feed.xml'], '--bse'],
    ['a base that is no address', ['--base', 'الأخبار', 'feed.xml'], '--base is no absolute address'],
  ])('%s: one clear line, exit code 2', async (_, argv, message) => {
    expect(await main(argv)).toBe(2);
    expect(errors.join('')).toContain(message);
    expect(output).toEqual([]);
  });

  it('--help explains itself on standard output', async () => {
    expect(await main(['--help'])).toBe(0);
    expect(output.join('')).toContain('usage: npx marsad parse FILE...');
  });
});
