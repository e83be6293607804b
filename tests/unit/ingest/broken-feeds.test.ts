import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../lib/entry';
import { createFeedReader, type FeedReading } from '../../../server/ingest/read';

const readFeed = createFeedReader({ detectLanguage: () => ({ lang: null, score: 0 }) });

function read(document: string | Uint8Array, url: string | null = 'https://feeds.example/rss') {
  const bytes = typeof document === 'string' ? new TextEncoder().encode(document) : document;
  return readFeed({ bytes, contentType: null, url, feedLanguage: null, timezone: null, now: new Date('2018-01-01T00:00:00Z') });
}

async function readingOf(document: string, url?: string | null): Promise<FeedReading> {
  const result = await read(document, url);
  if (!result.ok) throw new Error(result.detail);
  return result;
}

const rss = (items: string, attributes = '') => `<rss version="2.0"${attributes}><channel><title>نشرة</title>${items}</channel></rss>`;
const atom = (entries: string, attributes = '') => `<feed xmlns="http://www.w3.org/2005/Atom"${attributes}><title>نشرة</title>${entries}</feed>`;
const FIRST = '<item><title>أول</title><link>https://news.example/1</link></item>';
const ONE: Partial<Entry> = { title: 'أول', link: 'https://news.example/1' };

describe('broken XML, and what is read of it', () => {
  it.each<[string, string, Partial<Entry>[], string | null]>([
    ['cut off in an item: the complete ones', rss(`${FIRST}<item><title>نا`).slice(0, -'</channel></rss>'.length), [ONE], 'cut off: only its complete items were kept'],
    ['cut off between two items', `<rss version="2.0"><channel>${FIRST}`, [ONE], 'read leniently: broken XML at line 1'],
    ['cut off in CDATA', `<rss version="2.0"><channel>${FIRST}<item><title><![CDATA[نا`, [ONE], 'cut off'],
    ['cut off in a tag', `<rss version="2.0"><channel>${FIRST}<item><title>نا</title><link hr`, [ONE], 'cut off'],
    ['a bare ampersand', rss('<item><title>نفط & غاز</title><link>https://news.example/?a=1&b=2</link></item>'), [{ title: 'نفط & غاز', link: 'https://news.example/?a=1&b=2' }], 'Invalid'],
    ['entities that XML has not', rss('<item><title>نفط&nbsp;وغاز &hellip; &laquo;خبر&raquo; &unknown;</title></item>'), [{ title: 'نفط وغاز … «خبر» &unknown;' }], 'Invalid'],
    ['entities that the document declares', `<!DOCTYPE rss [<!ENTITY dar "دار النشر"><!ENTITY amper "&#38;">]>${rss('<item><title>&dar; &amper; غيرها</title></item>')}`, [{ title: 'دار النشر & غيرها' }], 'Invalid'],
    ['entities that stand for entities stay as they are', `<!DOCTYPE rss [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]>${rss('<item><title>&b;</title></item>')}`, [{ title: '&b;' }], 'Invalid'],
    ['control characters', rss('<item><title>محا\u0007رف\u000b</title></item>'), [{ title: 'محارف' }], null],
    ['two attributes of one name', rss('<item><title>أول</title><guid isPermaLink="false" isPermaLink="true">https://news.example/x</guid></item>'), [{ guid: 'https://news.example/x', link: null }], null],
    ['attributes without quotes', rss('<item><title>أول</title><guid isPermaLink=false>https://news.example/x</guid></item>'), [{ guid: 'https://news.example/x', link: null }], 'broken XML'],
    ['a quote that nobody closed', rss('<item><title lang="ar>أول</title><link>https://news.example/1</link><guid isPermaLink="false">g</guid></item>'), [ONE], 'broken XML'],
    ['a "<" in the text', rss('<item><title>5 < 6 ولا <3</title></item>'), [{ title: '5 < 6 ولا <3' }], 'broken XML'],
    ['a tag that nobody closed', rss('<item><title>أول<link>https://news.example/1</link></item>'), [ONE], 'broken XML'],
    ['items that nobody closed', rss('<item><title>أول</title><link>https://news.example/1</link><item><title>ثان</title>').replace('</channel></rss>', '</item></channel></rss>'), [ONE, { title: 'ثان' }], 'broken XML'],
    ['tags closed in the wrong order', rss('<item><description><b><i>غامق</b></i></description><title>أول</title></item>'), [{ title: 'أول', text: 'غامق' }], 'broken XML'],
    ['void HTML tags', rss('<item><title>أول</title><description>سطر<br>وآخر<img src="x"></description></item>'), [{ text: 'سطر\nوآخر' }], 'broken XML'],
    ['a comment that nobody closed', rss(`<!-- ${FIRST}`), [ONE], 'read leniently'],
    ['an item within an item', rss(`<item><title>أول</title><item/><link>https://news.example/1</link></item>`), [ONE], null],
    ['a warning before the feed', `Warning: كذا في السطر 5\n<?xml version="1.0"?>${rss(FIRST)}`, [ONE], 'something else stands before <rss>, it begins with "Warning: كذا'],
    ['a feed in a page’s clothes', `<!DOCTYPE html><html><body>${atom('<entry><title>أول</title><link href="https://news.example/1"/></entry>')}</body></html>`, [ONE], 'something else stands before <feed>'],
    ['no root at all', FIRST, [], null],
  ])('%s', async (name, document, entries, note) => {
    const result = await read(document);
    if (name === 'no root at all') return expect(result).toMatchObject({ ok: false, outcome: 'not-a-feed', detail: 'the root element is "<item>", not a feed\'s' });
    expect(result).toMatchObject({ ok: true, entries });
    if (!result.ok) return;
    expect(result.entries).toHaveLength(entries.length);
    expect(result.notes?.join('; ') ?? '').toContain(note ?? '');
    if (note === null) expect(result.notes).toEqual([]);
  });
});

