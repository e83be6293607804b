import type { DateFlag, Direction } from './article';
import type { PlaceTag } from './place';
import type { TopicTag } from './topic';

/**
 * What an address is when it is none of the publisher's own: `redirector` leads on to it (news aggregators, feed proxies) and can't
 * be folded with it without asking.
 */
export type LinkKind = 'redirector';

/** Degrees, WGS 84. */
export interface Point {
  lat: number;
  lon: number;
}

/**
 * A feed's item once everything that a feed can get wrong has been absorbed. Plain text has its paragraphs
 * separated by blank lines. Times are ISO 8601 in UTC.
 */
export interface Entry {
  /** the feed's own id as written: guid, atom:id, JSON id */
  guid: string | null;
  /** as given, made absolute */
  link: string | null;
  canonicalUrl: string | null;
  linkKind: LinkKind | null;
  /** what makes it one article within its publisher: canonical URL, else guid, else a hash of the content */
  identity: string;
  /** SHA-256 (hex) of title and text, with what footers the feed's items share: a change is an edit */
  contentHash: string;
  title: string;
  text: string;
  /** the text begins with a dateline ("بيروت - رويترز: "), perhaps below a kicker or a byline, which ends after so many UTF-16 units; null: none */
  datelineEnd: number | null;
  /** coordinates that the feed itself gives (georss, geo); never guessed */
  points: Point[];
  /** as the feed gave it; never shown unsanitised */
  html: string | null;
  author: string | null;
  categories: string[];
  publishedAt: string | null;
  publishedRaw: string | null;
  dateFlag: DateFlag | null;
  updatedAt: string | null;
  /** BCP 47 primary tag detected from the text; the feed's declaration where the text is too short; else null */
  lang: string | null;
  dir: Direction;
}

export interface FeedDocument {
  title: string | null;
  link: string | null;
  language: string | null;
  description: string | null;
  /** the WebSub hub that it names, and the address that it calls its own (the topic); absolute */
  hub: string | null;
  self: string | null;
  /** how long it says that it may be kept: <ttl>, sy:updatePeriod */
  ttlSeconds: number | null;
}

/** What reading one article yields. `terms` are folded, stemmed words, each once. */
export interface Tags {
  places: PlaceTag[];
  /** ISO 3166-1 alpha-2, most important first */
  focusCountries: string[];
  /** best first */
  topics: TopicTag[];
  terms: string[];
}

export interface TaggedEntry {
  entry: Entry;
  tags: Tags;
}
