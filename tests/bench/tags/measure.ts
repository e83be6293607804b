import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { tagRecord } from '../../../server/cli/tag';
import { createSpanResolver, createTagger } from '../../../server/tagging/tagger';
import type { Gazetteer } from '../../../server/tagging/places/gazetteer';
import type { Taxonomy } from '../../../server/tagging/topics/taxonomy';
import type { Row } from '../figures';
import { readsDateline, type DatelineRow } from './datelines';
import { measureLearned } from './learned';
import { predictCountries, predictGovernorates, predictTopic, predictToponyms, readGold, scoreSpans, type GoldRow, type TopicMapping } from './predict';
import { ARTICLE_AIMS, FOCUS_AIM, PROVINCE_AIMS, SPAN_AIMS, TOPIC_SETS, TOPONYM_SETS, type TopicSet, type ToponymSet } from './sets';

const run = promisify(execFile);
const MOST_OUTPUT = 50_000_000;

export interface Measuring {
  /** the folder of the sets and their scorers */
  data: string;
  /** for predictions */
  folder: string;
  gazetteer: Gazetteer;
  taxonomy: Taxonomy;
  /** tells of what came out wrong; for whoever looks for its kind */
  onMiss(set: string, what: string): void;
}

const share = (value: number | null | undefined) => (value === null || value === undefined ? '–' : value.toFixed(3));
const row = (what: string, figure: number | null, aim: number | null, how: string): Row => ({ what, figure: share(figure), aim: aim === null ? '' : `>= ${aim.toFixed(2)}`, how });

async function scored<T>(script: string, args: readonly string[]): Promise<T> {
  const { stdout } = await run('python3', [script, ...args], { maxBuffer: MOST_OUTPUT });
  return JSON.parse(stdout) as T;
}

async function predictionsFile(folder: string, lines: readonly object[], name = 'predicted.jsonl'): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  return file;
}

interface ArticleScore {
  places: { F1: number };
  acc161: number | null;
  countryAccuracy: number | null;
  roleAccuracy: number | null;
  focusTop1: number | null;
  topics: { F1: number };
  mainTopicAccuracy: number | null;
  trapsSprung: string;
  missed?: unknown;
  false?: unknown;
}

async function scoreArticles({ data, folder, gazetteer, taxonomy, onMiss }: Measuring, name: string, gold: string, rows: readonly GoldRow[]): Promise<ArticleScore> {
  const tag = createTagger(gazetteer, taxonomy);
  const lines = rows.map(({ id, title = '', text = '', lang = 'ar' }) => tagRecord(id, lang, tag({ title, text, lang })));
  const score = await scored<ArticleScore>(path.join(data, 'score_articles.py'), [gold, await predictionsFile(folder, lines)]);
  onMiss(name, JSON.stringify(score));
  return score;
}

/** The reference article: all of it. */
export async function measureReference(measuring: Measuring): Promise<Row[]> {
  const file = path.join(measuring.data, 'articles/azzaman-astana-2017');
  const [title = '', ...lines] = (await readFile(`${file}.txt`, 'utf8')).split('\n');
  const { places, roleAccuracy, focusTop1, topics, trapsSprung } = await scoreArticles(
    measuring, 'the reference article', `${file}.gold.json`, [{ id: 'azzaman-astana-2017', title, text: lines.join('\n').trim() }],
  );
  const how = 'score_articles.py';
  return [
    row('the reference article: places F1', places.F1, 1, how), row('… roles', roleAccuracy, 1, how), row('… focus', focusTop1, 1, how),
    row('… topics F1', topics.F1, 1, how), { what: '… traps sprung', figure: trapsSprung, aim: 'none', how },
  ];
}

export async function measureArticles(measuring: Measuring): Promise<Row[]> {
  const folder = path.join(measuring.data, 'articles');
  const rows = await readGold(path.join(folder, 'ar-news-50.jsonl'));
  const score = await scoreArticles(measuring, 'articles/ar-news-50', path.join(folder, 'ar-news-50.gold.jsonl'), rows);
  const how = `score_articles.py on ${rows.length} articles`;
  return [
    row('articles/ar-news-50: places F1', score.places.F1, ARTICLE_AIMS.placesF1, how), row('… within 161 km', score.acc161, ARTICLE_AIMS.acc161, how),
    row('… country', score.countryAccuracy, ARTICLE_AIMS.country, how), row('… roles', score.roleAccuracy, ARTICLE_AIMS.role, how),
    row('… focus country', score.focusTop1, ARTICLE_AIMS.focus, how), row('… main topic', score.mainTopicAccuracy, ARTICLE_AIMS.mainTopic, how),
    row('… topics F1', score.topics.F1, ARTICLE_AIMS.topicsF1, how),
  ];
}

interface ToponymScore {
  overlap: { F1: number; P: number; R: number };
  resolution?: { endToEndAcc161: number | null };
}

export async function measureToponyms(measuring: Measuring, set: ToponymSet): Promise<Row[]> {
  const gold = path.join(measuring.data, set.file);
  const tag = createTagger(measuring.gazetteer, measuring.taxonomy);
  const lines = (await readGold(gold)).map((one) => predictToponyms(tag, one, set.demonyms));
  const predicted = await predictionsFile(measuring.folder, lines, `${path.basename(set.file, '.gz')}.predicted`);
  const { overlap, resolution } = await scored<ToponymScore>(path.join(measuring.data, 'score.py'), [set.task, gold, predicted]);
  const how = `score.py ${set.task}${set.demonyms ? ', with --demonyms' : ''}; P ${share(overlap.P)}, R ${share(overlap.R)}`;
  return [
    row(`${set.name}: overlap F1`, overlap.F1, set.overlap, how),
    ...(set.endToEnd === null ? [] : [row('… end-to-end within 161 km', resolution?.endToEndAcc161 ?? null, set.endToEnd, how)]),
  ];
}

