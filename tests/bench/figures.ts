/** A row of a table: what was measured, what came out, what is aimed at, and how it was taken. */
export interface Row {
  what: string;
  figure: string;
  aim: string;
  how: string;
}

export interface Table {
  title: string;
  rows: Row[];
  /** what a reader should know beside the figures, a line each */
  notes: string[];
}

/** The value below which a share `q` (0 to 1) of the values lies, nearest rank. @throws where there are none */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))];
  if (value === undefined) throw new Error('no values to take a quantile of');
  return value;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

export const ms = (value: number) => `${Math.round(value)} ms`;
export const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`;
export const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

/** The median, and all values where there are several. */
export function medianOf(values: readonly number[], write: (value: number) => string): string {
  return values.length === 1 ? write(median(values)) : `${write(median(values))} (${values.map(write).join(', ')})`;
}
