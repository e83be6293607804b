/** An item whose HTML stands in the document just as it is given. */
export interface RawItem {
  guid: string;
  title: string;
  /** null: the item has none */
  date: Date | null;
  link?: string;
  html?: string;
}

const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

function itemXml({ guid, title, date, link, html }: RawItem): string {
  return [
    `<item><guid isPermaLink="false">${guid}</guid><title>${cdata(title)}</title>`,
    link === undefined ? '' : `<link>${cdata(link)}</link>`,
    date === null ? '' : `<pubDate>${date.toUTCString()}</pubDate>`,
    html === undefined ? '' : `<description>${cdata(html)}</description>`,
    '</item>',
  ].join('');
}

/** An RSS document that says what a well-meaning feed would not. */
export function rssOf(items: readonly RawItem[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>خلاصة</title>${items.map(itemXml).join('')}</channel></rss>`;
}
