import { readFile } from 'node:fs/promises';

/** A difference between what we read and what the oracle read, and who is right in it. */
export interface Difference {
  file: string;
  /** the fields that differ, as the scorer names them */
  what: string;
  right: 'oracle' | 'expected' | 'us';
  /** in our own words */
  why: string;
}

const FILE = new URL('differences.tsv', import.meta.url);
const WHO = { oracle: 'the oracle is right', expected: 'the suite’s own expectation is right', us: 'Marsad is right' } as const;

/** The differences that are known and explained. @throws where a line isn't as it should be */
export async function knownDifferences(file: URL = FILE): Promise<Difference[]> {
  const [, ...lines] = (await readFile(file, 'utf8')).trimEnd().split('\n');
  return lines.map((line, i) => {
    const [path, what, right, why] = line.split('\t');
    if (!path || !what || !why || !(right === 'oracle' || right === 'expected' || right === 'us')) throw new Error(`differences.tsv, line ${i + 2}: ${line}`);
    return { file: path, what, right, why };
  });
}

/** A line for each miss of the scorer ("FILE: title, link"): why it is one, or that nobody knows. */
export function explained(missed: readonly string[], known: readonly Difference[]): string[] {
  return missed.map((miss) => {
    const difference = known.find(({ file, what }) => miss === `${file}: ${what}`);
    return difference === undefined ? `${miss}: **unexplained**` : `${miss}: ${WHO[difference.right]}. ${difference.why}`;
  });
}
