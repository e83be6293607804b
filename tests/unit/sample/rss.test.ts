import Parser from 'rss-parser';
import { describe, expect, it } from 'vitest';
import { escapeXml, writeRss, type RssItem } from '../../../server/sample/rss';

const item = (change: Partial<RssItem> = {}): RssItem => ({
  id: 'ش-1', title: 'اجتماع في أستانا', text: 'نص الخبر.', link: null, lang: 'ar',
  publishedAt: new Date('2026-03-01T10:00:20Z'), category: null, ...change,
});
const channel = { title: 'وكالة <تجربة> & Co', link: 'http://127.0.0.1:1/feed.xml', description: 'وصف', lang: null };
const parse = (...items: RssItem[]) => new Parser({ customFields: { item: ['description', 'dc:language'] } }).parseString(writeRss(channel, items));

describe('escapeXml', () => {
  const table: [string, string, string][] = [
    ['Arabic stays', 'دير الزور', 'دير الزور'],
    ['the five', `<a href="x">'&'</a>`, '&lt;a href=&quot;x&quot;&gt;&apos;&amp;&apos;&lt;/a&gt;'],
    ['what is escaped is escaped again', '&amp;', '&amp;amp;'],
    ['control characters', 'أ\u0000ب\u000bج\u001f', 'أ\ufffdب\ufffdج\ufffd'],
    ['tab and line end stay', 'أ\tب\nج', 'أ\tب\nج'],
    ['half a surrogate pair', 'خبر \ud83d', 'خبر \ufffd'],
    ['a whole pair stays', 'خبر 🌍', 'خبر 🌍'],
    ['the end of a CDATA section', 'a]]>ب', 'a]]&gt;ب'],
    ['a zero-width non-joiner stays', 'می\u200cرود', 'می\u200cرود'],
  ];
  it.each(table)('%s', (_name, text, xml) => {
    expect(escapeXml(text)).toBe(xml);
  });
});

describe('writeRss', () => {
  it('is read by a parser as it was meant', async () => {
    const feed = await parse(item({ title: 'س & ص: «أقل < أكثر»', category: 'sample' }));
    expect(feed.title).toBe(channel.title);
    expect(feed.items[0]).toMatchObject({
      title: 'س & ص: «أقل < أكثر»', guid: 'ش-1', isoDate: '2026-03-01T10:00:20.000Z', categories: ['sample'], 'dc:language': 'ar',
    });
  });

  it('keeps paragraphs, and text that looks like HTML as text', async () => {
    const feed = await parse(item({ text: 'أولا 1 < 2\n\n  \n\n<b>ثانيا</b>' }));
    expect(feed.items[0]).toMatchObject({ description: '<p>أولا 1 &lt; 2</p><p>&lt;b&gt;ثانيا&lt;/b&gt;</p>' });
  });

  it('says that the guid is no link, and writes a link only where there is one', () => {
    expect(writeRss(channel, [item()])).toContain('<guid isPermaLink="false">ش-1</guid>');
    expect(writeRss(channel, [item()]).match(/<link>/gu)).toHaveLength(1);
    expect(writeRss(channel, [item({ link: 'http://127.0.0.1:1/?a=1&b=2' })])).toContain('<link>http://127.0.0.1:1/?a=1&amp;b=2</link>');
  });

  it('marks each item with its own language', () => {
    const xml = writeRss(channel, [item(), item({ lang: 'tr' }), item({ lang: null })]);
    expect(xml.match(/<item[^>]*>/gu)).toEqual(['<item xml:lang="ar">', '<item xml:lang="tr">', '<item>']);
  });

  it('gives the same bytes for the same items', () => {
    expect(writeRss(channel, [item()])).toBe(writeRss(channel, [item()]));
  });
});
