import type { Topic, TopicTag } from '../../../lib/topic';
import type { ArticleText, WordSets } from '../article-text';
import { hitsOf, placesOfAsked, type Hit } from './hits';
import type { Phrase } from './phrases';
import type { Condition } from './rules';
import type { Taxonomy } from './taxonomy';

/** The same phrase again says less each time. */
const REPEAT = 0.75;
/** What an article must gather for a topic, in weights of its phrases. */
const ENOUGH = 6;
const ENOUGH_OF_A_LINE = 2.5;
const A_WORD = 0.05;
/** The more an article says of its first topic, the smaller a part of that its second may be: a long report has room for both. */
const NEAR_BEST = 0.75;
const NEAR_BEST_POWER = 0.8;
const MOST = 3;
/** A branch has fewer phrases; but what is said in passing is not what a long article is about. */
const ENOUGH_OF_A_BRANCH = 4.5;
const SHARE_OF_A_BRANCH = 0.12;
const MOST_BRANCHES = 6;
/** Whoever writes a topic of their own means its phrases: one hit will do. */
const ENOUGH_OF_OWN = 0.5;
const EVIDENCE_SHOWN = 40;
const NO_KIND_WORDS: WordSets = { title: new Set(), text: new Set() };

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

const holds = ({ must, mustNot }: Condition, stands: (phrase: Phrase) => boolean) => (must.length === 0 || must.some(stands)) && !mustNot.some(stands);

interface Rated {
  topic: Topic;
  hits: Hit[];
  weight: number;
}


/** What is gathered, best first, without the topics whose conditions, or those of a topic above, don't hold. */
function rate(article: ArticleText, taxonomy: Taxonomy, lang: string | null, kindWords: WordSets): Rated[] {
  const asked = { title: placesOfAsked(article.title, taxonomy), text: placesOfAsked(article.text, taxonomy) };
  const stands = (phrase: Phrase) => asked.title.has(phrase.key) || asked.text.has(phrase.key);
  const refused = new Set([...taxonomy.conditions].filter(([, condition]) => !holds(condition, stands)).map(([id]) => id));
  const rated = [...hitsOf(article, asked, kindWords, taxonomy, lang)].map(([topic, hits]) => {
    const counted = refused.size === 0 ? hits : hits.filter(({ rule }) => !taxonomy.lineage.get(rule.topic.id)?.some(({ id }) => refused.has(id)));
    return { topic, hits: counted, weight: weigh(counted) };
  });
  const depth = ({ topic }: Rated) => taxonomy.lineage.get(topic.id)?.length ?? 1;
  return rated.sort((a, b) => b.weight - a.weight || depth(a) - depth(b));
}

/** A headline alone has few words to say it with. */
const least = ({ title, text }: ArticleText, most: number) => Math.min(most, ENOUGH_OF_A_LINE + A_WORD * (title.words.length + text.words.length));

/** Top levels compete: only those near the best are the article's. */
function topsOf(rated: readonly Rated[], enough: number): Rated[] {
  const tops = rated.filter(({ topic, weight }) => topic.parent === null && !topic.own && weight >= enough);
  return tops.filter(({ weight }) => weight >= NEAR_BEST * (tops[0]?.weight ?? 0) ** NEAR_BEST_POWER).slice(0, MOST);
}

/** A branch stands where all above it do, and its own words suffice. */
function branchesOf(rated: readonly Rated[], tops: readonly Rated[], enough: number, { lineage }: Taxonomy): Rated[] {
  const standing = new Map(tops.map(({ topic, weight }) => [topic.id, weight]));
  const branches: Rated[] = [];
  for (const one of rated) {
    const [, ...above] = lineage.get(one.topic.id) ?? [];
    const top = standing.get(above[above.length - 1]?.id ?? '');
    if (one.topic.own || top === undefined || one.weight < Math.max(enough, top * SHARE_OF_A_BRANCH) || !above.every(({ id }) => standing.has(id))) continue;
    standing.set(one.topic.id, one.weight);
    branches.push(one);
  }
  return branches.slice(0, MOST_BRANCHES);
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
 * below them, then users' own. Scores lie between 0 and 1 and rise with what speaks for the topic.
 * @param lang ISO 639 of the article; null where it isn't known
 * @param kindWords say nothing of built-in topics; none where nobody looked for places
 */
export function tagTopics(article: ArticleText, taxonomy: Taxonomy, lang: string | null, kindWords: WordSets = NO_KIND_WORDS): TopicTag[] {
  const rated = rate(article, taxonomy, ruleLanguage(lang, taxonomy), kindWords);
  const tops = topsOf(rated, least(article, ENOUGH));
  const branches = branchesOf(rated, tops, least(article, ENOUGH_OF_A_BRANCH), taxonomy);
  const own = rated.filter(({ topic, weight }) => topic.own && weight >= ENOUGH_OF_OWN);
  return [...tops, ...branches, ...own].map(tagOf);
}
