/**
 * When the articles of a window began to come faster: the time since which as many came stands out the most.
 * @param times publication of the window's articles, Unix milliseconds, in any order
 * @param from the window's start
 * @param expected articles in all of the window
 */
export function onsetOf(times: readonly number[], from: number, to: number, expected: number): number {
  const sorted = [...times].sort((a, b) => b - a);
  const rate = Math.max(expected, 0.1) / Math.max(1, to - from);
  let best = from;
  let bestGain = 0;
  sorted.forEach((at, i) => {
    const count = i + 1;
    const mean = rate * Math.max(60_000, to - at);
    const gain = count > mean ? count * Math.log(count / mean) - (count - mean) : 0;
    if (gain > bestGain) {
      bestGain = gain;
      best = at;
    }
  });
  return best;
}
