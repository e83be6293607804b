import type { Topic, TopicEvidence } from '../../../lib/topic';
import type { ArticleText, FieldText, WordSets } from '../article-text';
import { offsetAfter } from '../readings';
import type { Found } from './phrase-index';
import type { Rule } from './rules';
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

function appendTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Where the phrases stand that rules and conditions ask for, in words from the beginning of a field. */
export type Places = Map<string, number[]>;

export function placesOfAsked(source: FieldText, { asked }: Taxonomy): Places {
  const places: Places = new Map();
  source.words.forEach((_word, at) => {
    for (const { phrase } of asked.at(source, at)) appendTo(places, phrase.key, at);
  });
  return places;
}

/** Whether the rule's other phrase begins within its reach, before or after. */
function hasNear({ near, words }: Rule, at: number, places: Places): boolean {
  if (near === null) return true;
  const next = firstFrom(places.get(near.phrase.key) ?? [], at - near.words);
  return next !== undefined && next <= at + words.length - 1 + near.words;
}

/** The first of ascending numbers that isn't below `least`: a hostile text may repeat a phrase without end. */
function firstFrom(ascending: readonly number[], least: number): number | undefined {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle] ?? 0) < least) from = middle + 1;
    else to = middle;
  }
  return ascending[from];
}

type Match = Found<Rule>;

/** Among which the longest phrase takes the words: all built-in topics together; a user's own topic competes with none. */
const rivalsOf = ({ topic }: Rule) => (topic.own ? topic.id : '');

interface Looked {
  source: FieldText;
  places: Places;
  /** that only say what kind of place the name behind them is: قضاء of قضاء الحويجة */
  kindWords: ReadonlySet<number>;
  taxonomy: Taxonomy;
  /** of the rules that count */
  lang: string | null;
}

const NONE: ReadonlyMap<string, Match[]> = new Map();

/** The longest phrases at a word: الجامعة العربية takes its words from الجامعة. */
function longestAt({ source, places, kindWords, taxonomy, lang }: Looked, at: number): ReadonlyMap<string, Match[]> {
  const matches = taxonomy.rules.at(source, at);
  if (matches.length === 0) return NONE;
  const longest = new Map<string, Match[]>();
  for (const match of matches) {
    const { phrase: rule, length } = match;
    if (lang !== null && rule.lang !== null && rule.lang !== lang) continue;
    // a topic of a user's own is found wherever its words stand
    if (length === 1 && kindWords.has(at) && !rule.topic.own) continue;
    const others = longest.get(rivalsOf(rule));
    const longestYet = others?.[0]?.length ?? 1;
    if (length < longestYet || !hasNear(rule, at, places)) continue;
    if (others && length === longestYet) others.push(match);
    else longest.set(rivalsOf(rule), [match]);
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
    const { topic, weight } = match.phrase;
    for (const one of weight > 0 ? (lineage.get(topic.id) ?? []) : [topic]) {
      const other = byTopic.get(one);
      if (!other || says(match.phrase, other.phrase)) byTopic.set(one, match);
    }
  }
  return byTopic;
}

function hitOf(source: FieldText, at: number, { phrase: rule, cut, length }: Match, place: number): Hit {
  const start = source.words[at]?.start ?? 0;
  const end = source.words[at + length - 1]?.end ?? start;
  const from = offsetAfter(source.text, start, end, cut);
  const evidence = { field: source.field, start: from, end, phrase: source.text.slice(from, end), rule: rule.name };
  return { rule, weight: rule.weight * (1 + (length - 1) / 2) * place, evidence };
}

/** Adds the hits of a field. The words of one are taken, for its rivals. */
function collect(hits: Hits, looked: Looked, place: (at: number) => number): void {
  const { source, taxonomy } = looked;
  const takenUntil = new Map<string, number>();
  for (let at = 0; at < source.words.length; at += 1) {
    for (const [rivals, matches] of longestAt(looked, at)) {
      if (at < (takenUntil.get(rivals) ?? 0)) continue;
      takenUntil.set(rivals, at + (matches[0]?.length ?? 1));
      for (const [topic, match] of byTopicOf(matches, taxonomy)) {
        if (match.phrase.weight === 0) continue;
        appendTo(hits, topic, hitOf(source, at, match, place(at)));
      }
    }
  }
}

/** The hits of each topic and of those below it, given where the phrases stand that are asked for. */
export function hitsOf(
  { title, text, leadEnd }: ArticleText, asked: { title: Places; text: Places }, kindWords: WordSets, taxonomy: Taxonomy, lang: string | null,
): Hits {
  const hits: Hits = new Map();
  collect(hits, { source: title, places: asked.title, kindWords: kindWords.title, taxonomy, lang }, () => IN_TITLE);
  collect(hits, { source: text, places: asked.text, kindWords: kindWords.text, taxonomy, lang }, (at) => (at < leadEnd ? IN_LEAD : 1));
  return hits;
}
