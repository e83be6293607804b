import { describe, expect, test } from 'vitest';
import { applyBatch, appendOlder, release, type Hold } from '@/components/live/batch';
import { FOLLOWING_LIMIT, initialState, isAfter, LIMIT, pageKeyOf, WAITING_LIMIT, waitingCount, type LiveState } from '@/components/live/state';
import { writePageKey } from '@/server/db/articles';
import { article, batch, QUERY, snapshot } from './live-fixtures';

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);
const start = (...minutes: number[]) => initialState(QUERY, snapshot(minutes.map((minute) => article(minute))));
const apply = (state: LiveState, upserts: ReturnType<typeof article>[], hold: Hold = 'nothing', removed: string[] = []) =>
  applyBatch(state, batch('11', upserts, removed), hold, true);

describe('a new article', () => {
  test('goes to the top and is marked while nobody reads', () => {
    const after = apply(start(1, 2), [article(5)]);
    expect(ids(after.items)).toEqual(['1005', '1002', '1001']);
    expect([...after.fresh]).toEqual(['1005']);
  });

  test('published earlier than others goes to its place among them', () => {
    expect(ids(apply(start(1, 9), [article(5)]).items)).toEqual(['1009', '1005', '1001']);
  });

  test('published in the same millisecond stands by its id, the larger one first', () => {
    const twin = article(2, { id: '999' });
    expect(ids(apply(start(1, 2), [twin]).items)).toEqual(['1002', '999', '1001']);
  });

  test('waits while the reader is further down, and nothing moves', () => {
    const before = start(1, 2);
    const after = apply(before, [article(5)], 'new');
    expect(after.items).toBe(before.items);
    expect(waitingCount(after)).toBe(1);
    expect(ids(release(after).items)).toEqual(['1005', '1002', '1001']);
  });

  test('older than all that is shown belongs to a page that has not been asked for', () => {
    const state = initialState(QUERY, snapshot([article(5), article(6)], { older: 'key' }));
    expect(ids(apply(state, [article(1)]).items)).toEqual(['1006', '1005']);
    expect(ids(apply({ ...state, older: null }, [article(1)]).items)).toEqual(['1006', '1005', '1001']);
  });
});

describe('what a new feed brings along', () => {
  test('slots in below the reader and is no "new"', () => {
    const after = apply(start(1, 9), [article(5, { backfill: true })], 'new');
    expect(ids(after.items)).toEqual(['1009', '1005', '1001']);
    expect(waitingCount(after)).toBe(0);
    expect(after.fresh.size).toBe(0);
  });

  test('waits uncounted where it would move what is read', () => {
    const after = apply(start(1, 9), [article(5, { backfill: true })], 'all');
    expect(ids(after.items)).toEqual(['1009', '1001']);
    expect(waitingCount(after)).toBe(0);
    expect(ids(release(after).items)).toEqual(['1009', '1005', '1001']);
  });
});

describe('a batch that comes again', () => {
  test('after its cursor changes nothing at all', () => {
    const once = apply(start(1, 2), [article(5)]);
    expect(applyBatch(once, batch('11', [article(5), article(6)], ['1001']), 'nothing', true)).toBe(once);
  });

  test('under a later cursor leaves every list as it was', () => {
    const once = apply(start(1, 2), [article(5)]);
    const twice = applyBatch(once, batch('12', [article(5)]), 'nothing', true);
    expect(twice.items).toBe(once.items);
    expect(twice.waiting).toBe(once.waiting);
    expect(twice.cursor).toBe('12');
  });

  test('does not show a second time what already waits', () => {
    const waiting = apply(start(1), [article(5)], 'new');
    const again = applyBatch(waiting, batch('12', [article(5)]), 'nothing', true);
    expect(ids(again.items)).toEqual(['1001']);
    expect(waitingCount(again)).toBe(1);
  });

  test('before the reply is shown, but does not move the cursor', () => {
    const after = applyBatch(start(1), batch('15', [article(5)]), 'nothing', false);
    expect(ids(after.items)).toEqual(['1005', '1001']);
    expect(after.cursor).toBe('10');
  });
});

