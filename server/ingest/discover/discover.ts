import type { Discovery, FoundFeed, LookOutcome } from '../../../lib/source';
import type { FetchRequest, FetchResult } from '../fetch';
import type { ReadInput, ReadResult } from '../read';
import { decode } from '../stages/decode';
import { WorkerStoppedError } from '../worker-errors';
import { guessesFor } from './guesses';
import { namedFeeds } from './named-feeds';
import { addressesMeant } from './typed-address';

export interface DiscoverDeps {
  fetch(request: FetchRequest): Promise<FetchResult>;
  /** in a thread; `bytes` may be transferred */
  parse(input: ReadInput): Promise<ReadResult>;
  /** those of the addresses that are among the sources already, or were before they moved, with their ids */
  known(urls: string[]): Promise<Map<string, number>>;
  now(): Date;
  deadlineMs?: number;
}

/** In all, the page itself included: a site that is looked at is not to notice. */
const MOST_REQUESTS = 8;
const DEADLINE_MS = 15_000;
const PREVIEWED = 5;

interface Failed {
  url: string;
  outcome: LookOutcome;
  detail: string;
}

/** What an address turned out to be. */
type Look = { kind: 'feed'; feed: FoundFeed } | { kind: 'page'; url: string; html: string; why: string } | ({ kind: 'failed' } & Failed);

/**
 * Looks for feeds at an address as a person types it, of a site or of a feed: itself, what its page names, or else where feeds
 * usually lie. What goes wrong is told in words.
 * @throws the signal's reason
 */
export function createDiscovery(deps: DiscoverDeps): (typed: string, signal?: AbortSignal) => Promise<Discovery> {
  return async (typed, signal) => {
    const addresses = addressesMeant(typed);
    if (addresses.length === 0) return { ok: false, outcome: 'bad-url', detail: `no address of a site or a feed: ${typed.slice(0, 200)}` };
    const search = createSearch(deps, signal);
    const first = await search.firstOf(addresses);
    if (first.kind === 'failed') return { ok: false, outcome: first.outcome, detail: first.detail };
    if (first.kind === 'page') await search.inPage(first.url, first.html);
    return search.result(first);
  };
}

function createSearch(deps: DiscoverDeps, stop: AbortSignal | undefined) {
  const deadline = AbortSignal.timeout(deps.deadlineMs ?? DEADLINE_MS);
  const signal = stop ? AbortSignal.any([stop, deadline]) : deadline;
  const feeds = new Map<string, FoundFeed>();
  const failed: Failed[] = [];
  let left = MOST_REQUESTS;
  let named = 0;

  async function look(url: string): Promise<Look> {
    if (left <= 0) return { kind: 'failed', url, outcome: 'not-asked', detail: 'not asked: enough was asked of this site' };
    left -= 1;
    try {
      return await understand(deps, url, await deps.fetch({ url, etag: null, lastModified: null, signal }));
    } catch (error) {
      if (stop?.aborted || !deadline.aborted) throw error;
      return { kind: 'failed', url, outcome: 'timeout', detail: 'no answer in the time that looking may take' };
    }
  }

  function keep(one: Look, url: string): boolean {
    if (one.kind === 'feed') feeds.set(one.feed.url, feeds.get(one.feed.url) ?? one.feed);
    else if (one.kind === 'page') failed.push({ url, outcome: 'not-a-feed', detail: one.why });
    else failed.push({ url: one.url, outcome: one.outcome, detail: one.detail });
    return one.kind === 'feed';
  }

  return {
    /** An address without a scheme is asked for again over http where https can't be had. */
    async firstOf(addresses: string[]): Promise<Look> {
      let last: Look | null = null;
      for (const address of addresses) {
        const one = await look(address);
        if (one.kind === 'feed') keep(one, address);
        if (one.kind !== 'failed' || !isOfTheScheme(one.outcome)) return one;
        last ??= one;
      }
      return last ?? { kind: 'failed', url: '', outcome: 'bad-url', detail: 'no address' };
    },
    /** One after the other: the host would have them in turn anyway, and one guess that is right is enough. */
    async inPage(url: string, html: string): Promise<void> {
      const { links, anchors } = namedFeeds(html, url);
      const candidates = links.length > 0 ? links : anchors;
      named = candidates.length;
      const looked = candidates.slice(0, left);
      for (const one of looked) keep(await look(one), one);
      for (const one of candidates.slice(looked.length)) failed.push({ url: one, outcome: 'not-asked', detail: 'named as well, but not looked at: only the first few are' });
      if (named > 0) return;
      for (const guess of guessesFor(url).slice(0, left)) {
        const one = await look(guess);
        if (one.kind === 'feed' && keep(one, guess)) return;
        if (deadline.aborted) return;
      }
    },
    async result(first: Look): Promise<Discovery> {
      if (feeds.size > 0) return { ok: true, feeds: await withKnown(deps, [...feeds.values()]), failed };
      const why = first.kind === 'page' ? first.why : 'nothing was found';
      if (named === 0) return { ok: false, outcome: 'not-a-feed', detail: `${why}; it names no feed, and none lies where feeds usually do` };
      return { ok: false, outcome: failed[0]?.outcome ?? 'not-a-feed', detail: `it names ${named} feed(s), of which none can be read: ${failed.slice(0, 3).map(({ url, detail }) => `${url}: ${detail}`).join('; ')}` };
    },
  };
}

