import { describe, expect, test } from 'vitest';
import type { ArticleItem } from '../../../lib/article';
import { toFilter } from '../../../lib/filter-terms';
import { batchFor, createRoom, panelChange, touchedBars, type LiveArticle, type LiveChange } from '../../../server/live/rooms';

const room = createRoom(toFilter({ region: ['SY'], topic: [], q: '', window: '24h' }), '24h');

const article = (id: string, regionKeys: string[], sortAt = '2017-09-14T10:20:00.000Z'): [string, LiveArticle] =>
  [id, { item: { id, title: 'خبر', sortAt } as ArticleItem, keys: { names: regionKeys.map((region) => `region:${region}`), terms: [], sortAt, words: () => ' ' } }];
const change = (kind: string, articleId: string | null, buckets: string[] = []): LiveChange => ({ seq: '1', kind, articleId, buckets });

describe('what a batch means for a room', () => {
  test.each<[string, LiveChange[], [string, LiveArticle][], string[], string[]]>([
    ['a new article that matches comes', [change('article:new', '1')], [article('1', ['SY'])], ['1'], []],
    ['a new article that does not match is passed over', [change('article:new', '1')], [article('1', ['IQ'])], [], []],
    ['an edited article that still matches comes again', [change('article:edited', '1')], [article('1', ['SY'])], ['1'], []],
    ['an edited article that matches no longer goes', [change('article:edited', '1')], [article('1', ['IQ'])], [], ['1']],
    ['a removed article goes', [change('article:removed', '1')], [], [], ['1']],
    ['an article that came and was edited comes once', [change('article:new', '1'), change('article:edited', '1')], [article('1', ['SY'])], ['1'], []],
    ['an article that came, was edited and does not match goes: a snapshot may lie between', [change('article:new', '1'), change('article:edited', '1')], [article('1', ['IQ'])], [], ['1']],
    ['a change of a feed says nothing about articles', [change('feed:changed', null)], [], [], []],
  ])('%s', (_name, changes, articles, upserts, removed) => {
    const batch = batchFor(room, changes, new Map(articles), '9');
    expect([batch.cursor, batch.upserts.map(({ id }) => id), batch.removed]).toEqual(['9', upserts, removed]);
  });
});

describe('which bars are counted anew', () => {
  test('those of what came, and those that an edit left', () => {
    const changes = [change('article:edited', '1', ['2017-09-13T23:45:00.000Z'])];
    const batch = batchFor(room, changes, new Map([article('1', ['SY'])]), '9');
    expect(touchedBars(room, batch, changes)).toEqual(['2017-09-14T10:00:00.000Z', '2017-09-13T23:00:00.000Z']);
  });

  test('none of what the room never showed', () => {
    const changes = [change('article:new', '1')];
    expect(touchedBars(room, batchFor(room, changes, new Map([article('1', ['IQ'])]), '9'), changes)).toEqual([]);
  });

  test('the panel then carries whole values of just these bars and the one that runs', () => {
    const bar = (start: string, count: number) => ({ start, count, publishers: 1, late: 0, state: 'complete' as const, projected: null });
    const buckets = [bar('a', 4), bar('b', 0), { ...bar('c', 1), state: 'running' as const, projected: 2 }];
    const panel = { window: '24h' as const, total: 4, buckets, places: [], topics: [], spikes: [] };
    expect(panelChange(panel, new Set(['b']), '9')).toMatchObject({ total: 4, cursor: '9', buckets: [{ start: 'b', count: 0 }, { start: 'c', count: 1 }] });
    expect(panelChange(panel, 'all', '9').buckets).toEqual(buckets);
  });
});

test('one filter has one room, whatever order it was typed in', () => {
  const name = (region: string[], q: string) => createRoom(toFilter({ region, topic: [], q, window: '6h' }), '6h').name;
  expect(name(['SY', 'IQ'], 'المفاوضات هدنة')).toBe(name(['IQ', 'SY'], 'هدنة مفاوضات'));
  expect(name(['SY'], '')).not.toBe(name(['IQ'], ''));
});
