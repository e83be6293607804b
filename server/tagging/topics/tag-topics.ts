import type { Topic, TopicEvidence, TopicTag } from '../../../lib/topic';
import type { ArticleText, FieldText } from '../article-text';
import { offsetAfter } from '../readings';
import type { Condition, Phrase, Rule } from './rules';
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

/** Answers how many words of the text the phrase takes from `at` on; 0: it doesn't stand there. The first word is not looked at again. */
function matchLength(phrase: Phrase, source: FieldText, at: number, { rules }: Taxonomy): number {
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

/** The longest phrases at a word: الجامعة العربية takes its words from الجامعة. */
function longestAt(source: FieldText, at: number, taxonomy: Taxonomy, lang: string | null): Match[] {
  const matches: Match[] = [];
  let longest = 1;
  for (const { phrase: rule, cut } of taxonomy.rules.at(source.words[at]?.folded ?? '')) {
    if (lang !== null && rule.lang !== null && rule.lang !== lang) continue;
    const length = matchLength(rule, source, at, taxonomy);
    if (length < longest || !hasNear(rule, source, at, taxonomy)) continue;
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
function hitsIn(source: FieldText, place: (at: number) => number, taxonomy: Taxonomy, lang: string | null): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < source.words.length; ) {
    const matches = longestAt(source, at, taxonomy, lang);
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

function collect({ title, text, leadEnd }: ArticleText, taxonomy: Taxonomy, lang: string | null): Hit[] {
  return [...hitsIn(title, () => IN_TITLE, taxonomy, lang), ...hitsIn(text, (at) => (at < leadEnd ? IN_LEAD : 1), taxonomy, lang)];
}

function weigh(hits: readonly Hit[]): number {
  const times = new Map<string, number>();
  let sum = 0;
  for (const { rule, weight } of hits) {
    const before = times.get(rule.name) ?? 0;
    sum += weight * REPEAT ** before;
    times.set(rule.name, before + 1);
  }
  return sum;
}

/** A headline alone has few words to say it with. */
function enough({ title, text }: ArticleText): number {
  return Math.min(ENOUGH, ENOUGH_OF_A_LINE + A_WORD * (title.words.length + text.words.length));
}

/** The phrases of conditions that stand in the article. */
function askedIn({ title, text }: ArticleText, taxonomy: Taxonomy): Set<Phrase> {
  const found = new Set<Phrase>();
  if (taxonomy.conditions.size === 0) return found;
  for (const source of [title, text]) {
    source.words.forEach(({ folded }, at) => {
      for (const { phrase } of taxonomy.rules.askedAt(folded)) if (matchLength(phrase, source, at, taxonomy) > 0) found.add(phrase);
    });
  }
  return found;
}

const holds = ({ must, mustNot }: Condition, found: ReadonlySet<Phrase>) =>
  (must.length === 0 || must.some((phrase) => found.has(phrase))) && !mustNot.some((phrase) => found.has(phrase));

/** The hits of each topic and of those below it. */
function byTopicOf(article: ArticleText, taxonomy: Taxonomy, lang: string | null): Map<Topic, Hit[]> {
  const byTopic = new Map<Topic, Hit[]>();
  const found = askedIn(article, taxonomy);
  for (const hit of collect(article, taxonomy, lang)) {
    const condition = taxonomy.conditions.get(hit.rule.topic.id);
    if (condition && !holds(condition, found)) continue;
    for (const topic of taxonomy.lineage.get(hit.rule.topic.id) ?? []) {
      const hits = byTopic.get(topic);
      if (hits) hits.push(hit);
      else byTopic.set(topic, [hit]);
    }
  }
  return byTopic;
}

interface Rated {
  topic: Topic;
  hits: Hit[];
  weight: number;
}

const byWeight = (a: Rated, b: Rated) => b.weight - a.weight;

/**
 * Top levels compete: only those near the best are the article's. A branch stands if its top level does and its own words suffice; a user's own
 * topic competes with none.
 */
function chosen(rated: readonly Rated[], least: number): Rated[] {
  const enoughOf = rated.filter(({ weight }) => weight >= least);
  const [best] = enoughOf.filter(({ topic }) => topic.parent === null && !topic.own);
  const tops = enoughOf.filter(({ topic, weight }) => topic.parent === null && !topic.own && weight >= (best?.weight ?? 0) * NEAR_BEST).slice(0, MOST);
  const kept = new Set(tops.map(({ topic }) => topic.iptc));
  return [...tops, ...enoughOf.filter(({ topic }) => topic.own ?? (topic.parent !== null && kept.has(topic.iptc)))];
}

function tagOf({ topic, hits, weight }: Rated): TopicTag {
  const evidence = hits.filter((hit) => hit.weight > 0).slice(0, EVIDENCE_SHOWN).map((hit) => hit.evidence);
  return { topic, score: Number((weight / (weight + 2 * ENOUGH)).toFixed(3)), evidence };
}

/** A three-letter code is made two letters; a language that has no rules of its own is met by all. */
function ruleLanguage(lang: string | null, { languages }: Taxonomy): string | null {
  if (lang === null) return null;
  const [canonical = lang] = /^[a-z]{2,3}$/.test(lang) ? Intl.getCanonicalLocales(lang) : [lang];
  return languages.has(canonical) ? canonical : null;
}

/**
 * The topics whose phrases an article gathers, each with the spans and rules that put it there: the top levels first, best first, then the branches
 * below them and users' own.
 * @param lang ISO 639 of the article; null where it isn't known
 */
export function tagTopics(article: ArticleText, taxonomy: Taxonomy, lang: string | null): TopicTag[] {
  const rated = [...byTopicOf(article, taxonomy, ruleLanguage(lang, taxonomy))].map(([topic, hits]) => ({ topic, hits, weight: weigh(hits) })).sort(byWeight);
  return chosen(rated, enough(article)).map(tagOf);
}
