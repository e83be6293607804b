import type { Point } from '../../../lib/entry';

/** A feed as its reader understood it, before anything is judged: what all formats have in common. Strings are as written. */
export interface RawFeed {
  title: string | null;
  link: string | null;
  description: string | null;
  language: string | null;
  /** xml:base */
  base: string | null;
  /** the WebSub hub, and the feed's own address, as written */
  hub: string | null;
  self: string | null;
  ttlSeconds: number | null;
  entries: RawEntry[];
}

export interface RawEntry {
  guid: string | null;
  link: string | null;
  /** where a middleman's link (FeedBurner's) leads, as the feed says */
  originalLink: string | null;
  title: Markup | null;
  /** the fullest text that it brings */
  body: Markup | null;
  author: string | null;
  categories: string[];
  published: string | null;
  updated: string | null;
  /** xml:base of the entry itself */
  base: string | null;
  points: Point[];
}

/** Text in which `<` and `&` may be HTML, or (`html` false) are just themselves. */
export interface Markup {
  value: string;
  html: boolean;
}

/** Why there is no RawFeed: something else altogether, or a feed that can't be read. */
export type ParseFailure = { ok: false; outcome: 'not-a-feed' | 'unreadable'; detail: string };
/** `notes` say, in words for people, what was wrong with a feed that could be read all the same. */
export type Parsed = { ok: true; feed: RawFeed; notes: string[] } | ParseFailure;
