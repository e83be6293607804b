import type { ClaimedFeed } from '../../lib/feed';
import type { Database } from '../../server/db/client';
import { knownEntries } from '../../server/db/known';
import { storeEntries } from '../../server/db/store';
import { keepEntries } from '../../server/ingest/keep';
import type { PollEnd } from '../../server/ingest/poll-record';
import { createFeedReader } from '../../server/ingest/read';
import { tags } from './articles';

/** An item as a feed writes it; what is left out it does not say. Texts are HTML, escaped here. */
export interface WrittenItem {
  title?: string;
  link?: string;
  guid?: string;
  /** HTML */
  text?: string;
  date?: Date;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const element = (name: string, content: string | undefined, attributes = '') => (content === undefined ? '' : `<${name}${attributes}>${escaped(content)}</${name}>`);

export function feedOf(items: readonly WrittenItem[], link = 'https://news.example/'): string {
  const written = items.map(({ title, link: address, guid, text, date }) => [
    '<item>', element('title', title), element('link', address), element('guid', guid, ' isPermaLink="false"'),
    element('description', text), element('pubDate', date?.toUTCString()), '</item>',
  ].join(''));
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>${element('title', 'صحيفة الاختبار')}${element('link', link)}${written.join('\n')}</channel></rss>`;
}

export interface Desk {
  /** reads, compares and stores a document of the feed, as a poll does */
  poll(feed: ClaimedFeed, document: string, at?: Date): Promise<PollEnd>;
}

const SILENT = { debug: () => undefined, warn: () => undefined, error: () => undefined };

/** What comes after fetching, on a real database, but for the tagger: no article has any tag. */
export function createDesk(db: Database): Desk {
  const read = createFeedReader({ detectLanguage: () => ({ lang: 'ar', score: 1 }) });
  return {
    async poll(feed, document, at = new Date()) {
      const result = await read({
        bytes: Buffer.from(document), contentType: null, url: feed.url, feedLanguage: feed.language, timezone: feed.timezone, now: at,
      });
      if (!result.ok) throw new Error(`the document can't be read: ${result.detail}`);
      return keepEntries({
        tag: (inputs) => Promise.resolve(inputs.map(() => tags([], [], ''))),
        known: (one, entries) => knownEntries(db, one, entries),
        store: (one, fetchedAt, batch) => storeEntries(db, one, fetchedAt, batch),
        log: SILENT,
      }, feed, at, result.entries);
    },
  };
}
