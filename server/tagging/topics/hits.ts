import type { Topic, TopicEvidence } from '../../../lib/topic';
import type { ArticleText, FieldText } from '../article-text';
import { offsetAfter } from '../readings';
import type { Phrase, Rule } from './rules';
import type { Taxonomy } from './taxonomy';

/** A phrase of the article that speaks for a topic, or against it. */
export interface Hit {
  rule: Rule;
  weight: number;
  evidence: TopicEvidence;
}

export type Hits = Map<Topic, Hit[]>;

const IN_TITLE = 2.5;
const IN_LEAD = 1.4;

/** Answers how many words of the text the phrase takes from `at` on; 0: it doesn't stand there. The first word is not looked at again. */
export function matchLength(phrase: Phrase, source: FieldText, at: number, { rules }: Taxonomy): number {
  for (let index = 1; index < phrase.words.length; index += 1) {
    const pattern = phrase.words[index];
    const word = source.words[at + index];
    if (!pattern || !word || !source.joined[at + index - 1] || !rules.fits(pattern, word.folded)) return 0;
  }
  return phrase.words.length;
}

function stands(phrase: Phrase, source: FieldText, at: number, taxonomy: Taxonomy): boolean {
  const [first] = phrase.words;
  const word = source.words[at];
  return first !== undefined && word !== undefined && taxonomy.rules.fits(first, word.folded) && matchLength(phrase, source, at, taxonomy) > 0;
}

/** Whether the rule's other phrase stands within its reach, before or after. */
function hasNear({ near, words }: Rule, source: FieldText, at: number, taxonomy: Taxonomy): boolean {
  if (near === null) return true;
  const from = Math.max(0, at - near.words);
  const to = Math.min(source.words.length - 1, at + words.length - 1 + near.words);
  for (let other = from; other <= to; other += 1) if (stands(near.phrase, source, other, taxonomy)) return true;
  return false;
}

interface Match {
  rule: Rule;
  cut: number;
  length: number;
}

/** Among which the longest phrase takes the words: all built-in topics together; a user's own topic competes with none. */
const rivalsOf = ({ topic }: Rule) => (topic.own ? topic.id : '');

/** The longest phrases at a word: الجامعة العربية takes its words from الجامعة. */
function longestAt(source: FieldText, at: number, taxonomy: Taxonomy, lang: string | null): Map<string, Match[]> {
  const longest = new Map<string, Match[]>();
  for (const { phrase: rule, cut } of taxonomy.rules.at(source.words[at]?.folded ?? '')) {
    if (lang !== null && rule.lang !== null && rule.lang !== lang) continue;
    const length = matchLength(rule, source, at, taxonomy);
    const others = longest.get(rivalsOf(rule));
    const longestYet = others?.[0]?.length ?? 1;
    if (length < longestYet || !hasNear(rule, source, at, taxonomy)) continue;
    if (others && length === longestYet) others.push({ rule, cut, length });
    else longest.set(rivalsOf(rule), [{ rule, cut, length }]);
  }
  return longest;
}

const isOpen = ({ words }: Rule) => words.some(({ open }) => open);

/** Of two phrases at the same words the one that asks for more is meant; of two alike the weightier. */
function says(more: Rule, less: Rule): boolean {
  if ((more.near === null) !== (less.near === null)) return more.near !== null;
  if (isOpen(more) !== isOpen(less)) return !isOpen(more);
  return more.weight > less.weight;
}

/** One phrase a topic. It speaks for the topics above its own too, unless it speaks against its own. */
function byTopicOf(matches: readonly Match[], { lineage }: Taxonomy): Map<Topic, Match> {
  const byTopic = new Map<Topic, Match>();
  for (const match of matches) {
    const { topic, weight } = match.rule;
    for (const one of weight > 0 ? (lineage.get(topic.id) ?? []) : [topic]) {
      const other = byTopic.get(one);
      if (!other || says(match.rule, other.rule)) byTopic.set(one, match);
    }
  }
  return byTopic;
}

function hitOf(source: FieldText, at: number, { rule, cut, length }: Match, place: number): Hit {
  const start = source.words[at]?.start ?? 0;
  const end = source.words[at + length - 1]?.end ?? start;
  const from = offsetAfter(source.text, start, end, cut);
  const evidence = { field: source.field, start: from, end, phrase: source.text.slice(from, end), rule: rule.name };
  return { rule, weight: rule.weight * (1 + (length - 1) / 2) * place, evidence };
}

/** Adds the hits of a field. The words of one are taken, for its rivals. */
function collect(hits: Hits, source: FieldText, place: (at: number) => number, taxonomy: Taxonomy, lang: string | null): void {
  const takenUntil = new Map<string, number>();
  for (let at = 0; at < source.words.length; at += 1) {
    for (const [rivals, matches] of longestAt(source, at, taxonomy, lang)) {
      if (at < (takenUntil.get(rivals) ?? 0)) continue;
      takenUntil.set(rivals, at + (matches[0]?.length ?? 1));
      for (const [topic, match] of byTopicOf(matches, taxonomy)) {
        if (match.rule.weight === 0) continue;
        const hit = hitOf(source, at, match, place(at));
        const others = hits.get(topic);
        if (others) others.push(hit);
        else hits.set(topic, [hit]);
      }
    }
  }
}

/** The hits of each topic and of those below it. */
export function hitsOf({ title, text, leadEnd }: ArticleText, taxonomy: Taxonomy, lang: string | null): Hits {
  const hits: Hits = new Map();
  collect(hits, title, () => IN_TITLE, taxonomy, lang);
  collect(hits, text, (at) => (at < leadEnd ? IN_LEAD : 1), taxonomy, lang);
  return hits;
}
