import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { itemLine } from '../../../server/cli/parse';
import { createFeedReader, type FeedReader } from '../../../server/ingest/read';
import { loadLanguageDetector } from '../../../server/tagging/language';
import { temporaryFolder } from '../../support/folders';
import { missingData } from '../data';
import { ms, type Row, type Table } from '../figures';
import type { PartContext, SuitePart } from '../suite';
import { explained, knownDifferences } from './differences';

const TITLE = 'What feeds say';
const AIMS = new Map([['arabic-derived', 'right 1, date 1'], ['all together', 'right >= .97, date >= .97']]);
const SLOW_MS = 1000;
const run = promisify(execFile);

interface Score {
  files: number;
  entries: number;
  right: number;
  title: number;
  link: number;
  id: number;
  date: number | null;
  refused: number;
  missed: string[];
}

/** What reading all files of a suite came to: a line of `marsad parse` for each. */
interface Reading {
  suite: string;
  gold: string;
  lines: string[];
  slowest: { file: string; took: number };
  crashed: string[];
}

async function measure({ data }: PartContext): Promise<Table[]> {
  const missing = missingData(TITLE, data, 'score_feeds.py');
  if (missing) return missing;
  const feeds = path.join(data, 'feeds');
  const suites = (await readdir(feeds)).filter((name) => name.endsWith('.jsonl')).map((name) => name.replace('.jsonl', '')).sort();
  const read = createFeedReader({ detectLanguage: await loadLanguageDetector() });
  const readings: Reading[] = [];
  for (const suite of suites) readings.push(await readSuite(read, feeds, suite));
  const all = { suite: 'all together', gold: readings.map(({ gold }) => gold.trimEnd()).join('\n'), lines: readings.flatMap(({ lines }) => lines) };
  const folder = await temporaryFolder();
  try {
    const scores: Score[] = [];
    const rows: Row[] = [];
    for (const reading of [...readings, all]) {
      const score = await scoreOf(path.join(data, 'score_feeds.py'), folder.path, reading);
      scores.push(score);
      rows.push(rowOf(reading.suite, score));
    }
    const missed = scores.slice(0, -1).flatMap((score) => score.missed);
    return [{ title: TITLE, rows: [...rows, ...healthOf(readings)], notes: ['Where Marsad and the oracle differ, and who is right:', list(explained(missed, await knownDifferences()))] }];
  } finally {
    await folder.remove();
  }
}

const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');

async function readSuite(read: FeedReader, feeds: string, suite: string): Promise<Reading> {
  const gold = await readFile(path.join(feeds, `${suite}.jsonl`), 'utf8');
  const reading: Reading = { suite, gold, lines: [], slowest: { file: '', took: 0 }, crashed: [] };
  for (const line of gold.trim().split('\n')) {
    const { file } = JSON.parse(line) as { file: string };
    const bytes = new Uint8Array(await readFile(path.join(feeds, file)));
    const began = performance.now();
    try {
      const result = await read({ bytes, contentType: null, url: null, feedLanguage: null, timezone: null, now: new Date() });
      reading.lines.push(JSON.stringify(result.ok ? { file, items: result.entries.map(itemLine) } : { file, error: result.detail }));
    } catch (error) {
      reading.crashed.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
    const took = performance.now() - began;
    if (took > reading.slowest.took) reading.slowest = { file, took };
  }
  return reading;
}

async function scoreOf(scorer: string, folder: string, { gold, lines }: Pick<Reading, 'gold' | 'lines'>): Promise<Score> {
  const files = { gold: path.join(folder, 'gold.jsonl'), read: path.join(folder, 'read.jsonl') };
  await writeFile(files.gold, gold);
  await writeFile(files.read, `${lines.join('\n')}\n`);
  const { stdout } = await run('python3', [scorer, files.gold, files.read], { maxBuffer: 10_000_000 });
  return JSON.parse(stdout) as Score;
}

function rowOf(suite: string, score: Score): Row {
  const { right, title, link, id, date } = score;
  const shares = Object.entries({ right, date, title, link, id }).map(([name, value]) => `${name} ${value === null ? '–' : value.toFixed(4)}`);
  return { what: suite, figure: shares.join(', '), aim: AIMS.get(suite) ?? '', how: `${score.entries} entries in ${score.files} files, ${score.refused} of them refused; score_feeds.py` };
}

function healthOf(readings: readonly Reading[]): Row[] {
  const files = readings.reduce((sum, { lines, crashed }) => sum + lines.length + crashed.length, 0);
  const crashed = readings.flatMap((reading) => reading.crashed);
  const slowest = readings.map((reading) => reading.slowest).reduce((a, b) => (b.took > a.took ? b : a), { file: '', took: 0 });
  return [
    { what: 'files that crash the reader', figure: [String(crashed.length), ...crashed].join('; '), aim: '0', how: `all ${files} files of the folder's lists, in one thread` },
    { what: 'the slowest file', figure: `${ms(slowest.took)} (${slowest.file})`, aim: `< ${SLOW_MS} ms`, how: 'bytes to entries, language included' },
  ];
}

export const conformance: SuitePart = { what: 'how right feeds are read, by what the Python feedparser reads in the suites of five parsers and in Arabic feeds with known faults', measure };
