import { describe, expect, test } from 'vitest';
import { rowsOf, type Row } from '@/components/filters/choice-tree';
import { dayOf, endOfDay, startOfDay } from '@/components/filters/days';
import { partsOf } from '@/components/filters/parts';
import { suggestionsFor } from '@/components/filters/suggestions';
import { rowBeginning, treeMove } from '@/components/filters/tree-keys';
import { waitBefore } from '@/components/filters/use-facets';
import { withTowns } from '@/components/filters/use-towns';
import { withoutAged } from '@/components/live/aging';
import { initialState } from '@/components/live/state';
import { moved } from '@/components/views/view-list';
import type { Choice } from '@/lib/dashboard';
import type { KnownPlace } from '@/lib/trends';
import { article, QUERY, snapshot } from './live-fixtures';

const SYRIA: Choice = { id: 'SY', label: { en: 'Syria', ar: 'سوريا' }, parent: null, kind: 'country', more: true };
const PROVINCE: Choice = { id: '169387', label: { en: 'Idlib', ar: 'إدلب' }, parent: 'SY', kind: 'admin1', more: true };
const HOMS: Choice = { id: '169575', label: { en: 'Homs', ar: 'حمص' }, parent: 'SY', kind: 'admin1' };
const TOWN = { id: '1', label: { en: 'Saraqib', ar: 'سراقب' }, parent: null, within: ['169387', 'SY'] };

describe('the tree of places', () => {
  const choices = withTowns([SYRIA, PROVINCE, HOMS], new Map([['1', TOWN]]));
  const open = new Set(['SY', '169387']);
  const rows = (by: 'count' | 'name' | 'given', counts = {}) => rowsOf(choices, { open, search: '', order: { by, counts }, locale: 'ar' }).map(({ choice }) => choice.id);

  test('a town that was asked for stands in the nearest place that it lies within', () => expect(rows('name')).toEqual(['SY', '169387', '1', '169575']));
  test('by number, what is named most stands first', () => expect(rows('count', { 169575: 3 })).toEqual(['SY', '169575', '169387', '1']));
  test('a province with towns can be opened before they are known', () => {
    const [, row] = rowsOf([SYRIA, PROVINCE], { open, search: '', order: { by: 'given', counts: {} }, locale: 'ar' });
    expect(row?.hasChildren).toBe(true);
  });
});

describe('the keys of a tree', () => {
  const row = (id: string, name: string, depth: number, hasChildren: boolean): Row => ({ choice: { ...HOMS, id }, name, depth, hasChildren });
  const rows = [row('SY', 'سوريا', 0, true), row('169387', 'إدلب', 1, true), row('R', 'الرقة', 1, false), row('KZ', 'Kazakhstan', 0, false)];
  const move = (key: string, at: number, dir: 'ltr' | 'rtl' = 'rtl') => treeMove(key, at, { rows, open: new Set(['SY']), dir });

  test.each([
    ['down', 'ArrowDown', 0, { kind: 'focus', to: 1 }],
    ['up at the top stays', 'ArrowUp', 0, { kind: 'focus', to: 0 }],
    ['the end', 'End', 0, { kind: 'focus', to: 3 }],
    ['onwards into what is open', 'ArrowLeft', 0, { kind: 'focus', to: 1 }],
    ['onwards opens', 'ArrowLeft', 1, { kind: 'flip', row: rows[1] }],
    ['backwards closes', 'ArrowRight', 0, { kind: 'flip', row: rows[0] }],
    ['backwards goes out', 'ArrowRight', 2, { kind: 'focus', to: 0 }],
    ['space chooses', ' ', 2, { kind: 'toggle', row: rows[2] }],
    ['another key is none of its own', 'F2', 2, null],
  ] as const)('%s, right to left', (_name, key, at, expected) => expect(move(key, at)).toEqual(expected));

  test('left to right the arrows are the other way round', () => expect(move('ArrowRight', 1, 'ltr')).toEqual({ kind: 'flip', row: rows[1] }));
  test.each([['ادل', 0, 1], ['رق', 0, 2], ['k', 0, 3], ['س', 0, 0], ['zz', 0, null]])('typing %s leads to the row that begins so', (typed, at, expected) =>
    expect(rowBeginning(rows, at, typed)).toBe(expected));
});