export async function measureSpans({ data, gazetteer, onMiss }: Measuring): Promise<Row[]> {
  const rows = await readGold(path.join(data, 'geoparse/idrisi_d_ar.jsonl'));
  const { countries, points } = scoreSpans(createSpanResolver(gazetteer), rows, (miss, phrase, got) => onMiss('geoparse/idrisi_d_ar', `${phrase} → ${got} · ${miss.id}`));
  const how = 'gold spans given; a span without an answer counts as wrong';
  return [
    row(`geoparse/idrisi_d_ar: countries (${countries.of})`, countries.right / countries.of, SPAN_AIMS.countries, how),
    row(`… provinces and towns within 161 km (${points.of})`, points.right / points.of, SPAN_AIMS.points, how),
  ];
}

export async function measureGovernorates({ data, gazetteer, taxonomy, onMiss }: Measuring): Promise<Row[]> {
  const rows = await readGold(path.join(data, 'geoparse/fakes_syria_en.jsonl'));
  const tag = createTagger(gazetteer, taxonomy);
  const answers = rows.map((one) => predictGovernorates(tag, one));
  answers.forEach(({ about, right }, i) => {
    if (!right) onMiss('geoparse/fakes_syria_en', `${rows[i]?.eventLocation ?? ''} ∉ [${about.join(', ')}] · ${rows[i]?.title ?? ''}`);
  });
  const named = answers.reduce((sum, { about }) => sum + about.length, 0) / answers.length;
  return [
    row(`geoparse/fakes_syria_en: governorate among those of about (${rows.length})`, answers.filter(({ right }) => right).length / rows.length, PROVINCE_AIMS.right, 'by admin-1 code'),
    { what: '… governorates named, mean', figure: named.toFixed(2), aim: `< ${PROVINCE_AIMS.named}`, how: 'by admin-1 code' },
  ];
}

export async function measureFocus({ data, folder, gazetteer, taxonomy }: Measuring): Promise<Row[]> {
  const gold = path.join(data, 'geoparse/cliff_focus.jsonl');
  const tag = createTagger(gazetteer, taxonomy);
  const predicted = await predictionsFile(folder, (await readGold(gold)).map((one) => predictCountries(tag, one)));
  const { top1, listed, n } = await scored<{ top1: number; listed: number; n: number }>(path.join(data, 'score.py'), ['country', gold, predicted]);
  return [row(`geoparse/cliff_focus: first focus country (${n})`, top1, FOCUS_AIM, `score.py country; among those listed ${share(listed)}`)];
}

export async function measureTopics({ data, gazetteer, taxonomy, onMiss }: Measuring, set: TopicSet): Promise<Row[]> {
  const mappings = JSON.parse(await readFile(path.join(data, 'topics/mapping.json'), 'utf8')) as Record<string, TopicMapping>;
  const mapping = mappings[set.mapping];
  if (!mapping) throw new Error(`topics/mapping.json has no ${set.mapping}`);
  const all = await readGold(path.join(data, set.file));
  const rows = all.filter(({ topic = '', lang = '' }) => !mapping.out.includes(topic) && (set.lang === null || lang === set.lang));
  const tag = createTagger(gazetteer, taxonomy);
  let right = 0;
  for (const one of rows) {
    const { topic } = predictTopic(tag, one, mapping) as { topic: string | null };
    if (topic === one.topic) right += 1;
    else onMiss(set.name, `${one.topic ?? ''} ← ${topic ?? '–'} · ${one.title ?? ''}`);
  }
  return [row(`${set.name} (${rows.length})`, right / rows.length, set.aim, `accuracy of the best topic by the fixed mapping; ${set.note}`)];
}

export async function measureDatelines({ data, gazetteer, taxonomy, onMiss }: Measuring): Promise<Row[]> {
  const rows: DatelineRow[] = await readGold(path.join(data, 'geoparse/aawsat_datelines_ar.jsonl.gz'));
  const tag = createTagger(gazetteer, taxonomy);
  const missed = rows.filter((one) => !readsDateline(tag, one));
  for (const { author = '' } of missed) onMiss('geoparse/aawsat_datelines_ar', author);
  return [row(`geoparse/aawsat_datelines_ar: towns of the dateline (${rows.length})`, 1 - missed.length / rows.length, null, 'the byline set as a line above the text')];
}

export async function measureAll(measuring: Measuring): Promise<Row[]> {
  const rows: Row[] = [...(await measureReference(measuring)), ...(await measureArticles(measuring))];
  for (const set of TOPONYM_SETS) rows.push(...(await measureToponyms(measuring, set)));
  rows.push(...(await measureSpans(measuring)), ...(await measureGovernorates(measuring)), ...(await measureFocus(measuring)), ...(await measureDatelines(measuring)));
  for (const set of TOPIC_SETS) rows.push(...(await measureTopics(measuring, set)));
  return [...rows, ...(await measureLearned(measuring.data))];
}
