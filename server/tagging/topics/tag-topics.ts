import type { TopicEvidence, TopicTag } from '../../../lib/topic';
import type { ArticleText, FieldText } from '../article-text';
import { offsetAfter } from '../readings';
import type { Rule } from './rules';
import type { Taxonomy } from './taxonomy';

interface Hit {
  rule: Rule;
  weight: number;
  evidence: TopicEvidence;
}

const IN_TITLE = 2.5;
const IN_LEAD = 1.4;
/** The same phrase again says less each time. */
const REPEAT = 0.55;
/** What an article must gather for a topic, in weights of its phrases, and how near to its best. */
const ENOUGH = 6;
const NEAR_BEST = 0.42;
const MOST = 3;
const EVIDENCE_SHOWN = 40;

function matchLength(rule: Rule, source: FieldText, at: number, taxonomy: Taxonomy): number {
  for (let index = 1; index < rule.words.length; index += 1) {
    const pattern = rule.words[index];
    const word = source.words[at + index];
    if (!pattern || !word || !source.joined[at + index - 1] || !taxonomy.rules.fits(pattern, word.folded)) return 0;
  }
  return rule.words.length;
}

function hitsAt(source: FieldText, at: number, place: number, taxonomy: Taxonomy): Hit[] {
  const word = source.words[at];
  if (!word) return [];
  // of the phrases of one topic that begin at a word, the weightiest counts
  const byTopic = new Map<string, Hit>();
  for (const { rule, cut } of taxonomy.rules.at(word.folded)) {
    const length = matchLength(rule, source, at, taxonomy);
    const last = source.words[at + length - 1];
    if (length === 0 || !last) continue;
    const weight = rule.weight * (1 + (length - 1) / 2) * place;
    if ((byTopic.get(rule.topic.id)?.weight ?? 0) >= weight) continue;
    const start = offsetAfter(source.text, word.start, last.end, cut);
    const phrase = source.text.slice(start, last.end);
    byTopic.set(rule.topic.id, { rule, weight, evidence: { field: source.field, start, end: last.end, phrase, rule: rule.name } });
  }
  return [...byTopic.values()];
}

function collect({ title, text, leadEnd }: ArticleText, taxonomy: Taxonomy): Hit[] {
  const hits = title.words.flatMap((_, at) => hitsAt(title, at, IN_TITLE, taxonomy));
  for (let at = 0; at < text.words.length; at += 1) {
    const found = hitsAt(text, at, at < leadEnd ? IN_LEAD : 1, taxonomy);
    if (found.length > 0) hits.push(...found);
  }
  return hits;
}

function weigh(hits: readonly Hit[]): number {
  const times = new Map<string, number>();
  let sum = 0;
  for (const { rule, weight } of hits) {
    const before = times.get(rule.phrase) ?? 0;
    sum += weight * REPEAT ** before;
    times.set(rule.phrase, before + 1);
  }
  return sum;
}

/** The topics whose phrases an article gathers, best first, each with the spans and rules that put it there. */
export function tagTopics(article: ArticleText, taxonomy: Taxonomy): TopicTag[] {
  const byTopic = new Map<string, Hit[]>();
  for (const hit of collect(article, taxonomy)) byTopic.set(hit.rule.topic.id, [...(byTopic.get(hit.rule.topic.id) ?? []), hit]);
  const rated = [...byTopic.values()].map((hits) => ({ hits, weight: weigh(hits) })).sort((a, b) => b.weight - a.weight);
  const best = rated[0]?.weight ?? 0;
  return rated
    .filter(({ weight }) => weight >= ENOUGH && weight >= best * NEAR_BEST)
    .slice(0, MOST)
    .flatMap(({ hits, weight }) => {
      const [first] = hits;
      if (!first) return [];
      const evidence = hits.slice(0, EVIDENCE_SHOWN).map((hit) => hit.evidence);
      return [{ topic: first.rule.topic, score: Number((weight / (weight + 2 * ENOUGH)).toFixed(3)), evidence }];
    });
}