describe('an edit', () => {
  const edited = article(1, { version: 2, title: 'عنوان معدّل' });

  test('changes the article where it stands', () => {
    const after = apply(start(1, 2), [edited], 'all');
    expect(ids(after.items)).toEqual(['1002', '1001']);
    expect(after.items[1]?.title).toBe('عنوان معدّل');
  });

  test('of one that waits changes it there', () => {
    const waiting = apply(start(2), [article(5)], 'new');
    const after = applyBatch(waiting, batch('12', [article(5, { version: 2, title: 'معدّل' })]), 'new', true);
    expect(after.waiting.map(({ title }) => title)).toEqual(['معدّل']);
    expect(ids(after.items)).toEqual(['1002']);
  });

  test('that is older than what is shown is ignored', () => {
    const state = apply(start(2), [edited]);
    expect(applyBatch(state, batch('12', [article(1)]), 'nothing', true).items).toBe(state.items);
  });

  test('of the tags alone keeps its version and is taken', () => {
    const retagged = article(1, { topics: [{ id: 'conflict', label: { en: 'Conflict', ar: 'نزاعات' }, score: 1 }] });
    expect(apply(start(1), [retagged]).items[0]?.topics).toHaveLength(1);
  });

  test('of the date moves the article to its new place', () => {
    const moved = article(1, { version: 2, sortAt: article(9).sortAt });
    expect(ids(apply(start(1, 2), [moved]).items)).toEqual(['1001', '1002']);
  });
});

test('what no longer matches goes, from the list and from what waits', () => {
  const waiting = apply(start(1, 2), [article(5)], 'new');
  const after = applyBatch(waiting, batch('12', [], ['1001', '1005', '77']), 'new', true);
  expect(ids(after.items)).toEqual(['1002']);
  expect(waitingCount(after)).toBe(0);
});

describe('the bound', () => {
  const many = Array.from({ length: LIMIT }, (_, minute) => article(minute));

  test('cuts the list from below, and the next older page begins where it was cut', () => {
    const after = apply(initialState(QUERY, snapshot(many)), [article(LIMIT + 1, { backfill: true })], 'new');
    expect(after.items).toHaveLength(LIMIT);
    expect(after.items.at(-1)?.id).toBe('1001');
    expect(after.older).toBe(pageKeyOf(article(1)));
  });

  test('is nearer while the list stands at its top, or goes back there', () => {
    const before = initialState(QUERY, snapshot(many));
    for (const after of [apply(before, [article(LIMIT + 1)]), release(apply(before, [article(LIMIT + 1)], 'new'))]) {
      expect(after.items).toHaveLength(FOLLOWING_LIMIT);
      expect(after.items[0]?.id).toBe(article(LIMIT + 1).id);
      expect(after.older).toBe(pageKeyOf(article(LIMIT + 1 - FOLLOWING_LIMIT)));
    }
  });

  test('writes a page key as the server does', () => {
    expect(pageKeyOf(article(1))).toBe(writePageKey(article(1)));
  });

  test('of what waits counts on, though it keeps no more', () => {
    const full = apply(start(), many.slice(0, WAITING_LIMIT), 'new');
    const after = applyBatch(full, batch('12', [article(LIMIT + 5)]), 'new', true);
    expect(after.waiting).toHaveLength(WAITING_LIMIT);
    expect(waitingCount(after)).toBe(WAITING_LIMIT + 1);
  });
});

test('an older page goes below, without what arrived live meanwhile', () => {
  const state = initialState(QUERY, snapshot([article(5), article(6)], { older: 'key' }));
  const after = appendOlder(state, 'key', [article(5), article(3), article(2)], 'next');
  expect(ids(after.items)).toEqual(['1006', '1005', '1003', '1002']);
  expect(after.older).toBe('next');
});

test('an older page that was asked for below another end is left out: it would leave a hole', () => {
  const state = initialState(QUERY, snapshot([article(5), article(6)], { older: 'key' }));
  expect(appendOlder(state, 'key of a longer list', [article(3)], 'next')).toBe(state);
});

test.each([
  ['a larger number', '11', '10', true],
  ['the same', '10', '10', false],
  ['more digits beat larger ones', '100', '99', true],
  ['beyond what a double holds', '9007199254740993', '9007199254740992', true],
])('isAfter: %s', (_name, a, b, expected) => expect(isAfter(a, b)).toBe(expected));
