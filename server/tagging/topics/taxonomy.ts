import type { Topic } from '../../../lib/topic';
import { list, readTable } from '../tables';
import { compileRule, RuleIndex, type Rule } from './rules';

/** The topics, and the rules that put them on an article. See data/topics. */
export interface Taxonomy {
  topics: Topic[];
  rules: RuleIndex;
}

function readTopics(): Topic[] {
  return readTable('topics/topics.tsv', 4).map(([id = '', iptc = '', en = '', ar = '', parent = '']) => ({
    id, iptc, label: { en, ar }, parent: parent === '' ? null : parent,
  }));
}

function readRules(topics: ReadonlyMap<string, Topic>): Rule[] {
  return readTable('topics/rules.tsv', 3).flatMap(([id = '', weight = '', phrases]) => {
    const topic = topics.get(id);
    if (!topic) throw new Error(`data/topics/rules.tsv: no topic ${id} in topics.tsv`);
    if (!(Number(weight) > 0)) throw new Error(`data/topics/rules.tsv: ${id} has the weight "${weight}", a number above 0 is needed`);
    return list(phrases).map((phrase) => compileRule(topic, Number(weight), phrase));
  });
}

/** @throws naming the file and what is wrong in it */
export function loadTaxonomy(): Taxonomy {
  const topics = readTopics();
  return { topics, rules: new RuleIndex(readRules(new Map(topics.map((topic) => [topic.id, topic])))) };
}
