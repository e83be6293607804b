import { readdirSync } from 'node:fs';
import type { DefinedTopic, Topic, TopicDefinition } from '../../../lib/topic';
import { dataPath, list, readTable } from '../tables';
import { PhraseIndex } from './phrase-index';
import { compilePhrase, type Phrase } from './phrases';
import { compileRule, type Condition, type Rule } from './rules';

/** The topics, compiled to be looked up by the words of an article. See data/topics. */
export interface Taxonomy {
  topics: Topic[];
  rules: PhraseIndex<Rule>;
  /** what rules want near their words, and conditions anywhere: one phrase for all that ask for the same words */
  asked: PhraseIndex<Phrase>;
  /** what an article has to hold, or not to hold, beside the hits of a topic; few topics have any */
  conditions: ReadonlyMap<string, Condition>;
  /** a topic and those above it, nearest first */
  lineage: ReadonlyMap<string, readonly Topic[]>;
  /** the languages that have rules of their own */
  languages: ReadonlySet<string>;
}

const NEAR = /^(.+?)\s+~(\d+)\s+(.+)$/;

function parsePhrase(cell: string, weight: number, lang: string): TopicDefinition['phrases'][number] {
  const [, phrase, words, other] = NEAR.exec(cell) ?? [];
  return { phrase: phrase ?? cell, weight, near: other === undefined ? null : { phrase: other, words: Number(words) }, lang };
}

function addRow(file: string, definitions: ReadonlyMap<string, TopicDefinition>, lang: string, [id = '', kind = '', cell]: readonly string[]): void {
  const definition = definitions.get(id);
  if (!definition) throw new Error(`data/${file}: no topic ${id} in topics.tsv`);
  const phrases = list(cell);
  if (kind === 'must') definition.must.push(...phrases);
  else if (kind === 'must-not') definition.mustNot.push(...phrases);
  else if (kind.trim() !== '' && Number.isFinite(Number(kind))) definition.phrases.push(...phrases.map((one) => parsePhrase(one, Number(kind), lang)));
  else throw new Error(`data/${file}: ${id} has the weight "${kind}"; a number, must or must-not is needed`);
}

function readTopics(): Topic[] {
  return readTable('topics/topics.tsv', 4).map(([id = '', iptc = '', en = '', ar = '', parent = '']) => ({
    id, iptc, label: { en, ar }, parent: parent === '' ? null : parent,
  }));
}

/** @throws naming the file and what is wrong in it */
export function readBuiltIn(): DefinedTopic[] {
  const topics = readTopics();
  const definitions = new Map(topics.map(({ id }): [string, TopicDefinition] => [id, { phrases: [], must: [], mustNot: [] }]));
  for (const name of readdirSync(dataPath('topics/rules')).filter((one) => one.endsWith('.tsv')).sort()) {
    const file = `topics/rules/${name}`;
    for (const row of readTable(file, 3)) addRow(file, definitions, name.slice(0, -'.tsv'.length), row);
  }
  return topics.map((topic) => ({ topic, definition: definitions.get(topic.id) ?? { phrases: [], must: [], mustNot: [] } }));
}

function lineageOf(topic: Topic, byId: ReadonlyMap<string, Topic>): Topic[] {
  const line = [topic];
  for (let next = topic.parent; next !== null; ) {
    const parent = byId.get(next);
    if (!parent || line.includes(parent)) throw new Error(`the topic ${topic.id} lies below ${next}, which ${parent ? 'lies below itself' : 'there is none of'}`);
    line.push(parent);
    next = parent.parent;
  }
  return line;
}

function askedBy(rules: readonly Rule[], conditions: Iterable<Condition>): Map<string, Phrase> {
  const near = rules.flatMap((rule) => rule.near?.phrase ?? []);
  return new Map([...near, ...[...conditions].flatMap(({ must, mustNot }) => [...must, ...mustNot])].map((phrase) => [phrase.key, phrase]));
}

/** @throws naming the topic whose phrase holds no word, or whose parent there is none of */
export function createTaxonomy(defined: readonly DefinedTopic[]): Taxonomy {
  const byId = new Map(defined.map(({ topic }) => [topic.id, topic]));
  const rules: Rule[] = defined.flatMap(({ topic, definition }) => definition.phrases.map((phrase) => compileRule(topic, phrase)));
  const conditions = new Map(defined.filter(({ definition }) => definition.must.length + definition.mustNot.length > 0).map(
    ({ topic, definition }): [string, Condition] => [topic.id, { must: definition.must.map(compilePhrase), mustNot: definition.mustNot.map(compilePhrase) }],
  ));
  return {
    topics: defined.map(({ topic }) => topic),
    rules: new PhraseIndex(rules),
    asked: new PhraseIndex(askedBy(rules, conditions.values()).values()),
    conditions,
    lineage: new Map(defined.map(({ topic }) => [topic.id, lineageOf(topic, byId)])),
    languages: new Set(rules.flatMap(({ lang }) => lang ?? [])),
  };
}

/** The built-in topics, and a user's own beside them. */
export function loadTaxonomy(own: readonly DefinedTopic[] = []): Taxonomy {
  return createTaxonomy([...readBuiltIn(), ...own]);
}
