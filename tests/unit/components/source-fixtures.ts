import type { Source } from '@/lib/source';

/** A healthy feed of one publisher; a test says what is other about it. */
export function source(id: number, part: Partial<Source> = {}): Source {
  return {
    id, title: `صحيفة ${id}`, url: `https://sahifa-${id}.example/feed`, listedUrl: null, siteUrl: null, publisher: { id, slug: `p-${id}`, name: `ناشر ${id}` },
    language: 'ar', country: 'SY', timezone: null, folder: null, fullArticles: false, sample: false, status: 'active', health: 'healthy',
    addedAt: '2026-11-01T00:00:00.000Z', lastPollAt: '2026-11-23T12:00:00.000Z', lastSuccessAt: '2026-11-23T12:00:00.000Z', lastFailureAt: null, lastOutcome: 'ok',
    lastError: null, failures: 0, nextPollAt: '2026-11-23T12:05:00.000Z', nextPollReason: { code: 'nothing-new' }, perDay: Array.from({ length: 14 }, () => 4),
    lastArticleAt: null, articles: 12, push: null, pages: null, ...part,
  };
}
