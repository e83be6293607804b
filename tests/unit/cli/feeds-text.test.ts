import { expect, test } from 'vitest';
import { sourceLines } from '../../../server/cli/feeds/text';
import type { Source } from '../../../lib/source';

const FAILED: Source = {
  id: 7, title: 'أخبار', url: 'https://news.example/rss', listedUrl: null, siteUrl: null, publisher: { id: 1, slug: 'news', name: 'الوكالة' },
  language: 'ar', country: null, timezone: null, folder: null, fullArticles: false, sample: false, status: 'active', health: 'failing',
  addedAt: '2026-11-01T00:00:00.000Z', lastPollAt: null, lastSuccessAt: null, lastFailureAt: null, lastOutcome: 'http-error', lastError: 'answered 500',
  failures: 2, nextPollAt: '2026-11-24T03:58:00.000Z', nextPollReason: { code: 'failing', n: 2 }, perDay: [], lastArticleAt: null, articles: 0, push: null, pages: null,
};

test.each<[string, Source['status'], string]>([
  ['is asked again', 'active', 'next 2026-11-24 03:58 UTC'],
  ['is gone', 'gone', 'not asked any more'],
  ['is paused', 'paused', 'not asked any more'],
])('a feed that failed and %s says so', (_name, status, said) => {
  expect(sourceLines({ ...FAILED, status })[1]).toContain(`(2 in a row, ${said})`);
});
