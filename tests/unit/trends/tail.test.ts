import { describe, expect, it } from 'vitest';
import { surpriseOf } from '../../../server/trends/spikes/tail';

/** The same by adding up every chance from 0. */
function bySumming(x: number, mean: number, variance: number): number {
  const size = variance > mean ? (mean * mean) / (variance - mean) : Infinity;
  let term = size === Infinity ? Math.exp(-mean) : (size / (size + mean)) ** size;
  let above = 0;
  for (let j = 0; j < 2000; j++) {
    if (j >= x) above += term;
    term *= size === Infinity ? mean / (j + 1) : ((j + size) / (j + 1)) * (mean / (size + mean));
  }
  return -Math.log10(above);
}

describe('surpriseOf', () => {
  it.each([
    ['few where hardly any are expected', 5, 0.1, 0.1],
    ['a tripled ten minutes', 50, 16.7, 16.7],
    ['the same where rates scatter', 50, 16.7, 23],
    ['a tripled quiet hour', 36, 12, 16],
    ['hundreds', 400, 200, 900],
  ])('%s', (_name, x, mean, variance) => {
    expect(surpriseOf(x, mean, variance)).toBeCloseTo(bySumming(x, mean, variance), 6);
  });

  it('stays exact where the chance is far below what a number can hold', () => {
    expect(surpriseOf(1000, 1, 1)).toBeCloseTo(2568, 0);
  });

  it.each([['as expected', 10, 10], ['less', 3, 10], ['nothing', 0, 0]])('%s is no surprise', (_name, x, mean) => expect(surpriseOf(x, mean, mean)).toBe(0));
});