const OF_THE_SCHEME = new Set<LookOutcome>(['connection-refused', 'tls-error', 'timeout', 'network-error', 'not-found', 'forbidden', 'http-error']);
const isOfTheScheme = (outcome: LookOutcome) => OF_THE_SCHEME.has(outcome);

async function understand(deps: DiscoverDeps, asked: string, answer: FetchResult): Promise<Look> {
  if (answer.outcome === 'not-modified') return { kind: 'failed', url: asked, outcome: 'http-error', detail: `${asked} answered 304 to what was no question for changes` };
  if (answer.outcome !== 'ok') return { kind: 'failed', url: asked, outcome: answer.outcome, detail: answer.detail };
  const { bytes, contentType, url } = answer;
  const read = await readWhole(deps, { bytes: bytes.slice(), contentType, url, feedLanguage: null, timezone: null, now: deps.now() });
  if (read.ok) return { kind: 'feed', feed: foundFeed(url, read) };
  if (read.outcome !== 'not-a-feed') return { kind: 'failed', url: asked, outcome: read.outcome, detail: read.detail };
  return { kind: 'page', url, html: decode(bytes, contentType).text, why: read.detail };
}

/** What hangs or kills the reader is a failure of that address, not of the search. */
async function readWhole(deps: DiscoverDeps, input: ReadInput): Promise<ReadResult> {
  try {
    return await deps.parse(input);
  } catch (error) {
    if (error instanceof WorkerStoppedError) throw error;
    return { ok: false, outcome: 'unreadable', detail: `the reader failed at it: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** The feed's own word for its language, else that of most of its items. */
function foundFeed(url: string, { feed, entries }: Extract<ReadResult, { ok: true }>): FoundFeed {
  return {
    url,
    title: feed.title,
    siteUrl: feed.link !== null && /^https?:/iu.test(feed.link) && URL.canParse(feed.link) ? feed.link : null,
    language: primary(feed.language) ?? mostCommon(entries.map(({ lang }) => lang)),
    known: null,
    preview: entries.slice(0, PREVIEWED).map(({ title, link, publishedAt, dir }) => ({ title, link, publishedAt, dir })),
    entries: entries.length,
  };
}

function primary(language: string | null): string | null {
  const tag = language?.trim().toLowerCase().split(/[-_]/u)[0] ?? '';
  return /^[a-z]{2,3}$/u.test(tag) ? tag : null;
}

function mostCommon(languages: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const one of languages) if (one !== null) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

async function withKnown(deps: DiscoverDeps, feeds: FoundFeed[]): Promise<FoundFeed[]> {
  const known = await deps.known(feeds.map(({ url }) => url));
  return feeds.map((feed) => ({ ...feed, known: known.get(feed.url) ?? null }));
}