describe('names, whatever their case and prefix', () => {
  it.each<[string, string, Partial<Entry>[]]>([
    ['upper case', rss(FIRST).replace(/<(\/?)([a-z]+)/gu, (_, slash: string, name: string) => `<${slash}${name.toUpperCase()}`), [ONE]],
    ['lower case', rss('<item><title>أول</title><pubdate>Wed, 13 Sep 2017 10:30:00 GMT</pubdate></item>'), [{ publishedAt: '2017-09-13T10:30:00.000Z' }]],
    ['Atom under a prefix', atom('<entry><title>أول</title><link href="https://news.example/1"/><updated>2017-09-13T10:30:00Z</updated></entry>').replace('xmlns=', 'xmlns:a=').replace(/<(\/?)(?=[a-z])/gu, '<$1a:'), [{ ...ONE, updatedAt: '2017-09-13T10:30:00.000Z' }]],
    ['Atom within RSS, under another prefix', rss('<item xmlns:a10="http://www.w3.org/2005/Atom"><title>أول</title><a10:link href="https://news.example/1"/><a10:updated>2017-09-13T10:30:00Z</a10:updated></item>'), [{ ...ONE, updatedAt: '2017-09-13T10:30:00.000Z' }]],
    ['Dublin Core under another prefix', rss('<item><d:title>أول</d:title><d:creator>ليلى</d:creator><d:date>2017-09-13T10:30:00Z</d:date></item>', ' xmlns:d="http://purl.org/dc/elements/1.1/"'), [{ title: 'أول', author: 'ليلى', publishedAt: '2017-09-13T10:30:00.000Z' }]],
    ['a namespace as the default of one element', rss('<item><title>أول</title><link xmlns="http://www.w3.org/2005/Atom" href="https://news.example/1"/></item>'), [ONE]],
    ['RDF with its own prefix', '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>نشرة</title></channel><item r:about="https://news.example/1"><title>أول</title><link>https://news.example/1</link></item></r:RDF>', [{ ...ONE, guid: 'https://news.example/1' }]],
    ['RSS 0.90', '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>نشرة</title></channel><item><title>أول</title><link>https://news.example/1</link></item></rdf:RDF>', [ONE]],
    ['items beside the channel', `<rss version="2.0"><channel><title>نشرة</title></channel>${FIRST}</rss>`, [ONE]],
    ['CDF', '<Channel HREF="https://news.example/"><Title>نشرة</Title><Item HREF="https://news.example/1" LastMod="2017-09-13T10:30Z"><Title>أول</Title><Abstract>نص</Abstract></Item></Channel>', [{ ...ONE, text: 'نص', updatedAt: '2017-09-13T10:30:00.000Z' }]],
  ])('%s', async (_, document, entries) => {
    const reading = await readingOf(document);
    expect(reading.entries).toMatchObject(entries);
    expect(reading).toMatchObject({ feed: { title: 'نشرة' }, notes: [] });
  });
});

