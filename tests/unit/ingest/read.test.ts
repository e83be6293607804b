import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../lib/entry';
import { createFeedReader, type ReadInput, type ReadResult } from '../../../server/ingest/read';

const FIXTURES = new URL('../../fixtures/feeds/', import.meta.url);
const unsure = () => ({ lang: null, score: 0 });

async function read(file: string, change: Partial<ReadInput> = {}, detectLanguage: (text: string) => { lang: string | null; score: number } = unsure): Promise<ReadResult> {
  const bytes = new Uint8Array(await readFile(new URL(file, FIXTURES)));
  const now = new Date('2018-01-01T00:00:00Z');
  return createFeedReader({ detectLanguage })({ bytes, contentType: null, url: 'https://feeds.example/rss', feedLanguage: null, timezone: null, now, ...change });
}

async function entriesOf(file: string, change: Partial<ReadInput> = {}): Promise<Entry[]> {
  const result = await read(file, change);
  if (!result.ok) throw new Error(result.detail);
  return result.entries;
}

describe('feeds and what is in them', () => {
  it.each<[string, object, Partial<Entry>[]]>([
    [
      'rss-2-arabic.xml',
      { title: 'مرصد التجارب', link: 'https://news.example/', language: 'ar-SY', description: 'أخبار للاختبار' },
      [
        {
          guid: 'news-1', link: 'https://news.example/a/1?utm_source=rss', canonicalUrl: 'https://news.example/a/1', identity: 'https://news.example/a/1',
          title: 'الوفود تصل إلى أستانة', text: 'وصلت الوفود إلى العاصمة.\n\nتبدأ المفاوضات غدا & تستمر يومين.', author: 'ليلى', categories: ['سياسة', 'سوريا'],
          publishedAt: '2017-09-13T07:30:00.000Z', publishedRaw: 'Wed, 13 Sep 2017 10:30:00 +0300', dateFlag: null, updatedAt: null, lang: 'ar', dir: 'rtl',
        },
        { guid: 'https://news.example/a/2', link: 'https://news.example/a/2', title: 'بلا تاريخ ولا وصف', text: '', html: null, publishedAt: null, dateFlag: 'missing' },
      ],
    ],
    [
      'atom-1-xhtml-mixed-with-text.xml',
      { title: 'نشرة <تجريبية>', link: 'https://news.example/', language: 'ar' },
      [{
        guid: 'tag:news.example,2017:1', link: 'https://news.example/1', title: 'عاجل: إدلب ضمن الاتفاق', text: 'قبل الوسط بعد\n\n5 < 6',
        author: 'سامر, هدى', categories: ['سوريا'], publishedAt: '2017-09-13T07:00:00.000Z', updatedAt: '2017-09-13T08:00:00.000Z',
      }],
    ],
    [
      'atom-1-dates-in-arabic.xml',
      { title: 'تواريخ', link: 'https://news.example/' },
      [
        { identity: 'guid:1', link: null, publishedAt: '2017-09-13T07:30:00.000Z', publishedRaw: '١٣ أيلول ٢٠١٧ ١٠:٣٠ +0300', dateFlag: null },
        { publishedAt: null, publishedRaw: 'قبل حين', dateFlag: 'unreadable' },
        { publishedAt: '2017-09-13T10:00:00.000Z', updatedAt: '2017-09-13T10:00:00.000Z', dateFlag: null },
      ],
    ],
    [
      'rdf-1-dublin-core.xml',
      { title: 'نشرة RDF', language: 'ar' },
      [{ guid: 'https://news.example/r/1', link: 'https://news.example/r/1', title: 'الفرات', publishedAt: '2017-09-13T07:30:00.000Z', categories: ['أنهار'], author: 'نور' }],
    ],
    ['rss-0.91-no-guid-no-date.xml', { title: 'قديم' }, [{ guid: null, link: 'http://news.example/old/1', text: 'نص غامق', html: 'نص <b>غامق</b>' }]],
    [
      'json-feed-1.1.json',
      { title: 'نشرة JSON', link: 'https://news.example/', language: 'ar' },
      [
        { guid: '17', title: 'خبر <أول>', text: 'فقرة\n\nأخرى', publishedAt: '2017-09-13T07:30:00.000Z', categories: ['سياسة'], author: 'رنا' },
        { guid: 'b', link: null, title: '', text: 'سطر بلا عنوان\n3 < 5', html: null, publishedAt: null, publishedRaw: '5' },
      ],
    ],
    [
      'bare-ampersands-and-nbsp.xml',
      { title: 'A & B', link: 'https://news.example/?a=1&b=2' },
      [{ title: 'نفط & غاز', link: 'https://news.example/x?p=1&q=2', text: 'داخل CDATA & يبقى' }],
    ],
    ['one-address-for-all-items.xml', { title: 'بث مباشر' }, [{ identity: 'guid:l-1' }, { identity: 'guid:l-2' }, { identity: expect.stringMatching(/^sha256:/u) as string }]],
    [
      'relative-links-with-xml-base.xml',
      { title: 'نسبي' },
      [{ link: 'https://news.example/ar/1.html' }, { link: 'https://news.example/ar/2017/2.html' }, { link: 'https://news.example/3.html' }],
    ],
    ['relative-links-without-base.xml', { link: null }, [{ link: 'https://feeds.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/1' }]],
    ['feedburner-links.xml', {}, [{ link: 'https://feeds.example/~r/x/1', canonicalUrl: 'https://news.example/1' }]],
    ['two-languages-one-declared.xml', { language: 'en-us' }, [{ title: 'عاجل', lang: null, dir: 'rtl' }, { title: 'Flash', lang: 'en', dir: 'ltr' }]],
    ['control-characters-and-leading-blank-lines.xml', { title: 'سطور فارغة أولا' }, [{ title: 'محارف تحكم' }]],
    ['windows-1256-that-says-utf-8.xml', { title: 'نشرة قديمة' }, [{ title: 'المفاوضات تتواصل في العاصمة الكازاخية' }]],
    [
      'rss-dates-of-all-kinds.xml',
      {},
      [
        { publishedAt: '2017-09-13T10:30:00.000Z', dateFlag: 'no-zone' },
        { publishedAt: null, dateFlag: 'future', publishedRaw: 'Wed, 13 Sep 2045 10:30:00 GMT' },
        { publishedAt: null, dateFlag: 'implausible' },
        { publishedAt: '2017-09-13T10:00:00.000Z', updatedAt: '2017-09-14T10:00:00.000Z', dateFlag: null },
      ],
    ],
  ])('%s', async (file, feed, entries) => {
    const result = await read(file);
    expect(result).toMatchObject({ ok: true, feed, entries });
    expect(result.ok && result.entries).toHaveLength(entries.length);
  });
});

