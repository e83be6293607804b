import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { learnWeights, withLearned } from '../../../data/build/learn-weights';
import { samplesOf } from '../../../data/build/sections';
import type { DefinedTopic } from '../../../lib/topic';
import { articleText } from '../../../server/tagging/article-text';
import { tagTopics } from '../../../server/tagging/topics/tag-topics';
import { createTaxonomy, readBuiltIn, type Taxonomy } from '../../../server/tagging/topics/taxonomy';
import type { Row } from '../figures';
import { readGold, type GoldRow, type TopicMapping } from './predict';

const FOLDS = 10;
const LEARNED_FROM = 'ant_ar';
/** Learned words beside written ones: more of it was no better on sets that were not learned from. */
const SCALE = 0.5;

const LABELS: Readonly<Record<string, string>> = { ant_ar: 'topics/ant_ar.jsonl.gz', saudinews_sections_ar: 'topics/saudinews_sections_ar.jsonl.gz' };

/** One language's rules are enough for it, and ten taxonomies take a while. */
function arabicTopics(): DefinedTopic[] {
  return readBuiltIn().map(({ topic, definition }) => ({ topic, definition: { ...definition, phrases: definition.phrases.filter(({ lang }) => lang === 'ar') } }));
}

const bestOf = ({ title = '', text = '' }: GoldRow, taxonomy: Taxonomy) => tagTopics(articleText(title, text), taxonomy, 'ar')[0]?.topic.iptc ?? null;

function rightOnes(rows: readonly GoldRow[], { map }: TopicMapping, taxonomy: Taxonomy): number {
  return rows.filter((row) => map[bestOf(row, taxonomy)?.slice('medtop:'.length, 'medtop:'.length + 2) ?? ''] === row.topic).length;
}

function crossValidated(topics: readonly DefinedTopic[], rows: readonly GoldRow[], mapping: TopicMapping): number {
  let right = 0;
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const learned = learnWeights(samplesOf(rows.filter((_row, i) => i % FOLDS !== fold)), 'ar');
    right += rightOnes(rows.filter((_row, i) => i % FOLDS === fold), mapping, createTaxonomy(withLearned(topics, learned, SCALE)));
  }
  return right / rows.length;
}

/** What words learned from the one set that may be learned from would add: there by cross-validation, and on sets that they have not seen. */
export async function measureLearned(data: string): Promise<Row[]> {
  const mappings = JSON.parse(await readFile(path.join(data, 'topics/mapping.json'), 'utf8')) as Record<string, TopicMapping>;
  const sets = await Promise.all(Object.entries(LABELS).map(async ([name, file]) => {
    const mapping = mappings[name];
    if (!mapping) throw new Error(`topics/mapping.json has no ${name}`);
    return { name, mapping, rows: (await readGold(path.join(data, file))).filter(({ topic = '' }) => !mapping.out.includes(topic)) };
  }));
  const topics = arabicTopics();
  const source = sets.find(({ name }) => name === LEARNED_FROM);
  if (!source) throw new Error(`no set ${LEARNED_FROM}`);
  const all = createTaxonomy(withLearned(topics, learnWeights(samplesOf(source.rows), 'ar'), SCALE));
  const rows = sets.map(({ name, rows: its, mapping }): Row => name === LEARNED_FROM
    ? { what: `topics/${name}, with learned words`, figure: crossValidated(topics, its, mapping).toFixed(3), aim: '', how: `${FOLDS} folds, each learned on the others; not shipped` }
    : { what: `topics/${name}, with learned words`, figure: (rightOnes(its, mapping, all) / its.length).toFixed(3), aim: '', how: `learned on ${LEARNED_FROM}; not shipped` });
  const articles = path.join(data, 'articles/ar-news-50');
  const texts = new Map((await readGold(`${articles}.jsonl`)).map((row) => [row.id, row]));
  const gold = (await readGold(`${articles}.gold.jsonl`)) as (GoldRow & { mainTopic?: string })[];
  const right = gold.filter(({ id, mainTopic }) => bestOf(texts.get(id) ?? { id }, all) === mainTopic).length;
  return [...rows, { what: 'articles/ar-news-50: main topic, with learned words', figure: (right / gold.length).toFixed(3), aim: '', how: `learned on ${LEARNED_FROM}; not shipped` }];
}
