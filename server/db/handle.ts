import type { FilterQuery } from '../../lib/events';
import type { Choice, FeedStatus, Snapshot } from '../../lib/dashboard';
import type { ArticleItem } from '../../lib/article';

export interface Health {
  status: 'ok' | 'down';
  database: 'ok' | 'unreachable';
  /** the newest change, as a decimal string; null where the database can't be asked */
  cursor: string | null;
  articles: number | null;
  feeds: { total: number; healthy: number; failing: number; waiting: number } | null;
  lastPollAt: string | null;
}

/** Who may write through the interface: everyone on the loopback, holders of the token, or nobody. */
export type WriteAccess = 'open' | 'token' | 'read-only';

/**
 * What pages and route handlers may ask. `app/` is bundled apart from the server, so a module singleton imported
 * there would be another object: main.ts puts this one on globalThis.
 */
export interface Handle {
  snapshot(query: FilterQuery): Promise<Snapshot>;
  /** the page of articles before `key`, which is a snapshot's or a page's `older` */
  older(query: FilterQuery, key: string): Promise<{ items: ArticleItem[]; older: string | null }>;
  /** what the region and topic filters offer: those that some article carries, and their parents */
  choices(): Promise<{ regions: Choice[]; topics: Choice[] }>;
  status(): Promise<FeedStatus>;
  health(): Promise<Health>;
  writeAccess: WriteAccess;
  /** checks the Authorization header of a write; true where access is open */
  mayWrite(authorization: string | null): boolean;
  /** asks an ingest process to end the sample wire and delete what it brought; resolves once it is done */
  removeSample(): Promise<{ removed: number }>;
}

const key = Symbol.for('marsad');

export function provideHandle(handle: Handle): void {
  (globalThis as Record<symbol, unknown>)[key] = handle;
}

/** @throws where no server has provided one: pages run only inside server/main.ts */
export function marsad(): Handle {
  const handle = (globalThis as Record<symbol, unknown>)[key];
  if (!handle) throw new Error('no Marsad server in this process: start it with npm start or npm run dev');
  return handle as Handle;
}
