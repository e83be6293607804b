import type { WindowCounts } from './feed-window';

export interface Progress extends WindowCounts {
  total: number;
  /** articles in Marsad's database; null where it doesn't answer */
  stored: number | null;
  /** milliseconds */
  elapsed: number;
}

/** What all feeds together have shown. */
export function sum(counts: readonly WindowCounts[]): WindowCounts {
  const add = (key: keyof WindowCounts) => counts.reduce((total, count) => total + count[key], 0);
  return { appeared: add('appeared'), served: add('served'), taken: add('taken') };
}

export function isDone({ total, appeared, taken }: Pick<Progress, 'total' | 'appeared' | 'taken'>): boolean {
  return appeared === total && taken === total;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

export function progressLine({ total, appeared, served, taken, stored, elapsed }: Progress): string {
  return `${seconds(elapsed)}  appeared ${appeared} of ${total}  served ${served}  taken ${taken}  stored ${stored ?? '?'}`;
}

/** At the end of all: what went in, what came out, how fast. `elapsed` runs from the first item's appearing to the last one's being taken. */
export function summary({ total, served, stored, elapsed }: Progress): string {
  const rate = elapsed > 0 ? (served / (elapsed / 1000)).toFixed(1) : '?';
  return [
    `guids served      ${served} of ${total}`,
    `articles stored   ${stored ?? 'unknown: Marsad does not answer'}`,
    `elapsed           ${seconds(elapsed)}`,
    `served a second   ${rate}`,
  ].join('\n');
}

export interface Verdict {
  served: number;
  /** found on exactly one stored article */
  once: number;
  /** guids found on none */
  missing: string[];
  /** guids found on more than one */
  doubled: string[];
}

/** @param articles how many different articles the rows of each guid lead to */
export function judge(guids: readonly string[], articles: ReadonlyMap<string, number>): Verdict {
  const count = (guid: string) => articles.get(guid) ?? 0;
  const missing = guids.filter((guid) => count(guid) === 0);
  const doubled = guids.filter((guid) => count(guid) > 1);
  return { served: guids.length, once: guids.length - missing.length - doubled.length, missing, doubled };
}

const some = (guids: string[]) => (guids.length === 0 ? '' : ` (${guids.slice(0, 5).join(', ')}${guids.length > 5 ? ', …' : ''})`);

export function verdictText({ served, once, missing, doubled }: Verdict): string {
  return [
    `guids found on exactly one article or its seen-in row   ${once} of ${served}`,
    `on none   ${missing.length}${some(missing)}`,
    `on more than one   ${doubled.length}${some(doubled)}`,
  ].join('\n');
}
