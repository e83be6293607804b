import { createHash } from 'node:crypto';
import type { Entry, Tags, TaggedEntry } from '../../lib/entry';
import type { ClaimedFeed } from '../../lib/feed';
import type { Place, PlaceRole } from '../../lib/place';
import type { Topic } from '../../lib/topic';
import { directionOf } from '../../lib/text/direction';
import { termsOf } from '../../lib/text/terms';
import type { Database } from '../../server/db/client';
import { addFeeds } from '../../server/db/feeds';

/** Building blocks for tests of what comes after tagging. */

const place = (id: string, en: string, ar: string, kind: Place['kind'], country: string | null, within: string[]): Place => ({
  id, geonamesId: null, name: { en, ar }, kind, country, admin1: null, lat: 35, lon: 37, within,
});

export const SYRIA = place('SY', 'Syria', 'سوريا', 'country', 'SY', ['levant', 'middle-east']);
export const IDLIB = place('idlib', 'Idlib', 'إدلب', 'city', 'SY', ['SY', 'levant', 'middle-east']);
export const ASTANA = place('astana', 'Astana', 'أستانا', 'city', 'KZ', ['KZ', 'central-asia']);

const topic = (id: string, iptc: string, en: string, ar: string): Topic => ({ id, iptc, label: { en, ar }, parent: null });
export const CONFLICT = topic('conflict', 'medtop:16000000', 'Conflict, war and peace', 'نزاعات وحروب وسلام');
export const SPORT = topic('sport', 'medtop:15000000', 'Sport', 'رياضة');
export const TEST_TOPICS = [CONFLICT, SPORT];

export function entry(part: Partial<Entry> = {}): Entry {
  const title = part.title ?? 'جولة جديدة من المحادثات في أستانا';
  const text = part.text ?? 'افتتحت الأربعاء جولة جديدة من المحادثات.';
  const link = part.link ?? `https://news.example/${encodeURIComponent(title)}`;
  return {
    guid: link, link, canonicalUrl: link, linkKind: null, datelineEnd: null, points: [], identity: link, title, text,
    contentHash: createHash('sha256').update(`${title}\n${text}`).digest('hex'),
    html: null, author: null, categories: [], publishedAt: new Date().toISOString(), publishedRaw: null, dateFlag: null,
    updatedAt: null, lang: 'ar', dir: directionOf(title), ...part,
  };
}

export function tags(places: [Place, PlaceRole][], topics: Topic[], words: string): Tags {
  return {
    places: places.map(([one, role]) => ({ place: one, role, score: 0.9, mentions: [{ field: 'title', start: 0, end: 1, phrase: 'ج', form: 'name' }], alternatives: [] })),
    focusCountries: [], topics: topics.map((one) => ({ topic: one, score: 1, evidence: [] })), terms: termsOf(words),
  };
}

export function tagged(part: Partial<Entry> = {}, places: [Place, PlaceRole][] = [[ASTANA, 'venue']], topics: Topic[] = [CONFLICT]): TaggedEntry {
  const one = entry(part);
  return { entry: one, tags: tags(places, topics, `${one.title} ${one.text}`) };
}

/** Adds a feed to the database and hands it out as a poller would hold it, without a lease. */
export async function testFeed(db: Database, url = 'https://news.example/feed', slug = 'example'): Promise<ClaimedFeed> {
  await addFeeds(db, [{ publisher: { slug, name: slug, country: null }, url, title: url, language: 'ar', country: null }]);
  const row = await db.prisma.feed.findUniqueOrThrow({ where: { url } });
  return {
    id: row.id, url, publisherId: row.publisherId, origin: row.originKey, language: row.language, country: row.country, timezone: null,
    etag: null, lastModified: null, bodyHash: null, intervalSeconds: 60, itemsPerDay: null, ttlSeconds: null,
    addedAt: row.addedAt, askedSince: row.askedSince, lastSuccessAt: null, failures: 0, first: false, sample: false, fullArticles: false, pushed: false,
  };
}
