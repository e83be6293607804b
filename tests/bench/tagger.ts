import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { loadGazetteer } from '../../server/tagging/places/gazetteer';
import { createTagger, type Tagger } from '../../server/tagging/tagger';
import { loadTaxonomy } from '../../server/tagging/topics/taxonomy';
import type { StreamRecord } from '../../server/replay/record';
import { temporaryFolder } from '../support/folders';
import { ms, type Row, type Table } from './figures';

const TIMED = 1_000;
const MOST_OUTPUT = 50_000_000;

interface Score {
  articles: number;
  places: { P: number; R: number; F1: number };
  acc161: number | null;
  countryAccuracy: number | null;
  roleAccuracy: number | null;
  focusTop1: number | null;
  topics: { P: number; R: number; F1: number };
  mainTopicAccuracy: number | null;
  trapsSprung: string;
}

const run = promisify(execFile);

/** `marsad tag` as a person uses it. */
async function tagFile(projectDir: string, input: string): Promise<string> {
  const child = run(process.execPath, [path.join(projectDir, 'bin/marsad.mjs'), 'tag'], { cwd: projectDir, maxBuffer: MOST_OUTPUT });
  child.child.stdin?.end(await readFile(input, 'utf8'));
  return (await child).stdout;
}

interface Gold {
  name: string;
  gold: string;
  /** JSON lines for marsad tag */
  input: string;
}

/** The reference article is plain text: its first line is the title. */
async function referenceInput(articles: string, folder: string): Promise<string> {
  const [title = '', ...lines] = (await readFile(path.join(articles, 'azzaman-astana-2017.txt'), 'utf8')).split('\n');
  const file = path.join(folder, 'reference.jsonl');
  await writeFile(file, `${JSON.stringify({ id: 'azzaman-astana-2017', title, text: lines.join('\n').trim() })}\n`);
  return file;
}

async function score(projectDir: string, data: string, folder: string, { name, gold, input }: Gold): Promise<Row> {
  const predicted = path.join(folder, 'predicted.jsonl');
  await writeFile(predicted, await tagFile(projectDir, input));
  const { stdout } = await run('python3', [path.join(data, 'score_articles.py'), gold, predicted], { maxBuffer: MOST_OUTPUT });
  const { articles, places, acc161, countryAccuracy, roleAccuracy, focusTop1, topics, mainTopicAccuracy, trapsSprung } = JSON.parse(stdout) as Score;
  const share = (value: number | null) => (value === null ? '–' : value.toFixed(3));
  return {
    what: `${name} (${articles})`,
    figure: [
      `places F1 ${share(places.F1)} (P ${share(places.P)}, R ${share(places.R)})`, `roles ${share(roleAccuracy)}`,
      `within 161 km ${share(acc161)}`, `country ${share(countryAccuracy)}`, `focus ${share(focusTop1)}`,
      `topics F1 ${share(topics.F1)} (P ${share(topics.P)}, R ${share(topics.R)})`, `main topic ${share(mainTopicAccuracy)}`, `traps sprung ${trapsSprung}`,
    ].join('; '),
    aim: '',
    how: '`npx marsad tag`, scored by score_articles.py',
  };
}

async function scores(projectDir: string, data: string): Promise<Row[]> {
  const articles = path.join(data, 'articles');
  const folder = await temporaryFolder();
  try {
    const golds: Gold[] = [
      { name: 'labelled articles', gold: path.join(articles, 'ar-news-50.gold.jsonl'), input: path.join(articles, 'ar-news-50.jsonl') },
      { name: 'the reference article', gold: path.join(articles, 'azzaman-astana-2017.gold.json'), input: await referenceInput(articles, folder.path) },
    ];
    const rows: Row[] = [];
    for (const gold of golds) rows.push(await score(projectDir, data, folder.path, gold));
    return rows;
  } finally {
    await folder.remove();
  }
}

/** One round to warm up, one to time. */
function speed(tag: Tagger, records: readonly StreamRecord[]): { perArticle: number; characters: number } {
  const some = records.slice(0, TIMED).map(({ title, text, lang }) => ({ title, text, lang: lang ?? 'ar' }));
  for (const one of some.slice(0, 200)) tag(one);
  const began = performance.now();
  for (const one of some) tag(one);
  const characters = some.reduce((sum, { title, text }) => sum + title.length + text.length, 0);
  return { perArticle: (performance.now() - began) / some.length, characters: Math.round(characters / some.length) };
}

/** How right and how fast the tagger is. @param data the folder of labelled articles and their scorer; null or missing: only how fast */
export async function measureTagger(projectDir: string, data: string | null, records: readonly StreamRecord[]): Promise<Table> {
  const began = performance.now();
  const tag = createTagger(loadGazetteer(), loadTaxonomy());
  const loaded = performance.now() - began;
  const { perArticle, characters } = speed(tag, records);
  const there = data !== null && existsSync(path.join(data, 'score_articles.py'));
  return {
    title: 'The tagger',
    rows: [
      ...(there ? await scores(projectDir, data) : []),
      { what: 'an article takes', figure: `${perArticle.toFixed(2)} ms`, aim: '', how: `mean of ${Math.min(TIMED, records.length)} articles of ${characters} characters, in one thread` },
      { what: 'the gazetteer is read in', figure: ms(loaded), aim: '', how: 'once a process' },
    ],
    notes: there ? [] : [`quality not measured: ${data === null ? 'no folder of labelled articles was named with --data' : `${data} has no score_articles.py`}`],
  };
}