describe('what is no feed, or none that can be read', () => {
  it.each([
    ['blank.xml', 'not-a-feed', 'the answer is empty'],
    ['page-instead-of-feed.html', 'not-a-feed', 'an HTML page, not a feed'],
    ['sitemap-instead-of-feed.xml', 'not-a-feed', 'the root element is "<urlset>"'],
    ['words-instead-of-feed.txt', 'not-a-feed', 'الموقع تحت الصيانة'],
    ['json-of-something-else.json', 'not-a-feed', 'JSON'],
    ['rss-without-a-channel.xml', 'unreadable', 'has neither a title nor items'],
  ])('%s is %s', async (file, outcome, detail) => {
    expect(await read(file)).toMatchObject({ ok: false, outcome, detail: expect.stringContaining(detail) as string });
  });

  it.each([
    ['broken JSON', '{"version": "https://jsonfeed.org/version/1", "items": [', 'unreadable', 'broken JSON'],
    ['a feed of angle brackets', `<rss version="2.0"><channel>${'<'.repeat(1000)}`, 'unreadable', 'broken XML at line 1'],
    ['blank lines before the first, which count', '\n\n<rss version="2.0">\n<channel></item>', 'unreadable', 'broken XML at line 4'],
    ['an entity bomb', '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>', null, ''],
  ])('%s', async (_, text, outcome, detail) => {
    const result = await read('blank.xml', { bytes: new TextEncoder().encode(text) });
    if (outcome === null) expect(result).toMatchObject({ ok: true, feed: { title: '&b;' } });
    else expect(result).toMatchObject({ ok: false, outcome, detail: expect.stringContaining(detail) as string });
  });
});

describe('what the reader is told beside the bytes', () => {
  it('the feed’s zone, for dates without one', async () => {
    const [first] = await entriesOf('rss-dates-of-all-kinds.xml', { timezone: 'Asia/Damascus' });
    expect(first).toMatchObject({ publishedAt: '2017-09-13T07:30:00.000Z', dateFlag: 'no-zone' });
  });

  it('the feed’s language, before what the feed declares', async () => {
    const [first, second] = await entriesOf('two-languages-one-declared.xml', { feedLanguage: 'ar' });
    expect([first?.lang, second?.lang]).toEqual(['ar', null]);
  });

  it('the HTTP charset', async () => {
    const bytes = new Uint8Array(await readFile(new URL('windows-1256-that-says-utf-8.xml', FIXTURES)));
    const [first] = await entriesOf('blank.xml', { bytes, contentType: 'text/xml; charset=windows-1256' });
    expect(first?.title).toBe('المفاوضات تتواصل في العاصمة الكازاخية');
  });

  it('a detector, which reads title and text', async () => {
    const seen: string[] = [];
    const detect = (text: string) => ({ lang: 'fa', score: seen.push(text) });
    const result = await read('rss-2-arabic.xml', {}, detect);
    expect(seen[0]).toContain('أستانة\nوصلت');
    expect(result.ok && result.entries[0]?.lang).toBe('fa');
  });
});

describe('what tells one version from another', () => {
  it('a changed tracker is no edit, a changed word is', async () => {
    const source = await readFile(new URL('rss-2-arabic.xml', FIXTURES), 'utf8');
    const hashOf = async (text: string) => (await entriesOf('blank.xml', { bytes: new TextEncoder().encode(text) }))[0];
    const [before, tracked, edited] = await Promise.all([hashOf(source), hashOf(source.replace('=rss', '=app')), hashOf(source.replace('غدا', 'اليوم'))]);
    expect(tracked).toMatchObject({ identity: before?.identity, contentHash: before?.contentHash });
    expect(edited?.identity).toBe(before?.identity);
    expect(edited?.contentHash).not.toBe(before?.contentHash);
  });
});
