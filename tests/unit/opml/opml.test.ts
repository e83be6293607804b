import { describe, expect, test } from 'vitest';
import type { Source } from '../../../lib/source';
import { decode } from '../../../server/ingest/stages/decode';
import { readOpml } from '../../../server/opml/read-opml';
import { writeOpml } from '../../../server/opml/write-opml';

const opml = (body: string) => `<?xml version="1.0"?>\n<opml version="2.0"><head><title>x</title></head><body>\n${body}\n</body></opml>`;
const read = (body: string) => readOpml(opml(body));
const urls = (body: string) => read(body).feeds.map(({ url }) => url);
const titles = (body: string) => read(body).feeds.map(({ title }) => title);
const URL_A = 'https://a.example/rss?x=1&y=2';

describe('an outline of feeds', () => {
  test('gives each feed in its folders, with its line', () => {
    const { feeds, refused } = read(`<outline text="الشرق الأوسط">
      <outline text="سوريا"><outline type="rss" text="سانا" xmlUrl="https://sana.example/rss" htmlUrl="https://sana.example/" language="ar-SY"/></outline>
      <outline type="rss" text="نهار" xmlUrl="https://nahar.example/rss"></outline>
    </outline>
    <outline type="rss" text="وحيد" xmlUrl="https://alone.example/rss"/>`);
    expect(refused).toEqual([]);
    expect(feeds.map(({ title, folder, line }) => [title, folder, line])).toEqual([
      ['سانا', 'الشرق الأوسط/سوريا', 4], ['نهار', 'الشرق الأوسط', 5], ['وحيد', null, 7],
    ]);
    expect(feeds[0]).toMatchObject({ siteUrl: 'https://sana.example/', language: 'ar' });
  });

  test.each<[string, string, string[]]>([
    ['bare ampersands', `<outline text="A & B" xmlUrl="${URL_A}"/>`, [URL_A]],
    ['escaped ampersands', `<outline text="A" xmlUrl="${URL_A.replace('&', '&amp;')}"/>`, [URL_A]],
    ['names in odd case', '<OUTLINE TEXT="أ" XMLURL="https://a.example/1"/><Outline xmlurl=\'https://a.example/2\'/>', ['https://a.example/1', 'https://a.example/2']],
    ['quotes within quotes', '<outline text="قال "نعم" ثم مضى" xmlUrl="https://a.example/1"/>', ['https://a.example/1']],
    ['no quotes', '<outline text=أخبار xmlUrl=https://a.example/1/><outline xmlUrl=https://a.example/2 />', ['https://a.example/1', 'https://a.example/2']],
    ['a quote that is not closed', '<outline text="أخبار xmlUrl="https://a.example/1"/>\n<outline text="ب" xmlUrl="https://a.example/2"/>', ['https://a.example/1', 'https://a.example/2']],
    ['an address whose quote is not closed', '<outline text="أ" xmlUrl="https://a.example/1\n<outline text="ب" xmlUrl="https://a.example/2"/>', ['https://a.example/1', 'https://a.example/2']],
    ['angle brackets in a title', '<outline text="5 < 6 > 4" xmlUrl="https://a.example/1"/>', ['https://a.example/1']],
    ['unescaped HTML in a description', '<outline text="أ" description="من <a href="https://x.example/">هنا</a> و<b>هناك</b>" xmlUrl="https://a.example/1" type="rss"/>', ['https://a.example/1']],
    ['a tag without its end', '<outline text="أ" xmlUrl="https://a.example/1"\n<outline text="ب" xmlUrl="https://a.example/2"/>', ['https://a.example/1', 'https://a.example/2']],
    ['an attribute twice', '<outline text="أ" text="ب" xmlUrl="https://a.example/1"/>', ['https://a.example/1']],
    ['undefined entities and control characters', '<outline text="A&nbsp;B&foo;\u0001" xmlUrl="https://a.example/1"/>', ['https://a.example/1']],
    ['the address under url', '<outline type="atom" text="أ" url="https://a.example/1"/>', ['https://a.example/1']],
    ['addresses for feed readers', '<outline text="أ" xmlUrl="feed://a.example/1"/><outline text="ب" xmlUrl="a.example/2"/>', ['http://a.example/1', 'http://a.example/2']],
    ['comments', '<!-- <outline xmlUrl="https://a.example/0"/> --><outline text="أ" xmlUrl="https://a.example/1"/>', ['https://a.example/1']],
    ['closing tags too many', '</outline></outline><outline text="أ" xmlUrl="https://a.example/1"/></outline>', ['https://a.example/1']],
  ])('is read with %s', (_name, body, expected) => {
    expect(urls(body)).toEqual(expected);
    expect(read(body).refused).toEqual([]);
  });

  test('titles are text: entities decoded, tags dropped, the host line there is none', () => {
    expect(titles('<outline text="أ &amp; ب &quot;ج&quot;" xmlUrl="https://a.example/1"/><outline title="<b>عاجل</b>" xmlUrl="https://a.example/2"/><outline xmlUrl="https://a.example/3"/>'))
      .toEqual(['أ & ب "ج"', 'عاجل', 'a.example']);
  });

  test('a slash in a folder\'s name makes no level', () => {
    expect(read('<outline text="UI / UX"><outline text="أ" xmlUrl="https://a.example/1"/></outline>').feeds[0]?.folder).toBe('UI \u2215 UX');
  });

  test('what names no feed is listed with its line, and so is what the file\'s end cuts off', () => {
    const { feeds, refused } = readOpml('<opml><body>\n<outline type="rss" text="بلا عنوان"/>\n<outline text="أ" xmlUrl="https://a.example/1"/>\n<outline text="مبتور" xmlUrl="https://b.exam');
    expect(feeds.map(({ url }) => url)).toEqual(['https://a.example/1']);
    expect(refused).toEqual([
      { url: null, title: 'بلا عنوان', line: 2, reasons: [{ code: 'no-xml-url' }] },
      { url: 'https://b.exam', title: 'مبتور', line: 4, reasons: [{ code: 'cut-off' }] },
    ]);
  });

  test('in windows-1256 is read as what it says', () => {
    const bytes = Buffer.from('<?xml version="1.0" encoding="windows-1256"?><opml><body><outline text="\xc7\xe1\xce\xc8\xd1" xmlUrl="https://a.example/1"/></body></opml>', 'latin1');
    expect(readOpml(decode(bytes, null).text).feeds[0]?.title).toBe('الخبر');
  });

  test('another file is refused as a whole, an empty one holds nothing', () => {
    expect(readOpml('<html><body>لا</body></html>')).toEqual({ feeds: [], refused: [{ url: null, title: null, line: 1, reasons: [{ code: 'no-list' }] }] });
    expect(readOpml('')).toEqual({ feeds: [], refused: [] });
  });

  test('what is left out is counted', () => {
    const { feeds, refused } = readOpml('<outline xmlUrl="https://a.example/خبر"/>'.repeat(5002) + '<outline text="أ"/>'.repeat(1003));
    expect([feeds.length, refused.length]).toEqual([5000, 1002]);
    expect(refused.slice(1000).flatMap(({ line, reasons }) => [line, ...reasons]))
      .toEqual([null, { code: 'more-unnamed', n: 3 }, null, { code: 'more-feeds', n: 2, most: 5000 }]);
  });

  test('hostile ones end', () => {
    for (const part of ['<outline text="', '<outline ', '<outline text="a" <b "', '<outline>', '"<!--', '<outline xmlUrl=\'x" ']) {
      expect(readOpml(part.repeat(50_000)).feeds.length).toBeLessThanOrEqual(5000);
    }
  });
});

