import type { ArticleItem } from './article';

/** A filter's articles as a feed for other tools. Addresses are absolute. */
export interface FeedOutput {
  title: string;
  description: string;
  /** the page that shows the same */
  page: string;
  /** the feed's own address */
  self: string;
  items: readonly ArticleItem[];
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** What XML 1.0 can't hold, escaped or not. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const xml = (text: string) => text.toWellFormed().replace(FORBIDDEN, '').replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);
const element = (name: string, text: string | null, attributes = '') => (text === null ? '' : `<${name}${attributes}>${xml(text)}</${name}>`);

/** The same article in every feed that lists it. */
const guidOf = ({ id }: ArticleItem) => `marsad:article:${id}`;
const labels = ({ places, topics }: ArticleItem) => [...topics, ...places].map(({ label }) => label.ar ?? label.en);

function rssItem(item: ArticleItem): string {
  return `<item>${[
    element('title', item.title), element('link', item.url), element('guid', guidOf(item), ' isPermaLink="false"'),
    // undated articles have no date: where they stand is when they were first seen, which is no date of theirs
    element('pubDate', item.publishedAt === null ? null : new Date(item.publishedAt).toUTCString()),
    element('dc:creator', item.publisher.name), element('dc:language', item.lang), element('description', item.lead),
    ...labels(item).map((label) => element('category', label)),
  ].join('')}</item>`;
}

/** RSS 2.0. */
export function toRss({ title, description, page, self, items }: FeedOutput): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${[
    element('title', title), element('link', page), element('description', description),
    `<atom:link rel="self" type="application/rss+xml" href="${xml(self)}"/>`, element('generator', 'Marsad'),
  ].join('')}
${items.map(rssItem).join('\n')}
</channel></rss>
`;
}

/** JSON Feed 1.1. */
export function toJsonFeed({ title, description, page, self, items }: FeedOutput): Record<string, unknown> {
  return {
    version: 'https://jsonfeed.org/version/1.1', title, description, home_page_url: page, feed_url: self,
    items: items.map((item) => ({
      id: guidOf(item), ...(item.url === null ? {} : { url: item.url }), title: item.title, content_text: item.lead,
      ...(item.publishedAt === null ? {} : { date_published: item.publishedAt }), ...(item.editedAt === null ? {} : { date_modified: item.editedAt }),
      authors: [{ name: item.publisher.name }], ...(item.lang === null ? {} : { language: item.lang }), tags: labels(item),
    })),
  };
}
