import type { Entry, FeedDocument } from '../../lib/entry';
import { directionOf } from '../../lib/text/direction';
import { absoluteUrl, canonicalUrl } from './stages/canonical-url';
import { decode } from './stages/decode';
import { fileInWords } from './stages/look-alikes';
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
  /** what was wrong with the document, though it could be read; in words for people */
  notes?: readonly string[];
}
export type ReadResult = FeedReading | ParseFailure;
export type FeedReader = (input: ReadInput) => Promise<ReadResult>;

/** The way from a feed's bytes to its entries: decode, parse, normalise, language. Expected failures are values. */
export function createFeedReader({ detectLanguage }: { detectLanguage: (text: string) => DetectedLanguage }): FeedReader {
  return async ({ bytes, contentType, url, feedLanguage, timezone, now }) => {
    const file = fileInWords(bytes);
    const parsed = file === null ? await parse(decode(bytes, contentType).text) : { ok: false as const, outcome: 'not-a-feed' as const, detail: file };
    if (!parsed.ok) return parsed;
    const drafts = normalise(parsed.feed, { url, timezone, now });
    const declared = feedLanguage ?? parsed.feed.language;
    const entries = drafts.map((draft) => withLanguage(draft, declared, detectLanguage));
    return { ok: true, feed: documentOf(parsed.feed, url), entries, notes: parsed.notes };
  };
}

/** A detector is sure after a few lines; the whole of a long read would only cost time. */
const DETECTED_CHARACTERS = 1000;

function withLanguage(draft: Draft, declared: string | null, detect: (text: string) => DetectedLanguage): Entry {
  const sample = `${draft.title}\n${draft.text}`.slice(0, DETECTED_CHARACTERS);
  const dir = directionOf(sample);
  return { ...draft, lang: chooseLanguage(sample, detect(sample), declared, dir), dir };
}

function documentOf({ title, link, language, description, base, hub, self, ttlSeconds }: RawFeed, url: string | null): FeedDocument {
  const plain = (text: string | null) => (text === null ? null : plainTitle(text) || null);
  const within = base === null ? url : absoluteUrl(base, url);
  const absolute = (address: string | null) => (address === null ? null : canonicalUrl(absoluteUrl(address, within) ?? '') && absoluteUrl(address, within));
  return { title: plain(title), link, language, description: plain(description), hub: absolute(hub), self: absolute(self), ttlSeconds };
}
