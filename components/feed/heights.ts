/**
 * How high the rows of a list are, in pixels, as sums: a list of fifty thousand answers where a row begins, and which one is at an
 * offset, in sixteen steps, and learns a row's height in as many (a Fenwick tree).
 */
export interface Heights {
  readonly count: number;
  of(index: number): number;
  set(index: number, height: number): void;
  /** of all rows before this one: where it begins */
  before(index: number): number;
  total(): number;
  /** the row that lies at this offset: the first or the last one where the offset is outside of the list; 0 of an empty list */
  at(offset: number): number;
}

export function createHeights(count: number, heightOf: (index: number) => number): Heights {
  const heights = Float64Array.from({ length: count }, (_, index) => heightOf(index));
  const sums = new Float64Array(count + 1);
  for (let n = 1; n <= count; n += 1) {
    sums[n] = (sums[n] ?? 0) + (heights[n - 1] ?? 0);
    const above = n + (n & -n);
    if (above <= count) sums[above] = (sums[above] ?? 0) + (sums[n] ?? 0);
  }
  const half = count === 0 ? 0 : 2 ** Math.floor(Math.log2(count));

  function before(index: number): number {
    let sum = 0;
    for (let n = Math.min(index, count); n > 0; n -= n & -n) sum += sums[n] ?? 0;
    return sum;
  }

  return {
    count,
    before,
    of: (index) => heights[index] ?? 0,
    set(index, height) {
      const more = height - (heights[index] ?? height);
      if (more === 0) return;
      heights[index] = height;
      for (let n = index + 1; n <= count; n += n & -n) sums[n] = (sums[n] ?? 0) + more;
    },
    total: () => before(count),
    at(offset) {
      let index = 0;
      let left = offset;
      for (let step = half; step > 0; step /= 2) {
        const sum = sums[index + step];
        if (sum === undefined || sum > left) continue;
        index += step;
        left -= sum;
      }
      return Math.max(0, Math.min(index, count - 1));
    },
  };
}