describe('text', () => {
  it.each<[string, string, Partial<Entry>]>([
    ['HTML in a title', rss('<item><title>&lt;b&gt;عاجل&lt;/b&gt;: خبر</title></item>'), { title: 'عاجل: خبر' }],
    ['tags in a title', rss('<item><title>خبر <b>عاجل</b> من هنا</title></item>'), { title: 'خبر عاجل من هنا' }],
    ['CDATA and text', rss('<item><title>خبر <![CDATA[<i>عاجل</i> &amp; مهم]]></title></item>'), { title: 'خبر عاجل & مهم' }],
    ['escaped once too often', rss('<item><title>&amp;quot;خبر&amp;quot; &amp;amp;amp; آخر</title><description>&amp;lt;p&amp;gt;فقرة&amp;lt;/p&amp;gt;</description></item>'), { title: '"خبر" & آخر', text: 'فقرة' }],
    ['what speaks of a tag', rss('<item><title>الوسم &amp;lt;p&amp;gt; في &lt;b&gt;HTML&lt;/b&gt;</title></item>'), { title: 'الوسم <p> في HTML' }],
    ['escaped and real tags side by side', rss('<item><title>أول</title><description>&lt;p&gt;فقرة&lt;/p&gt;<br/>سطر</description></item>'), { text: 'فقرة\n\nسطر' }],
    ['an exponent', rss('<item><title>شقة 120 م&lt;sup&gt;2&lt;/sup&gt;، 10&lt;sup&gt;5&lt;/sup&gt;</title></item>'), { title: 'شقة 120 م 2، 10 5' }],
    ['Atom’s type="text"', atom('<entry><title type="text">الوسم &lt;p&gt;</title></entry>'), { title: 'الوسم <p>' }],
    ['Atom’s type="text" that is HTML after all', atom('<entry><title type="text">قال: &amp;quot;نعم&amp;quot;</title></entry>'), { title: 'قال: "نعم"' }],
    ['Atom’s type="html"', atom('<entry><title type="html">&lt;b&gt;عاجل&lt;/b&gt;</title></entry>'), { title: 'عاجل' }],
    ['XHTML, with text between its tags', atom('<entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">قبل <b>الوسط</b> بعد</div></title></entry>'), { title: 'قبل الوسط بعد' }],
    ['XHTML under a prefix', atom('<entry><title>أول</title><content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><xhtml:p>فقرة</xhtml:p><xhtml:p>5 &lt; 6</xhtml:p></x:div></content></entry>'), { text: 'فقرة\n\n5 < 6' }],
    ['Atom 0.3, escaped', '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>نشرة</title><entry><title mode="escaped" type="text/html">&lt;b&gt;عاجل&lt;/b&gt;</title><modified>2017-09-13T10:30:00Z</modified></entry></feed>', { title: 'عاجل', updatedAt: '2017-09-13T10:30:00.000Z' }],
    ['Atom 0.3, as XML', '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>نشرة</title><entry><title mode="xml" type="application/xhtml+xml">قبل <b>الوسط</b></title></entry></feed>', { title: 'قبل الوسط' }],
    ['base64', atom(`<entry><title mode="base64">${Buffer.from('خبر عاجل').toString('base64')}</title></entry>`), { title: 'خبر عاجل' }],
    ['base64 that isn’t', atom('<entry><title type="application/x-odd">خبر عاجل</title></entry>'), { title: 'خبر عاجل' }],
    ['a picture as content', atom(`<entry><title>أول</title><content type="image/png">${Buffer.from([0x89, 0x50, 0xff, 0xfe]).toString('base64')}</content></entry>`), { text: '' }],
    ['UTF-8 that was taken for windows-1252', rss(`<item><title>${new TextDecoder('windows-1252').decode(new TextEncoder().encode('أخبار سوريا'))}</title></item>`), { title: 'أخبار سوريا' }],
    ['UTF-8 that was taken for windows-1256', rss(`<item><title>${new TextDecoder('windows-1256').decode(new TextEncoder().encode('أخبار سوريا'))}</title></item>`), { title: 'أخبار سوريا' }],
    ['French that only looks so', rss('<item><title>Événement à Bâle « déjà »</title></item>'), { title: 'Événement à Bâle « déjà »' }],
    ['windows-1252 by number', rss('<item><title>it&#146;s &#x93;so&#x94;</title></item>'), { title: 'it’s “so”' }],
    ['the media module, where there is nothing else', rss('<item><guid>1</guid><media:group><media:title>عنوان الصورة</media:title><media:description>وصفها</media:description></media:group></item>', ' xmlns:media="http://search.yahoo.com/mrss/"'), { title: 'عنوان الصورة', text: 'وصفها' }],
    ['iTunes, where there is nothing else', rss('<item><itunes:title>حلقة</itunes:title><itunes:subtitle>عنها</itunes:subtitle><itunes:author>ليلى</itunes:author></item>', ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'), { title: 'حلقة', text: 'عنها', author: 'ليلى' }],
  ])('%s', async (_, document, entry) => {
    expect((await readingOf(document)).entries).toMatchObject([entry]);
  });
});

describe('links and ids', () => {
  const linked = (inner: string) => rss(`<item><title>أول</title>${inner}</item>`, ' xmlns:atom="http://www.w3.org/2005/Atom"');
  it.each<[string, string, Partial<Entry>]>([
    ['a guid is a link', linked('<guid>https://news.example/1</guid>'), { link: 'https://news.example/1' }],
    ['but not if it says that it isn’t', linked('<guid isPermaLink="false">https://news.example/1</guid>'), { link: null }],
    ['nor if it doesn’t look like one', linked('<guid>خبر-1</guid>'), { link: null, guid: 'خبر-1' }],
    ['a guid that is a path from the root', linked('<guid>/1</guid>'), { link: 'https://feeds.example/1' }],
    ['escaped twice', linked('<link>https://news.example/?a=1&amp;amp;b=2</link>'), { link: 'https://news.example/?a=1&b=2' }],
    ['a slash too many', linked('<link>https:///news.example/1</link>'), { link: 'https://news.example/1' }],
    ['an Atom id is a link too', atom('<entry><title>أول</title><id>https://news.example/1</id></entry>'), { link: 'https://news.example/1' }],
    ['the item’s own link before Atom’s', linked('<link>https://news.example/1</link><atom:link href="https://other.example/"/>'), { link: 'https://news.example/1' }],
    ['of two, the last', linked('<link>https://news.example/0</link><link>https://news.example/1</link>'), { link: 'https://news.example/1' }],
    ['a page before other things', atom('<entry><title>أول</title><link href="https://news.example/1"/><link rel="alternate" type="application/json" href="https://news.example/1.json"/></entry>'), { link: 'https://news.example/1' }],
    ['no link of another relation', atom('<entry><title>أول</title><link rel="self" href="https://news.example/1.atom"/><link rel="enclosure" href="https://news.example/1.mp3"/></entry>'), { link: null }],
    ['xml:base, one in another', atom('<entry xml:base="2017/"><title>أول</title><link xml:base="09/" href="1.html"/></entry>', ' xml:base="https://news.example/ar/"'), { link: 'https://news.example/ar/2017/09/1.html' }],
    ['xml:base of rss', rss('<item><title>أول</title><link>1.html</link></item>', ' xml:base="https://news.example/ar/"'), { link: 'https://news.example/ar/1.html' }],
    ['xml:base and an id that is a path', atom('<entry><title>أول</title><id>ar/1</id></entry>', ' xml:base="https://news.example/"'), { link: 'https://news.example/ar/1' }],
  ])('%s', async (_, document, entry) => {
    expect((await readingOf(document)).entries).toMatchObject([entry]);
  });

  it('stay relative where nobody knows whence the feed came', async () => {
    const document = '<rss version="2.0"><channel><link>https://news.example/</link><item><title>أول</title><link>/1</link></item></channel></rss>';
    expect((await readingOf(document, null)).entries).toMatchObject([{ link: '/1' }]);
    expect((await readingOf(document)).entries).toMatchObject([{ link: 'https://news.example/1' }]);
  });
});

describe('coordinates', () => {
  const NAMESPACES = ' xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml" xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#"';
  it.each([
    ['GeoRSS', '<georss:point>35.93 36.63</georss:point>', [{ lat: 35.93, lon: 36.63 }]],
    ['GeoRSS with a comma', '<georss:point>-35.93,+36.63</georss:point>', [{ lat: -35.93, lon: 36.63 }]],
    ['GML', '<georss:where><gml:Point><gml:pos>35.93 36.63</gml:pos></gml:Point></georss:where>', [{ lat: 35.93, lon: 36.63 }]],
    ['W3C', '<geo:lat>35.93</geo:lat><geo:long>36.63</geo:long>', [{ lat: 35.93, lon: 36.63 }]],
    ['W3C in a point', '<geo:Point><geo:lat>35.93</geo:lat><geo:long>36.63</geo:long></geo:Point>', [{ lat: 35.93, lon: 36.63 }]],
    ['the same twice', '<georss:point>35.93 36.63</georss:point><geo:lat>35.93</geo:lat><geo:long>36.63</geo:long>', [{ lat: 35.93, lon: 36.63 }]],
    ['two places', '<georss:point>35.93 36.63</georss:point><georss:point>33.5 36.3</georss:point>', [{ lat: 35.93, lon: 36.63 }, { lat: 33.5, lon: 36.3 }]],
    ['out of range', '<georss:point>95.93 36.63</georss:point><georss:point>35.93 190</georss:point>', []],
    ['half of them', '<geo:lat>35.93</geo:lat>', []],
    ['a form that nobody filled in', '<georss:point>0.0 0.0</georss:point>', []],
    ['words', '<georss:point>إدلب سوريا</georss:point>', []],
    ['a box is no point', '<georss:box>35 36 37 38</georss:box>', []],
  ])('%s', async (_, inner, points) => {
    expect((await readingOf(rss(`<item><title>أول</title>${inner}</item>`, NAMESPACES))).entries).toMatchObject([{ points }]);
  });
});

describe('what a feed says of itself', () => {
  it.each([
    ['hub and self in RSS', rss('<atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="/rss.xml"/>', ' xmlns:atom="http://www.w3.org/2005/Atom"'), { hub: 'https://hub.example/', self: 'https://feeds.example/rss.xml' }],
    ['hub and self in Atom', atom('<link rel="hub" href="https://hub.example/"/><link rel="self" href="https://feeds.example/atom"/>'), { hub: 'https://hub.example/', self: 'https://feeds.example/atom' }],
    ['hub in a JSON Feed', JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'نشرة', feed_url: 'https://feeds.example/json', hubs: [{ type: 'rssCloud', url: 'https://x.example/' }, { type: 'WebSub', url: 'https://hub.example/' }], items: [] }), { hub: 'https://hub.example/', self: 'https://feeds.example/json' }],
    ['a hub that is no address', rss('<link rel="hub" href="javascript:1"/>'), { hub: null }],
    ['a time to live in minutes', rss('<ttl>15</ttl>'), { ttlSeconds: 900 }],
    ['a period and a frequency', rss('<sy:updatePeriod> Hourly </sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>', ' xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'), { ttlSeconds: 1800 }],
    ['a period alone', rss('<sy:updatePeriod>daily</sy:updatePeriod>', ' xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'), { ttlSeconds: 86_400 }],
    ['a time to live of nothing', rss('<ttl>0</ttl>'), { ttlSeconds: null }],
    ['a time to live in words', rss('<ttl>ساعة</ttl>'), { ttlSeconds: null }],
  ])('%s', async (_, document, feed) => {
    expect((await readingOf(document)).feed).toMatchObject(feed);
  });
});

