import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { loadGazetteer, type Gazetteer } from '../../../server/tagging/places/gazetteer';
import { createTagger, type TagInput } from '../../../server/tagging/tagger';
import { loadTaxonomy } from '../../../server/tagging/topics/taxonomy';
import { temporaryFolder } from '../../support/folders';
import { loadArticles } from '../articles';
import { median, megabytes, ms, type Row, type Table } from '../figures';
import type { PartContext } from '../suite';
import type { Loaded } from './load-process';
import { townsWith } from './many-names';
import { readGold } from './predict';
import { SPEED_AIM_MS } from './sets';

const run = promisify(execFile);

const ROUNDS = 5;
const MOST = 1_000;
/** Articles of about the length that the aim speaks of. */
const CHARACTERS = { least: 2_000, most: 3_100 };
const LOAD_AIM_MS = 1_000;
const MEMORY_AIM_MB = 150;
const SIZES = [10_000, 100_000, 1_000_000];
/** Names of real towns in each of these. */
const REAL = 9_000;

interface Texts {
  inputs: TagInput[];
  characters: number;
  origin: string;
}

const lengthOf = ({ title, text }: TagInput) => title.length + text.length;

function ofLength(all: readonly TagInput[], origin: string): Texts {
  const inputs = all.filter((one) => lengthOf(one) >= CHARACTERS.least && lengthOf(one) <= CHARACTERS.most).slice(0, MOST);
  return { inputs, characters: Math.round(inputs.reduce((sum, one) => sum + lengthOf(one), 0) / Math.max(1, inputs.length)), origin };
}

async function arabicTexts(data: string, projectDir: string): Promise<Texts> {
  const stream = path.join(data, 'cluster/saudinews_stream_ar.jsonl.gz');
  const { records } = await loadArticles(existsSync(stream) ? stream : null, projectDir);
  return ofLength(records.map(({ title, text, lang }) => ({ title, text, lang: lang ?? 'ar' })), existsSync(stream) ? 'Arabic newspapers' : 'the sample wire');
}

async function englishTexts(data: string): Promise<Texts | null> {
  const file = path.join(data, 'geoparse/lgl.jsonl.gz');
  if (!existsSync(file)) return null;
  return ofLength((await readGold(file)).map(({ title = '', text = '' }) => ({ title, text, lang: 'en' })), 'English local newspapers');
}

/** Milliseconds of processor time an article, each round its own mean: what else the machine does counts for less so. */
function rounds(gazetteer: Gazetteer, { inputs }: Texts): number[] {
  const tag = createTagger(gazetteer, loadTaxonomy());
  // a round that is not counted: by then the code is compiled
  for (const input of inputs) tag(input);
  return Array.from({ length: ROUNDS }, () => {
    const began = process.cpuUsage();
    for (const input of inputs) tag(input);
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000 / inputs.length;
  });
}

const perArticle = (values: readonly number[]) => `${median(values).toFixed(2)} ms (${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)})`;
const howOf = ({ inputs, characters, origin }: Texts) => `${inputs.length} articles of ${origin}, ${characters} characters on average; processor time, median of ${ROUNDS} rounds in one thread`;

function articleRow(what: string, gazetteer: Gazetteer, texts: Texts): Row {
  return { what, figure: perArticle(rounds(gazetteer, texts)), aim: `< ${SPEED_AIM_MS} ms`, how: howOf(texts) };
}

/** In a process of its own: what it takes there is the gazetteer's alone. */
async function load(file: string | null): Promise<Loaded> {
  const script = fileURLToPath(new URL('load-process.ts', import.meta.url));
  const { stdout } = await run(process.execPath, ['--expose-gc', '--import', 'tsx', script, ...(file ? [file] : [])]);
  return JSON.parse(stdout) as Loaded;
}

async function loadRows(): Promise<Row[]> {
  const loads: Loaded[] = [];
  for (let i = 0; i < ROUNDS; i += 1) loads.push(await load(null));
  const how = `median of ${ROUNDS} processes`;
  return [
    { what: 'reading the gazetteer', figure: ms(median(loads.map((one) => one.ms))), aim: `< ${LOAD_AIM_MS} ms`, how },
    { what: '… memory more', figure: megabytes(median(loads.map((one) => one.memory))), aim: `< ${MEMORY_AIM_MB} MB`, how: `resident, after a collection; ${megabytes(median(loads.map((one) => one.heap)))} of it on JavaScript's heap` },
  ];
}

async function sizeRows(folder: string, texts: Texts): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of SIZES) {
    const bytes = townsWith(size, REAL);
    const file = path.join(folder, `${size}.tsv`);
    await writeFile(file, bytes);
    const loaded = await load(file);
    rows.push({
      what: `with ${size.toLocaleString('en')} names of towns`, figure: perArticle(rounds(loadGazetteer(bytes), texts)), aim: '',
      how: `the same articles; read in ${ms(loaded.ms)}, ${megabytes(loaded.memory)} more memory`,
    });
  }
  return rows;
}

/** How fast articles are tagged, what the gazetteer takes, and what more names cost. */
export async function measureSpeed({ data, projectDir, say }: PartContext): Promise<Table[]> {
  const [arabic, english] = [await arabicTexts(data, projectDir), await englishTexts(data)];
  const gazetteer = loadGazetteer();
  const folder = await temporaryFolder();
  try {
    const rows = [articleRow('tagging an article in Arabic', gazetteer, arabic), ...(english ? [articleRow('… in English', gazetteer, english)] : []), ...(await loadRows())];
    say('  tables of up to a million names …');
    return [{
      title: 'Speed of the tagger', rows: [...rows, ...(await sizeRows(folder.path, arabic))],
      notes: [
        `The tables of ${SIZES.map((size) => size.toLocaleString('en')).join(', ')} names hold the same great towns (${REAL.toLocaleString('en')} names); the rest are made names that occur in no text, half of them behind a real name's first word: what differs is the size alone. Provinces, countries and what is written by hand are in each.`,
      ],
    }];
  } finally {
    await folder.remove();
  }
}
