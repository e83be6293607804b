/** How many shades an area may have, besides none. */
export const SHADES = 5;

/** Lower bounds of the shades, ascending: the first is the least value above nothing. */
export type Breaks = readonly number[];

/** A number that people say: 1, 2 or 5 and noughts. */
function rounded(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].reduce((best, one) => (Math.abs(Math.log(one * power) - Math.log(value)) < Math.abs(Math.log(best * power) - Math.log(value)) ? one : best), 1);
  return step * power;
}

/**
 * Shades by equal ratios, since a few places have most of the mentions: with equal steps all others would be as good as none.
 * @param whole counts: no break lies below 1 nor between two
 */
export function breaksOf(values: Iterable<number>, whole: boolean): Breaks {
  const above = [...values].filter((value) => value > 0);
  if (above.length === 0) return [];
  const least = Math.min(...above);
  const ratio = Math.max(...above) / least;
  const breaks = Array.from({ length: SHADES }, (_, n) => least * ratio ** (n / SHADES)).map((value, n) => (n === 0 ? value : rounded(value)));
  const first = whole ? Math.floor(least) : least;
  return [...new Set([first, ...breaks.slice(1).map((value) => (whole ? Math.round(value) : value)).filter((value) => value > first)])].sort((a, b) => a - b);
}

/** Which shade a value has: 0 for none, then 1 to SHADES. Few breaks take the stronger shades apart, so that a lone area is seen. */
export function shadeOf(value: number, breaks: Breaks): number {
  if (value <= 0 || breaks.length === 0) return 0;
  const step = breaks.filter((least) => value >= least).length;
  return breaks.length === 1 ? Math.ceil(SHADES / 2) : Math.max(1, Math.round(1 + ((step - 1) * (SHADES - 1)) / (breaks.length - 1)));
}