describe('JSON Feed, not quite as it should be', () => {
  const VERSION = 'https://jsonfeed.org/version/1.1';
  it.each<[string, unknown, Partial<Entry>[]]>([
    ['no version', { title: 'نشرة', items: [{ id: '1', title: 'أول' }] }, [{ guid: '1', title: 'أول' }]],
    ['numbers as ids', { version: VERSION, items: [{ id: 17.5, title: 'أول' }] }, [{ guid: '17.5' }]],
    ['values of the wrong type', { version: VERSION, items: [{ id: '1', title: ['x'], url: {}, tags: 'سياسة', author: 'ليلى', date_published: false }] }, [{ title: '', link: null, categories: ['سياسة'], author: 'ليلى', dateFlag: 'missing' }]],
    ['items that are none', { version: VERSION, items: [null, 'أول', [], { id: '1' }] }, [{ guid: '1' }]],
    ['one author and several', { version: VERSION, items: [{ id: '1', author: { name: 'ليلى' } }, { id: '2', authors: [{ name: 'نور' }, {}, { name: 'سامر' }] }] }, [{ author: 'ليلى' }, { author: 'نور, سامر' }]],
  ])('%s', async (_, json, entries) => {
    expect((await readingOf(JSON.stringify(json))).entries).toMatchObject(entries);
  });

  it('cut off: the complete items', async () => {
    const document = JSON.stringify({ version: VERSION, title: 'نشرة', items: [{ id: '1', title: 'أول', authors: [{ name: 'ليلى' }] }, { id: '2', title: 'ثان "بين" }]' }, { id: '3', title: 'ثالث' }] });
    const reading = await readingOf(document.slice(0, document.indexOf('لث')));
    expect(reading.entries.map(({ title }) => title)).toEqual(['أول', 'ثان "بين" }]']);
    expect(reading.notes).toEqual([expect.stringContaining('cut off: only its complete items were kept (broken JSON')]);
  });
});

