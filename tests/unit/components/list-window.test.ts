import { describe, expect, test } from 'vitest';
import { createHeights } from '@/components/feed/heights';
import { createListWindow, nextRange, placesIn, type ListWindow } from '@/components/feed/list-window';
import { seeded } from '../../support/random';

const rows = (...ids: (string | number)[]) => ids.map((id) => ({ id: String(id) }));
const many = (count: number, from = 0) => Array.from({ length: count }, (_, n) => ({ id: `خبر ${from + n}` }));

describe('heights', () => {
  test('are sums, whatever is learned in whatever order', () => {
    const random = seeded(7);
    const heights = createHeights(1_000, () => 150);
    const plain = Array.from({ length: 1_000 }, () => 150);
    for (let n = 0; n < 3_000; n += 1) {
      const index = Math.floor(random() * 1_000);
      plain[index] = Math.floor(random() * 400);
      heights.set(index, plain[index]);
    }
    const before = (index: number) => plain.slice(0, index).reduce((sum, height) => sum + height, 0);
    for (const index of [0, 1, 2, 499, 511, 512, 513, 999, 1_000]) expect(heights.before(index)).toBe(before(index));
    expect(heights.total()).toBe(before(1_000));
  });

  test('tell which row lies at an offset: at its first pixel, its last, and outside of the list', () => {
    const heights = createHeights(5, (index) => [10, 20, 30, 40, 50][index] ?? 0);
    expect([-5, 0, 9.9, 10, 29, 30, 59, 60, 99, 100, 149, 150, 9_999].map(heights.at)).toEqual([0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4, 4]);
    expect(createHeights(0, () => 1).at(10)).toBe(0);
  });
});

test.each([
  ['nothing', rows(1, 2), rows(1, 2), [0, 1]],
  ['on top', rows(1, 2), rows('جديد', 1, 2), [-1, 0, 1]],
  ['in between', rows(1, 2, 3), rows(1, 'جديد', 2, 3), [0, -1, 1, 2]],
  ['below', rows(1), rows(1, 2, 3), [0, -1, -1]],
  ['one gone, one moved', rows(1, 2, 3, 4), rows(1, 4, 3), [0, 3, 2]],
  ['one on top, and the last cut off', rows(1, 2, 3), rows(0, 1, 2), [-1, 0, 1]],
  ['all of it', rows(1, 2), rows(3, 4, 5), [-1, -1, -1]],
  ['the same row, repeated at both ends', rows('a', 'b'), rows('a', 'x', 'b'), [0, -1, 1]],
])('where the rows of a list were, when what came is %s', (_, before, after, places) => {
  expect([...placesIn(before, after)]).toEqual(places);
});

describe('what is drawn', () => {
  const heights = createHeights(50_000, () => 100);
  const view = { top: 1_000_000, height: 800 };

  test('far from what was, at once is what is on the screen; then a few more at a time', () => {
    const jumped = nextRange({ from: 0, to: 14 }, heights, view);
    expect(jumped).toEqual({ from: 10_000, to: 10_009 });
    expect(nextRange(jumped, heights, view)).toEqual({ from: 9_997, to: 10_012 });
    expect(nextRange({ from: 9_997, to: 10_012 }, heights, view)).toEqual({ from: 9_994, to: 10_015 });
    expect(nextRange({ from: 9_994, to: 10_015 }, heights, view)).toEqual({ from: 9_994, to: 10_015 });
  });

  test('a little further, what is drawn stays, and what is far goes', () => {
    expect(nextRange({ from: 9_994, to: 10_015 }, heights, { top: 1_000_300, height: 800 })).toEqual({ from: 9_997, to: 10_018 });
    expect(nextRange({ from: 9_994, to: 10_015 }, heights, { top: 1_001_000, height: 800 })).toEqual({ from: 10_004, to: 10_019 });
  });

  test('of a short list all, of an empty one nothing', () => {
    expect(nextRange({ from: 0, to: 2 }, createHeights(2, () => 100), { top: 0, height: 800 })).toEqual({ from: 0, to: 2 });
    expect(nextRange({ from: 0, to: 0 }, createHeights(0, () => 100), { top: 0, height: 800 })).toEqual({ from: 0, to: 0 });
  });
});

