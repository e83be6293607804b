/** log of the gamma function for x > 0, by Stirling's series above 10. Relative error below 1e-10. */
function logGamma(x: number): number {
  let shift = 0;
  let at = x;
  while (at < 10) {
    shift += Math.log(at);
    at += 1;
  }
  const square = at * at;
  return (at - 0.5) * Math.log(at) - at + 0.918_938_533_204_672_7 + 1 / (12 * at) - 1 / (360 * at * square) + 1 / (1260 * at * square * square) - shift;
}

/** beyond this size a negative binomial is a Poisson but for rounding */
const POISSON_SIZE = 1e7;

/** Natural logarithm of the chance of exactly x articles. */
function logChance(x: number, mean: number, size: number): number {
  if (size >= POISSON_SIZE) return x * Math.log(mean) - mean - logGamma(x + 1);
  return logGamma(x + size) - logGamma(size) - logGamma(x + 1) - size * Math.log1p(mean / size) + x * Math.log(mean / (size + mean));
}

/**
 * How surprising it is that x articles or more come where `mean` are expected: -log10 of the chance, in a negative binomial
 * of this variance (a Poisson where the variance is no more than the mean). 0 where x is no more than the mean.
 */
export function surpriseOf(x: number, mean: number, variance: number): number {
  if (x <= mean || x <= 0) return 0;
  if (mean <= 0) return Infinity;
  const size = variance > mean ? Math.min((mean * mean) / (variance - mean), POISSON_SIZE) : POISSON_SIZE;
  const poisson = size >= POISSON_SIZE;
  // beyond the mean each chance is a smaller part of the one before: the sum ends soon
  let sum = 1;
  let term = 1;
  for (let j = x; term > sum * 1e-9; j++) {
    term *= poisson ? mean / (j + 1) : ((j + size) / (j + 1)) * (mean / (size + mean));
    sum += term;
  }
  return Math.max(0, -(logChance(x, mean, size) + Math.log(sum)) / Math.LN10);
}
