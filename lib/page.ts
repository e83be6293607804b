import type { PollOutcome } from './feed';

/** A page to be fetched for an article whose feed carries only a summary, with what is known of its server. */
export interface ClaimedPage {
  /** 64 bits */
  articleId: string;
  /** the article as it was when the page was claimed: it may be edited meanwhile */
  version: number;
  contentHash: string;
  publisherId: number;
  title: string;
  /** the feed's */
  text: string;
  lang: string | null;
  url: string;
  /** scheme://host:port: one request at a time */
  origin: string;
  /** before this one */
  attempts: number;
  /** the server's robots.txt as it was read last, and when; text null: it has none */
  robots: string | null;
  robotsAt: Date | null;
  /** under which it may stand in datelines */
  feedTitle: string;
  /** of the feed: ISO 3166-1 alpha-2, IANA name */
  country: string | null;
  timezone: string | null;
}

/**
 * How asking for a page can end. `not-better`: the feed says as much; `other-text`: not the article that the feed sums up (a captcha, a list);
 * `edited`: the article changed meanwhile. In these, and in `ok`, the page was read.
 * `too-late`: its turn never came.
 */
export type PageOutcome =
  | 'ok' | 'not-better' | 'other-text' | 'edited' | 'redirected' | 'robots' | 'robots-unknown' | 'not-html' | 'no-article' | 'too-late' | Exclude<PollOutcome, 'ok'>;

/** What asking for a page came to, and when its server may be asked again. */
export interface PageRecord {
  state: 'waiting' | 'done' | 'failed';
  outcome: PageOutcome;
  /** in words, for people: what and where */
  detail: string | null;
  /** the page itself was asked for: it counts towards the day's cap */
  asked: boolean;
  at: Date;
  /** where it is to be asked for next */
  url: string;
  /** whether this attempt counts towards the most that there may be */
  counts: boolean;
  nextAt: Date;
  /** no other page of this server before */
  originNextAt: Date;
  /** the robots.txt that was read on the way; null: none was asked for; text null: there is none */
  robots: { text: string | null } | null;
}
