import { parseArgs } from 'node:util';

export const HELP = `Replays stored history through the detector of spikes, as it would have seen it, and says what it would have found.

usage: npx marsad backtest --from TIME [--to TIME] [options]

  --from, --to TIME   what to replay: 2026-11-01 or 2026-11-01T08:00, in UTC where no zone is named (--to: now). The four weeks before
                      --from are read too, as the past that it is measured by
  --threshold LIST    how unlikely a window of ten minutes has to be, as -log10 of the chance; longer windows need as much less.
                      Several, with commas or repeated, are looked at side by side: --threshold shipped,5,6,7 ("shipped": what a running
                      Marsad takes for as many series; the default)
  --every MINUTES     a check each so many minutes (1)
  --top N             how many of the largest spikes are shown of each threshold (10)
  --json              everything as one JSON document
  --help              this

Nothing is written. It uses DATABASE_URL or the data folder (DATA_DIR) as npm start does: where Marsad is running it works on its
database, else Postgres is started for the command. A running Marsad looks at the forty most telling pairs of topic and place at a
time, a back-test at all with five articles within two hours.

Exit code: 0 if all was well, 1 if the database can't be reached or holds no articles of that time, 2 if the command was wrong.
`;

export interface BacktestOptions {
  from: Date;
  to: Date;
  /** null: as shipped */
  thresholds: (number | null)[];
  everyMinutes: number;
  top: number;
  json: boolean;
}

const FLAGS = {
  from: { type: 'string' }, to: { type: 'string' }, threshold: { type: 'string', multiple: true }, every: { type: 'string', default: '1' },
  top: { type: 'string', default: '10' }, json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h' },
} as const;

const TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(Z|[+-]\d{2}:?\d{2})?)?$/u;

/** @returns null where it is no time, or none that there is (2026-02-30) */
function timeOf(text: string): Date | null {
  const [, day, time, zone] = TIME.exec(text.trim()) ?? [];
  if (day === undefined) return null;
  const date = new Date(`${day}T${time ?? '00:00'}${zone ?? 'Z'}`);
  const known = new Date(`${day}T00:00Z`);
  return Number.isNaN(date.getTime()) || known.toISOString().slice(0, 10) !== day ? null : date;
}

function thresholdsOf(given: readonly string[]): (number | null)[] | string {
  const words = given.flatMap((text) => text.split(',')).map((text) => text.trim());
  const bad = words.find((word) => word !== 'shipped' && !(/^\d{1,2}(\.\d{1,3})?$/u.test(word) && Number(word) >= 1 && Number(word) <= 50));
  if (bad !== undefined) return `--threshold takes numbers from 1 to 50 and "shipped", not "${bad}"`;
  return [...new Set(words.length === 0 ? [null] : words.map((word) => (word === 'shipped' ? null : Number(word))))];
}

function whole(name: string, text: string, most: number): number | string {
  return /^\d{1,4}$/u.test(text) && Number(text) >= 1 && Number(text) <= most ? Number(text) : `--${name} takes a whole number from 1 to ${most}, not "${text}"`;
}

/** The options; null where help is asked for; else what is wrong, a line each. */
export function readBacktestOptions(argv: string[], now: Date): BacktestOptions | string[] | null {
  let values;
  try {
    ({ values } = parseArgs({ args: argv, options: FLAGS }));
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return [error.message];
    throw error;
  }
  if (values.help) return null;
  const from = values.from === undefined ? null : timeOf(values.from);
  const to = values.to === undefined ? now : timeOf(values.to);
  const thresholds = thresholdsOf(values.threshold ?? []);
  const everyMinutes = whole('every', values.every, 60);
  const top = whole('top', values.top, 1000);
  const noTime = (name: string, text: string | undefined) => `--${name} takes a time such as 2026-11-01 or 2026-11-01T08:00, not "${text ?? ''}"`;
  const wrong = [
    from === null ? (values.from === undefined ? 'say --from: the time to begin at' : noTime('from', values.from)) : [],
    to === null ? noTime('to', values.to) : [], [thresholds, everyMinutes, top].filter((one) => typeof one === 'string'),
    from !== null && to !== null && from >= to ? '--from has to lie before --to' : [],
  ].flat();
  if (from === null || to === null || typeof thresholds === 'string' || typeof everyMinutes === 'string' || typeof top === 'string' || wrong.length > 0) return wrong;
  return { from, to, thresholds, everyMinutes, top, json: values.json };
}
