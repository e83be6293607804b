import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../lib/entry';
import { askKnown, type Knowledge } from '../../../server/ingest/ask-known';
import { entry } from '../../support/articles';

const entries = (count: number) => Array.from({ length: count }, (_, n) => entry({ title: `خبر ${n}` }));
const fault = (code: string) => Object.assign(new Error('timestamp out of range'), { code });

/** Knows every even one, and fails at a call that holds one of `bad`. */
function knowing(bad: string[], code = '22008') {
  const calls: number[] = [];
  const known = (asked: Entry[]): Promise<Knowledge[]> => {
    calls.push(asked.length);
    if (asked.some(({ title }) => bad.includes(title))) return Promise.reject(fault(code));
    return Promise.resolve(asked.map(({ title }) => (Number(title.slice(4)) % 2 === 0 ? 'seen' : 'new')));
  };
  return { known, calls };
}

describe('what is known of a document’s entries', () => {
  test('is asked in one call', async () => {
    const { known, calls } = knowing([]);
    const { fresh, seen, refused } = await askKnown(entries(5), known);
    expect([fresh.map(({ title }) => title), seen.map(({ title }) => title), refused, calls]).toEqual([['خبر 1', 'خبر 3'], ['خبر 0', 'خبر 2', 'خبر 4'], [], [5]]);
  });

  test('an entry that the database refuses costs only itself, and few more calls', async () => {
    const { known, calls } = knowing(['خبر 300']);
    const { fresh, seen, refused } = await askKnown(entries(1000), known);
    expect([fresh.length, seen.length, refused]).toEqual([500, 499, ['خبر 300: timestamp out of range']]);
    expect(calls.length).toBeLessThan(25);
  });

  test('another failure is no entry’s', async () => {
    await expect(askKnown(entries(4), knowing(['خبر 1'], '53300').known)).rejects.toThrow('timestamp out of range');
  });

  test('nothing is asked of nothing', async () => {
    const { known, calls } = knowing([]);
    expect(await askKnown([], known)).toEqual({ fresh: [], seen: [], refused: [], past: 0, before: 0 });
    expect(calls).toEqual([]);
  });
});
