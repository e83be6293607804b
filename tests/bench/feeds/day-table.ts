import type { DayVerdict } from '../../support/hostile-day/verdict';
import { megabytes, seconds, type Table } from '../figures';

export const TITLE = 'A day of feeds that fail in every way';

export interface DayOptions {
  /** how many times as fast as the day */
  speed: number;
  /** of all requests, the part that goes wrong */
  faultShare: number;
  kills: number;
  seed: number;
}

export const DAY_OPTIONS: DayOptions = { speed: 120, faultShare: 0.35, kills: 6, seed: 20_170_913 };

/** Resident memory at a moment of the day. */
export interface MemorySample {
  hours: number;
  bytes: number;
}

export interface DayFigures {
  verdict: DayVerdict;
  outcomes: { outcome: string; count: number }[];
  memory: readonly MemorySample[];
  options: DayOptions;
  items: number;
  feeds: number;
  /** milliseconds */
  took: number;
  faults: ReadonlyMap<string, number>;
  killers: number;
}

/** The slope of the line with the least squares through the samples, in bytes an hour of the day. @throws where there are fewer than two moments */
export function slope(samples: readonly MemorySample[]): number {
  const mean = (of: (sample: MemorySample) => number) => samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const [hours, bytes] = [mean((sample) => sample.hours), mean((sample) => sample.bytes)];
  const spread = samples.reduce((sum, sample) => sum + (sample.hours - hours) ** 2, 0);
  if (!(spread > 0)) throw new Error('a slope needs samples of two moments');
  return samples.reduce((sum, sample) => sum + (sample.hours - hours) * (sample.bytes - bytes), 0) / spread;
}

const named = (names: readonly string[]) => (names.length === 0 ? '0' : `${names.length} (${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''})`);

export function dayTable({ verdict, outcomes, memory, options, items, feeds, took, faults, killers }: DayFigures): Table {
  const failed = [...faults].filter(([fault]) => fault !== 'feed');
  const faulty = failed.reduce((sum, [, count]) => sum + count, 0);
  const all = [...faults.values()].reduce((sum, count) => sum + count, 0);
  const row = (what: string, figure: string, aim: string, how: string) => ({ what, figure, aim, how });
  return {
    title: TITLE,
    rows: [
      row('the day', `${items} articles, ${feeds} feeds`, '', `every article in two feeds of its newspaper; 24 hours in ${seconds(took)}, at ${options.speed} times their speed`),
      row('requests that went wrong', `${faulty} of ${all}`, '', `in ${failed.length} ways, chosen at random (seed ${options.seed}); and ${killers} documents made to break the reader`),
      row('kill -9 of the ingest process', String(options.kills), '', 'at random in the first half; the clock stands until it is up again'),
      row('ids served', String(verdict.served - verdict.unheard), '', 'feed and guid, in a document that a good reader can read and that went out whole'),
      row('on exactly one article', `${verdict.once} of ${verdict.served - verdict.unheard}`, 'all', 'by its seen-in row'),
      row('lost', named(verdict.lost), '0', 'served, and on no article'),
      row('served to nobody', String(verdict.unheard), '', 'only to a process that was killed before it could store, or that had given up; out of the window since'),
      row('doubled', named([...verdict.torn, ...verdict.doubled]), '0', 'one item on several articles of its publisher'),
      row('swallowed', named(verdict.swallowed), '0', 'items that say different things on one article'),
      row('false edits', named(verdict.falseEdits), '0', 'edited_at of an article whose item was never changed'),
      row('counted', `${verdict.counted} of ${verdict.articles}`, 'all', 'mention counts over all time, and articles'),
      row('same words at several addresses', String(verdict.merged), '', 'items that are one article with another of their newspaper'),
      row('edited', String(verdict.edited), '', 'articles with a later version'),
      row('never served', String(verdict.neverServed), '', 'had left every window before an answer that could be read went out'),
      row('memory, second half', `${megabytes(memory[0]?.bytes ?? 0)} to ${megabytes(memory.at(-1)?.bytes ?? 0)}`, '', `resident set of the ingest process, ${memory.length} samples; the largest ${megabytes(Math.max(...memory.map(({ bytes }) => bytes)))}`),
      row('its slope', `${(slope(memory) / 1e6).toFixed(2)} MB an hour`, 'flat', 'least squares, by the day\'s hours'),
    ],
    notes: [`Polls by outcome: ${outcomes.map(({ outcome, count }) => `${outcome} ${count}`).join(', ')}.`],
  };
}
