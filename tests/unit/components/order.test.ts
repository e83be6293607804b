import { expect, test } from 'vitest';
import { merged, placeOf } from '@/components/live/order';
import { byNewest } from '@/lib/article';
import { article } from './live-fixtures';

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

test.each([
  ['none', [], [5, 1]],
  ['above, between and below', [9, 5, 1], [10, 7, 3, 0]],
  ['all in one gap, out of order', [9, 1], [3, 5, 4]],
  ['none arriving', [9, 1], []],
])('merged: %s, as sorting all anew would have it', (_name, known, arrivals) => {
  const [a, b] = [known, arrivals].map((minutes) => minutes.map((minute) => article(minute)));
  expect(ids(merged(a ?? [], b ?? []))).toEqual(ids([...(a ?? []), ...(b ?? [])].sort(byNewest)));
});

test('an article of the same millisecond stands by its id', () => {
  const items = [article(3), article(2), article(2, { id: '7' }), article(1)];
  expect(placeOf(items, article(2, { id: '999' }))).toBe(2);
});
