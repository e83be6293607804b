import type { Entry, FeedDocument } from '../../lib/entry';
import { directionOf } from '../../lib/text/direction';
import { decode } from './stages/decode';
import { chooseLanguage, type DetectedLanguage } from './stages/language';
import { normalise, type Draft } from './stages/normalise';
import { parse } from './stages/parse';
import { plainTitle } from './stages/plain-text';
import type { ParseFailure, RawFeed } from './stages/raw-feed';

export interface ReadInput {
  bytes: Uint8Array;
  contentType: string | null;
  /** where the feed was fetched; null: relative links stay unknown */
  url: string | null;
  /** what we know the feed's language to be; goes before what it declares itself */
  feedLanguage: string | null;
  /** IANA name, for dates without a zone; null: UTC */
  timezone: string | null;
  now: Date;
}

export interface FeedReading {
  ok: true;
  feed: FeedDocument;
  entries: Entry[];
}
export type ReadResult = FeedReading | ParseFailure;
export type FeedReader = (input: ReadInput) => Promise<ReadResult>;

/** The way from a feed's bytes to its entries: decode, parse, normalise, language. Expected failures are values. */
export function createFeedReader({ detectLanguage }: { detectLanguage: (text: string) => DetectedLanguage }): FeedReader {
  return async ({ bytes, contentType, url, feedLanguage, timezone, now }) => {
    const parsed = await parse(decode(bytes, contentType).text);
    if (!parsed.ok) return parsed;
    const drafts = normalise(parsed.feed, { url, timezone, now });
    const declared = feedLanguage ?? parsed.feed.language;
    return { ok: true, feed: documentOf(parsed.feed), entries: drafts.map((draft) => withLanguage(draft, declared, detectLanguage)) };
  };
}

/** A detector is sure after a few lines; the whole of a long read would only cost time. */
const DETECTED_CHARACTERS = 1000;

function withLanguage(draft: Draft, declared: string | null, detect: (text: string) => DetectedLanguage): Entry {
  const sample = `${draft.title}\n${draft.text}`.slice(0, DETECTED_CHARACTERS);
  const dir = directionOf(sample);
  return { ...draft, lang: chooseLanguage(sample, detect(sample), declared, dir), dir };
}

function documentOf({ title, link, language, description }: RawFeed): FeedDocument {
  const plain = (text: string | null) => (text === null ? null : plainTitle(text) || null);
  return { title: plain(title), link, language, description: plain(description), hub: null, self: null, ttlSeconds: null };
}
