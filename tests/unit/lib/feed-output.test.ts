import { expect, test } from 'vitest';
import type { ArticleItem } from '../../../lib/article';
import { toJsonFeed, toRss } from '../../../lib/feed-output';

const item: ArticleItem = {
  id: '7', version: 1, title: 'هدنة <b>&</b> "محادثات"\u0007', lead: 'نص', lang: 'ar', dir: 'rtl', url: 'https://news.example/?a=1&b=2', publisher: { id: 1, name: 'الحياة' },
  publishedAt: '2026-11-24T10:00:00.000Z', dateFlag: null, firstSeenAt: '2026-11-24T10:01:00.000Z', fetchedAt: '2026-11-24T10:01:00.000Z', storedAt: '2026-11-24T10:01:00.000Z',
  editedAt: null, sortAt: '2026-11-24T10:00:00.000Z', backfill: false, sample: false,
  places: [{ id: 'SY', label: { en: 'Syria', ar: 'سوريا' }, kind: 'country', role: 'about', country: 'SY' }], topics: [{ id: 'peace', label: { en: 'Peace talks', ar: null }, score: 1 }],
};
const feed = { title: 'مرصد', description: 'd', page: 'http://127.0.0.1:3000/?region=SY', self: 'http://127.0.0.1:3000/feed.xml?region=SY&q=x', items: [item, { ...item, id: '8', url: null, publishedAt: null }] };

test('RSS escapes what an article brings, and says no date where there is none', () => {
  const rss = toRss(feed);
  expect(rss).toContain('<title>هدنة &lt;b&gt;&amp;&lt;/b&gt; &quot;محادثات&quot;</title><link>https://news.example/?a=1&amp;b=2</link>');
  expect(rss).toContain('href="http://127.0.0.1:3000/feed.xml?region=SY&amp;q=x"');
  expect(rss.match(/<pubDate>/gu)).toHaveLength(1);
  expect(rss).toContain('<pubDate>Tue, 24 Nov 2026 10:00:00 GMT</pubDate>');
  expect(rss).toContain('<category>Peace talks</category><category>سوريا</category>');
});

test('JSON Feed says the same', () => {
  expect(toJsonFeed(feed)).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1', feed_url: feed.self,
    items: [{ id: 'marsad:article:7', url: item.url, date_published: item.publishedAt, language: 'ar', tags: ['Peace talks', 'سوريا'] }, { id: 'marsad:article:8' }],
  });
  expect((toJsonFeed(feed).items as object[])[1]).not.toHaveProperty('date_published');
});
