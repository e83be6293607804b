/** Seconds (9 or 10 figures, perhaps with a fraction), milliseconds (13) or microseconds (16) since 1970; also .NET's /Date(…)/. */
const EPOCH = /^(?:\/date\()?(\d{9,10}(?:\.\d{1,9})?|\d{13}|\d{16})(?:[+-]\d{4}\)\/|\)\/)?$/u;

/** Unix time -> milliseconds; null for what is none. */
export function readEpoch(folded: string): number | null {
  const figures = EPOCH.exec(folded)?.[1];
  if (figures === undefined) return null;
  const value = Number(figures);
  if (figures.length === 16) return Math.floor(value / 1000);
  return figures.length === 13 ? value : Math.round(value * 1000);
}
