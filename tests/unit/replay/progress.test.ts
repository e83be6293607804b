import { describe, expect, it } from 'vitest';
import { isDone, judge, progressLine, sum, summary, verdictText } from '../../../server/replay/progress';

describe('progress', () => {
  const state = { total: 4, appeared: 3, served: 2, taken: 1, stored: 2, elapsed: 2500 };
  it('adds the feeds up', () => {
    expect(sum([{ appeared: 1, served: 1, taken: 0 }, { appeared: 2, served: 1, taken: 1 }])).toEqual({ appeared: 3, served: 2, taken: 1 });
    expect(sum([])).toEqual({ appeared: 0, served: 0, taken: 0 });
  });
  it('says it in a line, and says where Marsad does not answer', () => {
    expect(progressLine(state)).toBe('2.5 s  appeared 3 of 4  served 2  taken 1  stored 2');
    expect(progressLine({ ...state, stored: null })).toContain('stored ?');
  });
  it.each([[3, 3, false], [4, 3, false], [4, 4, true]])('with %d appeared and %d taken of 4: done is %s', (appeared, taken, done) => {
    expect(isDone({ total: 4, appeared, taken })).toBe(done);
  });
  it('counts what was served a second', () => {
    expect(summary({ ...state, served: 4, elapsed: 2000 })).toContain('served a second   2.0');
    expect(summary({ ...state, elapsed: 0 })).toContain('served a second   ?');
  });
});

describe('the check', () => {
  const verdict = judge(['خبر-1', 'خبر-2', 'خبر-3', 'خبر-4'], new Map([['خبر-1', 1], ['خبر-2', 2], ['خبر-3', 0]]));
  it('tells lost guids from doubled ones', () => {
    expect(verdict).toEqual({ served: 4, once: 1, missing: ['خبر-3', 'خبر-4'], doubled: ['خبر-2'] });
  });
  it('names some of them', () => {
    expect(verdictText(verdict)).toBe(
      'guids found on exactly one article or its seen-in row   1 of 4\non none   2 (خبر-3, خبر-4)\non more than one   1 (خبر-2)',
    );
  });
});