test('a plain list of addresses is read by lines', () => {
  const { feeds, refused } = readOpml('# قائمتي\nhttps://a.example/rss\nسانا, https://b.example/rss\n\nwww.c.example/feed\nلا شيء هنا\n');
  expect(feeds.map(({ url, title, line }) => [url, title, line])).toEqual([
    ['https://a.example/rss', 'a.example', 2], ['https://b.example/rss', 'سانا', 3], ['http://www.c.example/feed', 'www.c.example', 5],
  ]);
  expect(refused).toEqual([{ url: null, title: 'لا شيء هنا', line: 6, reasons: [{ code: 'no-address' }] }]);
});

describe('what is written', () => {
  const source = (id: number, part: Partial<Source>): Source => ({
    id, title: `خبر ${id}`, url: `https://a.example/${id}`, siteUrl: null, language: null, country: null, timezone: null, folder: null, fullArticles: false, sample: false,
    publisher: { id: 1, slug: 'a', name: 'الجريدة' }, ...part,
  } as Source);
  const NOW = new Date('2026-11-23T12:00:00Z');

  test('is read again as it was', () => {
    const sources = [
      source(1, { title: 'a < "b" & \'ت\'\n', folder: 'الشرق/الشام', siteUrl: 'https://a.example/?x=1&y=2', language: 'ar', country: 'SY', timezone: 'Asia/Damascus', fullArticles: true }),
      source(2, { folder: 'الشرق', url: 'https://a.example/?x=1&y=2' }),
      source(3, {}),
    ];
    const { feeds, refused } = readOpml(writeOpml(sources, NOW));
    expect(refused).toEqual([]);
    expect(feeds).toHaveLength(3);
    for (const { id: _id, sample: _sample, publisher, ...kept } of sources) {
      expect(feeds).toContainEqual(expect.objectContaining({ ...kept, title: kept.title.trim(), publisherName: publisher.name }));
    }
  });

  test('has no sample in it, and a folder once', () => {
    const text = writeOpml([source(1, { folder: 'أ' }), source(2, { folder: 'أ' }), source(3, { sample: true })], NOW);
    expect(text.match(/<outline text="أ"/gu)).toHaveLength(1);
    expect(text).not.toContain('https://a.example/3');
  });
});
