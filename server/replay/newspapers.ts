import type { StartingFeed } from '../../lib/starting-feeds';
import { etagOf, startFeedServer, type FeedServer } from '../sample/feed-server';
import { writeRss, type RssItem } from '../sample/rss';
import { createFeedWindow, type FeedWindow } from './feed-window';
import type { Cue } from './timeline';

/** One newspaper of the recording, served on an origin of its own. */
export interface Newspaper {
  source: string;
  server: FeedServer;
  window: FeedWindow;
}

export interface NewspaperOptions {
  /** milliseconds since the replay began; negative before */
  elapsed(): number;
  /** the date that an item carries */
  dateOf(cue: Cue): Date;
}

function rssItem({ record }: Cue, publishedAt: Date): RssItem {
  const { id, title, text, url, lang } = record;
  return { id, title, text, link: url, lang, publishedAt, category: null };
}

/** Starts serving one newspaper's feed. */
export async function startNewspaper(source: string, cues: readonly Cue[], { elapsed, dateOf }: NewspaperOptions): Promise<Newspaper> {
  const window = createFeedWindow(cues);
  const server = await startFeedServer({
    read(url, held) {
      const shown = window.show(elapsed(), held);
      const items = shown.map((cue) => rssItem(cue, dateOf(cue))).reverse();
      const body = writeRss({ title: source, link: url, description: `${source}, replayed`, lang: languageOf(cues) }, items);
      window.offered(etagOf(body), shown);
      return body;
    },
    sent: window.sent,
  });
  return { source, server, window };
}

/** The one language of all its items; null where they say none, or several. */
export function languageOf(cues: readonly Cue[]): string | null {
  const [lang, ...others] = new Set(cues.map((cue) => cue.record.lang));
  return others.length === 0 ? (lang ?? null) : null;
}

/** The newspaper as a list of starting feeds names it. A name that can't be a slug gets a number. */
export function startingFeed(source: string, index: number, url: string, language: string | null): StartingFeed {
  const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(source) ? source : `newspaper-${index + 1}`;
  return { publisher: { slug: `replay-${slug}`, name: source, country: null }, url, title: source, language, country: null };
}