describe('what is drawn next', () => {
  const view = { top: 50_000, height: 800 };

  test('comes in step by step, each after the one before is there', () => {
    const list = createListWindow({ rows: many(1_000), expected: 100, view: { top: 0, height: 800 }, top: 8 });
    expect(list.move(view)).toBe(true);
    expect(list.range()).toEqual({ from: 500, to: 509 });
    list.drew();
    expect(list.move(view)).toBe(true);
    expect(list.range()).toEqual({ from: 497, to: 512 });
    expect(list.settled()).toBe(false);
  });

  test('does not grow by being asked for more often than it is drawn', () => {
    const list = createListWindow({ rows: many(1_000), expected: 100, view: { top: 0, height: 800 }, top: 8 });
    list.move(view);
    expect(list.move(view)).toBe(false);
    expect(list.move(view)).toBe(false);
    expect(list.range()).toEqual({ from: 500, to: 509 });
    expect(list.move({ top: 90_000, height: 800 })).toBe(true);
    expect(list.range()).toEqual({ from: 900, to: 909 });
  });
});

describe('what is read stays where it is', () => {
  const at = (top: number) => ({ top, height: 800 });
  const open = (count: number, top: number): ListWindow => {
    const list = createListWindow({ rows: many(count), expected: 100, view: at(0), top: 8 });
    list.move(at(top));
    return list;
  };

  test('when rows come in above it', () => {
    const list = open(100, 5_030);
    list.show([...many(3, 500), ...many(100)], 100);
    expect(list.takeShift()).toBe(300);
    expect(list.takeShift()).toBe(0);
    expect(list.heights().at(list.view().top)).toBe(53);
  });

  test('when rows come in below it, or at the top of a list that stands there', () => {
    const below = open(100, 5_030);
    below.show([...many(100), ...many(60, 500)], 100);
    expect(below.takeShift()).toBe(0);
    const top = open(100, 0);
    top.show([...many(3, 500), ...many(100)], 100);
    expect(top.takeShift()).toBe(0);
    expect(top.range().from).toBe(0);
  });

  test('when rows above it go; when it goes itself, the next one stays', () => {
    const list = open(100, 5_000);
    list.show(many(100).filter((_, n) => n !== 3), 100);
    expect(list.takeShift()).toBe(-100);
    list.show(many(100).filter((_, n) => n !== 3 && n !== 50), 100);
    expect(list.takeShift()).toBe(-100);
    expect(list.heights().before(49) - list.view().top).toBe(100);
  });

  test('when a row above the screen turns out to be higher, not when one on it grows', () => {
    const list = open(100, 5_030);
    list.measured(48, 180);
    expect(list.takeShift()).toBe(80);
    list.measured(51, 180);
    list.measured(51, 230);
    expect(list.takeShift()).toBe(0);
    expect(list.heights().before(52)).toBe(5_410);
  });

  test('when all rows are taken to be lower, as where they stand closer: the one at the top stays there', () => {
    const list = open(100, 5_030);
    list.show(many(100), 60);
    expect(list.view().top).toBe(3_030);
    expect(list.takeShift()).toBe(-2_000);
    const mostlyPast = open(100, 5_080);
    mostlyPast.show(many(100), 60);
    expect(mostlyPast.view().top).toBe(3_048);
  });

  test('when they are then measured: those above move it, the one at the top and those below do not', () => {
    const list = open(100, 5_030);
    for (const index of [49, 50, 51]) list.measured(index, 100);
    list.show(many(100), 60);
    list.takeShift();
    list.measured(50, 75);
    list.measured(51, 75);
    expect(list.takeShift()).toBe(0);
    list.measured(49, 75);
    expect(list.takeShift()).toBe(15);
    expect(list.view().top - list.heights().before(50)).toBe(30);
  });

  test('when all rows are taken to be higher again', () => {
    const list = open(100, 5_030);
    list.show(many(100), 160);
    expect(list.view().top).toBe(8_030);
  });

  test('what was measured is known in the next list too', () => {
    const list = open(100, 5_000);
    list.measured(50, 180);
    list.show([...many(2, 500), ...many(100)], 100);
    expect(list.heights().of(52)).toBe(180);
  });
});
