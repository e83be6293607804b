import type { Config } from './config';
import { adoptPage } from './db/adopt-page';
import type { Database } from './db/client';
import { claimPage, recordPage } from './db/pages';
import type { Fetcher } from './ingest/fetch';
import { createPages as createPageLoop, type Pages } from './ingest/pages/pages';
import type { Tag } from './ingest/tag-entries';
import type { Log } from './log';
import type { OwnTopicsAtStore } from './own-topics-app';
import { createPageReading } from './worker/page-reading';

export interface PagesParts {
  config: Pick<Config, 'pagesPerHostDay'>;
  db: Database;
  owner: string;
  /** the feeds' own, so that within the process too one request at a time goes to a server */
  fetcher: Pick<Fetcher, 'fetch' | 'fetchOnce'>;
  tag: Tag;
  ownTopics: Pick<OwnTopicsAtStore, 'article'>;
  now(): Date;
  log: Log;
  onError(error: unknown): void;
  delaySeconds?: number;
}

const LEASE_SECONDS = 180;
const DELAY_SECONDS = 5;
const CONCURRENCY = 4;

/** Full articles: fetches the pages of feeds that carry only summaries, where their user has switched it on. */
export function createPages({ config, db, owner, fetcher, tag, ownTopics, now, log, onError, delaySeconds = DELAY_SECONDS }: PagesParts): Pages {
  const reading = createPageReading();
  const pages = createPageLoop({
    claim: () => claimPage(db, owner, LEASE_SECONDS, config.pagesPerHostDay),
    fetch: fetcher.fetch,
    fetchOnce: fetcher.fetchOnce,
    extract: reading.extract,
    tag,
    adopt: (page, found, tags, fetchedAt) => ownTopics.article({ title: page.title, text: found.text, lang: found.lang ?? page.lang }, tags, (all, revision) =>
      adoptPage(db, page, found, all, fetchedAt, revision)),
    record: (page, record) => recordPage(db, owner, page, record),
    now,
    delaySeconds,
    concurrency: CONCURRENCY,
    log,
    onError,
  });
  return {
    start: pages.start,
    async stop() {
      const ended = pages.stop();
      await reading.stop();
      await ended;
    },
  };
}
