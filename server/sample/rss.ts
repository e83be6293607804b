/** What a channel says of itself. `lang` is a BCP 47 tag, null where its items are in several languages. */
export interface RssChannel {
  title: string;
  link: string;
  description: string;
  lang: string | null;
}

/** An item as it is written. `text` is plain, its paragraphs separated by blank lines. */
export interface RssItem {
  id: string;
  title: string;
  text: string;
  link: string | null;
  lang: string | null;
  publishedAt: Date;
  category: string | null;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** XML 1.0 has no way to write these, not even as references: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu;

/** Text as XML content or attribute value. What XML can't hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text.replace(UNWRITABLE, '\ufffd').replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);
}

/** A description is HTML inside XML: escaped as the one, then as the other. */
function description(text: string): string {
  const paragraphs = text.split(/\n\s*\n/).map((part) => part.trim()).filter(Boolean);
  return escapeXml(paragraphs.map((part) => `<p>${escapeXml(part)}</p>`).join(''));
}

const element = (name: string, content: string | null) => (content === null ? '' : `<${name}>${escapeXml(content)}</${name}>`);

function itemXml(item: RssItem): string {
  return [
    item.lang === null ? '<item>' : `<item xml:lang="${escapeXml(item.lang)}">`,
    element('title', item.title),
    element('link', item.link),
    `<guid isPermaLink="false">${escapeXml(item.id)}</guid>`,
    element('pubDate', item.publishedAt.toUTCString()),
    element('dc:language', item.lang),
    element('category', item.category),
    `<description>${description(item.text)}</description>`,
    '</item>',
  ].join('');
}

/** An RSS 2.0 document. The same channel and items give the same bytes, so that an ETag of them means something. */
export function writeRss(channel: RssChannel, items: readonly RssItem[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>',
    `${element('title', channel.title)}${element('link', channel.link)}${element('description', channel.description)}`,
    element('language', channel.lang),
    ...items.map(itemXml),
    '</channel></rss>',
    '',
  ].join('\n');
}
