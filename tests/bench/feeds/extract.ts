import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { createPageReader, type PageReader } from '../../../server/ingest/stages/extract/extract';
import { loadLanguageDetector } from '../../../server/tagging/language';
import { temporaryFolder } from '../../support/folders';
import { missingData } from '../data';
import { ms, type Row, type Table } from '../figures';
import type { PartContext, SuitePart } from '../suite';

const TITLE = 'The article in a page';
const run = promisify(execFile);
const unpack = promisify(gunzip);

type Score = Record<string, number>;

interface Suite {
  /** the gold file's name in the folder extract/ */
  gold: string;
  what: string;
  task: 'body' | 'segments' | 'meta';
  aim: string;
  figure(score: Score): string;
}

const f1 = ({ F1 = 0, P = 0, R = 0 }: Score) => `F1 ${F1.toFixed(3)} (P ${P.toFixed(3)}, R ${R.toFixed(3)})`;

const SUITES: readonly Suite[] = [
  { gold: 'scrapinghub', what: 'bodies of articles (scrapinghub)', task: 'body', aim: 'F1 >= .955', figure: f1 },
  { gold: 'trafilatura_segments', what: 'pieces that belong and pieces that don’t (trafilatura)', task: 'segments', aim: 'F1 >= .90', figure: f1 },
  {
    gold: 'fundus', what: 'titles and dates (fundus)', task: 'meta', aim: 'each >= .90',
    figure: ({ titles = 0, dates = 0 }) => `titles ${titles.toFixed(3)}, dates ${dates.toFixed(3)}`,
  },
  { gold: 'readability', what: 'Mozilla’s own cases', task: 'body', aim: '', figure: f1 },
];

interface Gold {
  id: string;
  html: string;
  url?: string;
}

interface Reading {
  predictions: object[];
  took: number[];
  none: number;
}

async function measure({ data }: PartContext): Promise<Table[]> {
  const missing = missingData(TITLE, data, 'extract');
  if (missing) return missing;
  const read = createPageReader({ detectLanguage: await loadLanguageDetector() });
  const folder = await temporaryFolder();
  try {
    const rows: Row[] = [];
    const took: number[] = [];
    for (const suite of SUITES) {
      const gold = path.join(data, 'extract', `${suite.gold}.jsonl`);
      const reading = await readAll(read, path.join(data, 'extract'), await linesOf(gold));
      const predictions = path.join(folder.path, `${suite.gold}.jsonl`);
      await writeFile(predictions, reading.predictions.map((line) => JSON.stringify(line)).join('\n'));
      const { stdout } = await run('python3', [path.join(data, 'score.py'), suite.task, gold, predictions]);
      const figure = suite.figure(JSON.parse(stdout) as Score);
      const how = `${reading.predictions.length} pages${reading.none > 0 ? `, in ${reading.none} of them nothing was found` : ''}; score.py ${suite.task}`;
      rows.push({ what: suite.what, figure, aim: suite.aim, how });
      took.push(...reading.took);
    }
    return [{ title: TITLE, rows: [...rows, timesOf(took)], notes: [] }];
  } finally {
    await folder.remove();
  }
}

const linesOf = async (file: string): Promise<Gold[]> =>
  (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Gold);

async function readAll(read: PageReader, folder: string, pages: readonly Gold[]): Promise<Reading> {
  const reading: Reading = { predictions: [], took: [], none: 0 };
  for (const { id, html, url } of pages) {
    const bytes = await unpack(await readFile(path.join(folder, html)));
    const startedAt = performance.now();
    const result = read({ bytes, contentType: null, url: url ?? null, timezone: null, now: new Date() });
    reading.took.push(performance.now() - startedAt);
    if (!result.ok) reading.none += 1;
    reading.predictions.push({ id, ...(result.ok ? result.page : { text: '' }) });
  }
  return reading;
}

function timesOf(took: readonly number[]): Row {
  const mean = took.reduce((sum, one) => sum + one, 0) / took.length;
  return { what: 'a page takes', figure: ms(mean), aim: '', how: `mean of ${took.length} pages in one thread, the slowest ${ms(Math.max(...took))}` };
}

export const extract: SuitePart = { what: 'articles found in pages, their titles and dates, by four public sets', measure };
