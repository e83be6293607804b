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
const ENOUGH_OF_A_LINE = 2.5;
const A_WORD = 0.05;
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

interface Match {
  rule: Rule;
  cut: number;
  length: number;
}

/** The longest phrases at a word: الجامعة العربية takes its words from الجامعة. */
function longestAt(source: FieldText, at: number, taxonomy: Taxonomy): Match[] {
  const matches: Match[] = [];
  let longest = 1;
  for (const { rule, cut } of taxonomy.rules.at(source.words[at]?.folded ?? '')) {
    const length = matchLength(rule, source, at, taxonomy);
    if (length < longest) continue;
    if (length > longest) matches.length = 0;
    longest = length;
    matches.push({ rule, cut, length });
  }
  return matches;
}

function hitOf(source: FieldText, at: number, { rule, cut, length }: Match, place: number): Hit {
  const start = source.words[at]?.start ?? 0;
  const end = source.words[at + length - 1]?.end ?? start;
  const from = offsetAfter(source.text, start, end, cut);
  const evidence = { field: source.field, start: from, end, phrase: source.text.slice(from, end), rule: rule.name };
  return { rule, weight: rule.weight * (1 + (length - 1) / 2) * place, evidence };
}

/** The hits of a field; of the phrases of one topic at the same words the weightiest. */
function hitsIn(source: FieldText, place: (at: number) => number, taxonomy: Taxonomy): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < source.words.length; ) {
    const matches = longestAt(source, at, taxonomy);
    const byTopic = new Map<string, Match>();
    for (const match of matches) {
      const other = byTopic.get(match.rule.topic.id);
      if (!other || other.rule.weight < match.rule.weight) byTopic.set(match.rule.topic.id, match);
    }
    for (const match of byTopic.values()) hits.push(hitOf(source, at, match, place(at)));
    at += matches[0]?.length ?? 1;
  }
  return hits;
}

function collect({ title, text, leadEnd }: ArticleText, taxonomy: Taxonomy): Hit[] {
  return [...hitsIn(title, () => IN_TITLE, taxonomy), ...hitsIn(text, (at) => (at < leadEnd ? IN_LEAD : 1), taxonomy)];
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

/** A headline alone has few words to say it with. */
function enough({ title, text }: ArticleText): number {
  return Math.min(ENOUGH, ENOUGH_OF_A_LINE + A_WORD * (title.words.length + text.words.length));
}

/** The topics whose phrases an article gathers, best first, each with the spans and rules that put it there. */
export function tagTopics(article: ArticleText, taxonomy: Taxonomy): TopicTag[] {
  const byTopic = new Map<string, Hit[]>();
  for (const hit of collect(article, taxonomy)) byTopic.set(hit.rule.topic.id, [...(byTopic.get(hit.rule.topic.id) ?? []), hit]);
  const rated = [...byTopic.values()].map((hits) => ({ hits, weight: weigh(hits) })).sort((a, b) => b.weight - a.weight);
  const best = rated[0]?.weight ?? 0;
  const least = enough(article);
  return rated
    .filter(({ weight }) => weight >= least && weight >= best * NEAR_BEST)
    .slice(0, MOST)
    .flatMap(({ hits, weight }) => {
      const [first] = hits;
      if (!first) return [];
      const evidence = hits.slice(0, EVIDENCE_SHOWN).map((hit) => hit.evidence);
      return [{ topic: first.rule.topic, score: Number((weight / (weight + 2 * ENOUGH)).toFixed(3)), evidence }];
    });
}