describe('what is no feed is named', () => {
  it.each([
    ['a captcha', '<html><head><title>Just a moment...</title></head><body></body></html>', 'a page that asks whether you are human (captcha), not a feed, titled "Just a moment..."'],
    ['a captcha in Arabic', '<html><body>الرجاء التحقق من المتصفح</body></html>', 'a page that asks whether you are human (captcha), not a feed'],
    ['a consent page', '<!doctype html><html><body><form action="https://consent.example/"><p>الموافقة على ملفات تعريف الارتباط</p></form></body></html>', 'a page that asks for consent to cookies, not a feed'],
    ['a login page', '<html><head><title>تسجيل الدخول</title></head><body><input type="password"></body></html>', 'a login page, not a feed, titled "تسجيل الدخول"'],
    ['a page of no more', '<html><head><title>404 Not Found</title></head></html>', 'a page that says that there is nothing here, not a feed, titled "404 Not Found"'],
    ['an error in JSON', '{"error":{"code":403,"message":"ممنوع"}}', 'JSON that tells of an error, not a feed: "ممنوع"'],
    ['other JSON', '[1,2]', 'JSON, but no JSON Feed: it has no list of items'],
    ['plain text', 'الموقع تحت الصيانة', 'neither XML nor JSON: it begins with "الموقع تحت الصيانة"'],
    ['an empty answer', ' \r\n\t', 'the answer is empty'],
    ['only a mark', '\ufeff', 'the answer is empty'],
    ['a feed that a page shows', '<html><body><pre>&lt;rss&gt;&lt;item&gt;</pre></body></html>', 'an HTML page, not a feed'],
  ])('%s', async (_, document, detail) => {
    expect(await read(document)).toEqual({ ok: false, outcome: 'not-a-feed', detail });
  });

  it('files', async () => {
    expect(await read(Uint8Array.of(0x1f, 0x8b, 8, 0))).toEqual({ ok: false, outcome: 'not-a-feed', detail: 'a gzip file that the server does not call one, not a feed' });
  });
});

describe('caps', () => {
  it('a feed of more items than are read says so', async () => {
    const reading = await readingOf(rss('<item><title>خبر</title></item>'.repeat(10_005)));
    expect(reading.entries).toHaveLength(10_000);
    expect(reading.notes).toEqual(['only the first 10000 items were read']);
  });
});