describe('the parts of a filter', () => {
  test('each says what the filter is without it; time is one, however it is given', () => {
    const query = { ...QUERY, region: ['SY'], role: ['about' as const], publisher: ['3'], q: 'هدنة', last: '24h' as const };
    const parts = partsOf(query);
    expect(parts.map(({ key }) => key)).toEqual(['region SY', 'role about', 'publisher 3', 'time', 'text']);
    expect(parts.find(({ kind }) => kind === 'time')?.without).toMatchObject({ last: null, region: ['SY'], q: 'هدنة' });
    expect(parts.find(({ kind }) => kind === 'text')?.without).toMatchObject({ last: '24h', q: '' });
  });
});

describe('suggestions', () => {
  const idlib: KnownPlace = { id: '169387', label: { en: 'Idlib', ar: 'إدلب' }, kind: 'admin1', country: 'SY', lat: 35.9, lon: 36.6, within: ['SY'], articles: 4 };
  const choices = { regions: [], topics: [{ id: 'sport', label: { en: 'sport', ar: 'رياضة' }, parent: null }], publishers: [{ id: '1', label: { en: 'صحيفة رياضية', ar: null }, parent: null }], langs: [] };

  test('a place becomes a filter and its name no search; the words can be looked for too', () => {
    const found = suggestionsFor('ادلب', { ...QUERY, q: 'ادلب', topic: ['sport'] }, choices, [idlib]);
    expect(found.map(({ key }) => key)).toEqual(['text', 'place 169387', 'about 169387']);
    expect(found[1]?.next).toMatchObject({ region: ['169387'], topic: ['sport'], q: '' });
    expect(found[2]?.next).toMatchObject({ region: ['169387'], role: ['about'] });
  });
  test('topics and publishers by any part of their name, however it is spelt', () =>
    expect(suggestionsFor('رياضه', QUERY, choices, []).map(({ key }) => key)).toEqual(['text', 'topic sport']));
  test('what is chosen already is not offered, and nothing for nothing', () => {
    expect(suggestionsFor('ادلب', { ...QUERY, region: ['169387'] }, choices, [idlib]).map(({ key }) => key)).toEqual(['text']);
    expect(suggestionsFor('  ', QUERY, choices, [idlib])).toEqual([]);
  });
});

describe('when numbers are asked for', () => {
  const asked = { address: '/a', changed: '7', at: 100_000, took: 100, empty: false };
  test.each([
    ['another filter: after a breath', '/b', '7', 100_500, 120],
    ['nothing changed: not at all', '/a', '7', 200_000, null],
    ['articles came: five seconds after the last time', '/a', '8', 101_000, 4_000],
    ['and at once after a quiet while', '/a', '8', 200_000, 0],
  ])('%s', (_name, address, changed, now, expected) => expect(waitBefore(asked, address, changed, now)).toBe(expected));
  test('where nothing was counted, soon', () => expect(waitBefore({ ...asked, took: 10, empty: true }, '/a', '8', asked.at + 200)).toBe(300));
  test('where counting takes long, seldom', () => expect(waitBefore({ ...asked, took: 2_000 }, '/a', '8', 100_000)).toBe(40_000));
});

test('days of a date field begin and end in the reader\'s zone', () => {
  expect(dayOf(startOfDay('2026-11-24') ?? '')).toBe('2026-11-24');
  expect(dayOf(endOfDay('2026-11-24') ?? '', true)).toBe('2026-11-24');
  expect(startOfDay('20266-11-24')).toBeNull();
});

test('what grew older than "the last hour" leaves the end of the list', () => {
  const state = initialState({ ...QUERY, last: '1h' }, snapshot([article(0), article(90)]));
  const now = Date.parse(article(90).sortAt) + 30 * 60_000;
  expect(withoutAged(state, now).items.map(({ id }) => id)).toEqual([article(90).id]);
  expect(withoutAged({ ...state, query: QUERY }, now).items).toHaveLength(2);
});

test.each<[number, number, number[]]>([[1, 1, [2, 1, 3]], [3, -2, [3, 1, 2]], [1, -1, [1, 2, 3]], [9, 1, [1, 2, 3]]])('view %i moves by %i', (id, by, expected) => expect(moved([1, 2, 3], id, by)).toEqual(expected));
