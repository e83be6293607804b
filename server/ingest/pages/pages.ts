import type { Tags } from '../../../lib/entry';
import type { ClaimedPage, PageRecord } from '../../../lib/page';
import { datelineEnd, ownNames } from '../../../lib/text/dateline';
import { createWakeable } from '../../wakeable';
import type { FetchRequest, FetchResult, Redirected } from '../fetch';
import type { Log } from '../log';
import type { Page, PageInput, PageResult } from '../stages/extract/extract';
import type { Tag } from '../tag-entries';
import { isPayloadFault, WorkerDeadlineError } from '../worker-errors';
import { askRobots } from './ask-robots';
import { judgePage } from './judge';
import { failedPage, pageRecord, type PageEnd } from './page-record';

export interface PagesDeps {
  /** a page that is due, its server leased to this process; null where none is */
  claim(): Promise<ClaimedPage | null>;
  fetch(request: FetchRequest): Promise<FetchResult>;
  fetchOnce(request: FetchRequest): Promise<FetchResult | Redirected>;
  /** in a thread */
  extract(input: PageInput): Promise<PageResult>;
  /** in a thread */
  tag: Tag;
  /** puts the page's text in the place of the feed's. @returns false where the article was edited meanwhile, or is gone */
  adopt(page: ClaimedPage, found: Page & { datelineEnd: number | null }, tags: Tags, fetchedAt: Date): Promise<boolean>;
  /** writes down what it came to and gives the lease back */
  record(page: ClaimedPage, record: PageRecord): Promise<void>;
  now(): Date;
  /** the least between two pages of one server, in seconds; its robots.txt may ask for more */
  delaySeconds: number;
  /** how many pages at once, each of another server */
  concurrency: number;
  log: Log;
  onError(error: unknown): void;
}

export interface Pages {
  start(): void;
  /** gives up what is being fetched; its lease ends, and whoever comes next asks again */
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 5000;
const ACCEPT = 'text/html, application/xhtml+xml;q=0.9';
const MOST_BYTES = 4_000_000;
/** A server that asks for longer pauses than this gets this. */
const LONGEST_DELAY = 120;

/** Fetches the pages of articles whose feed carries only a summary: robots.txt first, one server at a time each, slowly. */
export function createPages(deps: PagesDeps): Pages {
  const stopping = new AbortController();

  async function round(): Promise<boolean> {
    if (stopping.signal.aborted) return false;
    const page = await deps.claim();
    if (page === null) return false;
    try {
      await deps.record(page, await attend(page));
    } catch (error) {
      if (stopping.signal.aborted) return false;
      // what failed in a way it should not fails again: it is to count as an attempt
      deps.onError(error);
      const end: PageEnd = { outcome: 'store-error', detail: error instanceof Error ? error.message : String(error), asked: true };
      await deps.record(page, pageRecord(page, end, null, { now: deps.now(), delaySeconds: deps.delaySeconds }));
    }
    return true;
  }

  async function attend(page: ClaimedPage): Promise<PageRecord> {
    const answer = await askRobots(page, deps.now(), deps.fetch, stopping.signal);
    const wanted = answer.ok ? answer.robots.crawlDelaySeconds ?? 0 : 0;
    const delaySeconds = Math.max(deps.delaySeconds, Math.min(wanted, LONGEST_DELAY));
    const end = answer.ok ? await visit(page, answer.robots.allows(page.url)) : unknownRobots(answer.failure);
    const record = pageRecord(page, end, answer.ok ? answer.read : null, { now: deps.now(), delaySeconds });
    deps.log.debug({ article: page.articleId, url: page.url, outcome: record.outcome, detail: record.detail }, 'asked for a page');
    return record;
  }

  async function visit(page: ClaimedPage, allowed: boolean): Promise<PageEnd> {
    if (!allowed) return { outcome: 'robots', detail: `${page.origin}/robots.txt forbids ${page.url} to Marsad`, asked: false };
    const answer = await deps.fetchOnce({ url: page.url, etag: null, lastModified: null, accept: ACCEPT, maxBytes: MOST_BYTES, signal: stopping.signal });
    if (answer.outcome === 'redirected' && !/^https?:/iu.test(answer.to)) return read('bad-url', `redirected to ${answer.to}, which is no http or https address`);
    if (answer.outcome === 'redirected') return { outcome: 'redirected', detail: `redirected to ${answer.to}`, asked: true, to: answer.to };
    if (answer.outcome === 'not-modified') throw new Error('a page was "not modified", though no version was named');
    if (answer.outcome !== 'ok') return failedPage(answer);
    if (!isHtml(answer.contentType)) return read('not-html', `${page.url} is no HTML page: ${answer.contentType}`);
    return understand(page, { bytes: answer.bytes, contentType: answer.contentType, url: page.url, timezone: page.timezone, now: deps.now() });
  }

  async function understand(page: ClaimedPage, input: PageInput): Promise<PageEnd> {
    try {
      const result = await deps.extract(input);
      return result.ok ? await judge(page, result.page) : read(result.outcome, result.detail);
    } catch (error) {
      if (!isPayloadFault(error)) throw error;
      return read(error instanceof WorkerDeadlineError ? 'parse-timeout' : 'unreadable', `the reader failed at it: ${error.message}`);
    }
  }

  async function judge(page: ClaimedPage, found: Page): Promise<PageEnd> {
    const refusal = judgePage(page, found);
    if (refusal === 'not-better') return read(refusal, 'the page says no more than the feed');
    if (refusal === 'other-text') return read(refusal, 'what was found in the page is not the article that the feed sums up');
    const ends = datelineEnd(found.text, ownNames(page.feedTitle));
    const [tags] = await deps.tag([{ title: page.title, text: found.text, lang: found.lang ?? page.lang, feedCountry: page.country, datelineEnd: ends }]);
    if (!tags) throw new Error('the tagger answered nothing for a page');
    const adopted = await deps.adopt(page, { ...found, datelineEnd: ends }, tags, deps.now());
    return adopted ? read('ok', null) : read('edited', 'the feed edited the article while its page was read');
  }

  const rounds = Array.from({ length: deps.concurrency }, () => createWakeable(round, deps.onError));
  return {
    start: () => rounds.forEach((one) => one.start(LOOK_EVERY_MS)),
    stop: async () => {
      stopping.abort(new DOMException('the pages were stopped', 'AbortError'));
      await Promise.all(rounds.map((one) => one.stop()));
    },
  };
}

const read = (outcome: PageEnd['outcome'], detail: string | null): PageEnd => ({ outcome, detail, asked: true });
const isHtml = (contentType: string | null) => contentType === null || /^\s*(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/iu.test(contentType);

function unknownRobots({ outcome, detail, retryAfterSeconds }: { outcome: PageEnd['outcome']; detail: string; retryAfterSeconds: number | null }): PageEnd {
  // to ask a private address again can't help
  if (outcome === 'private-address' || outcome === 'bad-url') return { outcome, detail, asked: false };
  return { outcome: 'robots-unknown', detail: `nothing is asked for while robots.txt can't be read: ${detail}`, asked: false, retryAfterSeconds };
}
