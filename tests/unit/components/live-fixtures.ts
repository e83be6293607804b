import type { ArticleItem } from '@/lib/article';
import type { Bucket, FeedStatus, Panel, Snapshot } from '@/lib/dashboard';
import type { Batch, FilterQuery } from '@/lib/events';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 12, minute)).toISOString();

/** An article published in the given minute after noon; its id says the minute unless another is given. */
export function article(minute: number, part: Partial<ArticleItem> = {}): ArticleItem {
  const time = at(minute);
  return {
    id: String(1000 + minute), version: 1, title: `جولة جديدة من المحادثات ${minute}`, lead: '', lang: 'ar', dir: 'rtl', url: null,
    publisher: { id: 1, name: 'وكالة' }, publishedAt: time, dateFlag: null, firstSeenAt: time, fetchedAt: time, storedAt: time, editedAt: null, sortAt: time,
    backfill: false, sample: false, places: [], topics: [], ...part,
  };
}

export const QUERY: FilterQuery = { region: [], topic: [], q: '', window: '24h' };
export const STATUS: FeedStatus = { feeds: 3, healthy: 3, failing: 0, waiting: 0, lastPollAt: null, articles: 3, sample: null };
export const PANEL: Panel = { window: '24h', total: 0, buckets: [], places: [], topics: [], spikes: [] };

export const bucket = (start: string, count: number, part: Partial<Bucket> = {}): Bucket => ({ start, count, publishers: 1, late: 0, state: 'complete', projected: null, ...part });

export function snapshot(items: ArticleItem[], part: Partial<Snapshot> = {}): Snapshot {
  return { cursor: '10', items, older: null, panel: PANEL, status: STATUS, ...part };
}

export function batch(cursor: string, upserts: ArticleItem[], removed: string[] = []): Batch {
  return { cursor, upserts, removed };
}
