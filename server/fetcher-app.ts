import type { Config } from './config';
import { createFetcher, type Fetcher } from './ingest/fetch';

const CONNECT_TIMEOUT_MS = 10_000;
const TOTAL_TIMEOUT_MS = 20_000;
const MAX_FEED_BYTES = 10_000_000;

/** What Marsad calls itself to servers. */
export function userAgent(contact: string | null): string {
  return `Marsad/0.1 (news monitor${contact ? `; ${contact}` : ''})`;
}

/** The fetcher as this installation is set up, for the ingest side and the command line alike. */
export function fetcherFor(config: Pick<Config, 'contact'>, allowPrivate: ReadonlySet<string>): Fetcher {
  return createFetcher({
    allowPrivate, userAgent: userAgent(config.contact), connectTimeoutMs: CONNECT_TIMEOUT_MS, totalTimeoutMs: TOTAL_TIMEOUT_MS, maxBytes: MAX_FEED_BYTES,
  });
}
