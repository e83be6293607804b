import type { ClaimedFeed } from '../../lib/feed';
import type { Database } from '../../server/db/client';
import { addFeeds, type FeedSeed } from '../../server/db/feeds';
import { syncReference } from '../../server/db/reference';
import { storeEntries } from '../../server/db/store';
import { createFeedReader } from '../../server/ingest/read';
import { writeRss, type RssItem } from '../../server/sample/rss';
import type { WireItem } from '../../server/sample/wire';
import { loadLanguageDetector } from '../../server/tagging/language';
import { loadGazetteer } from '../../server/tagging/places/gazetteer';
import { createTagger } from '../../server/tagging/tagger';
import { loadTaxonomy } from '../../server/tagging/topics/taxonomy';
import { testFeed } from '../support/articles';

/** An item of the wire as one of the newspapers brought it. */
export interface Told {
  /** which newspaper */
  paper: number;
  item: WireItem;
  at: Date;
}

const HOUR = 3_600_000;
const MINUTE = 60_000;
const VISIT_MS = 10 * MINUTE;
/** As many days as the detector needs before it speaks, and a few more. */
const DAYS = 8;
/** An item comes round again after so many hours, in another newspaper. */
const ROUND_HOURS = 4;
/** What has been told everywhere within the last so many hours. */
const BURST_HOURS = 2;
const BURST_PLACE = /دير الزور|Deir ez-Zor/u;

/** The wire over and over, newspaper by newspaper, with more of it by day; and in the last two hours one place in all of them. */
export function toldOver(wire: readonly WireItem[], papers: number, now: number): Told[] {
  const rounds = (DAYS * 24) / ROUND_HOURS;
  const usual = Array.from({ length: rounds }, (_, round) => wire.flatMap((item, n): Told[] => {
    const at = new Date(now - (round + (n + 0.5) / wire.length) * ROUND_HOURS * HOUR);
    const byDay = 0.65 + 0.35 * Math.sin(((at.getUTCHours() - 5) / 24) * 2 * Math.PI);
    return (n * 7 + round * 3) % 10 < byDay * 10 ? [{ paper: (n + round) % papers, item, at }] : [];
  })).flat();
  const event = wire.filter(({ title }) => BURST_PLACE.test(title));
  // one after the other each newspaper brings another of its items
  const burst = Array.from({ length: event.length * papers }, (_, k): Told => {
    const [paper, round] = [k % papers, Math.floor(k / papers)];
    return { paper, item: event[(round + paper) % event.length] as WireItem, at: new Date(now - ((k + 1) / (event.length * papers)) * BURST_HOURS * HOUR) };
  });
  return [...usual, ...burst].sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** As its newspaper's feed has it. Today's stand under their own titles; what came in earlier rounds says when that was. */
export function feedItem({ paper, item: { id, title, text, lang }, at }: Told, now: number): RssItem {
  const round = `${id}-${Math.round(at.getTime() / MINUTE)}`;
  const day = `${at.getUTCDate()}/${at.getUTCMonth() + 1}, ${at.getUTCHours()}`;
  return { id: round, title: now - at.getTime() < 24 * HOUR ? title : `${title} (${day})`, text, link: `https://paper-${paper + 1}.example/${round}`, lang, publishedAt: at, category: null };
}

/** Stores what was told, each when it came, read and tagged by the product's own stages: as if Marsad had been running all the while. */
export async function storePast(db: Database, seeds: readonly FeedSeed[], told: readonly Told[], now: number): Promise<void> {
  const [gazetteer, taxonomy] = [loadGazetteer(), loadTaxonomy()];
  await syncReference(db, { places: gazetteer.hierarchy, topics: taxonomy.topics });
  await addFeeds(db, seeds);
  const feeds = await Promise.all(seeds.map(({ url, publisher }) => testFeed(db, url, publisher.slug)));
  const read = createFeedReader({ detectLanguage: await loadLanguageDetector() });
  const tag = createTagger(gazetteer, taxonomy);
  for (const { at, paper, items } of visitsOf(told, now)) {
    const bytes = Buffer.from(writeRss({ title: seeds[paper]?.title ?? '', link: 'https://paper.example/', description: '', lang: null }, items));
    const reading = await read({ bytes, contentType: 'application/rss+xml; charset=utf-8', url: seeds[paper]?.url ?? null, feedLanguage: null, timezone: null, now: at });
    if (!reading.ok) throw new Error(`a feed of the past can't be read: ${reading.detail}`);
    const tagged = reading.entries.map((entry) => ({ entry, tags: tag({ title: entry.title, text: entry.text, lang: entry.lang, datelineEnd: entry.datelineEnd }) }));
    await storeEntries(db, feeds[paper] as ClaimedFeed, at, { tagged, seen: [] });
  }
}

interface Visit {
  at: Date;
  paper: number;
  items: RssItem[];
}

/** What a newspaper that is asked every ten minutes has new each time, in the order of time. */
function visitsOf(told: readonly Told[], now: number): Visit[] {
  const visits = new Map<string, Visit>();
  for (const one of told) {
    const at = new Date(Math.min(now, Math.ceil(one.at.getTime() / VISIT_MS) * VISIT_MS));
    const key = `${at.getTime()} ${one.paper}`;
    const visit = visits.get(key) ?? { at, paper: one.paper, items: [] };
    visit.items.push(feedItem(one, now));
    visits.set(key, visit);
  }
  return [...visits.values()];
}
