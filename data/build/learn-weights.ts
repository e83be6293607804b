import { fold } from '../../lib/text/fold';
import { wordsOf } from '../../lib/text/words';
import type { DefinedTopic, TopicPhrase } from '../../lib/topic';

/** An article whose topic is known. */
export interface Sample {
  /** id of a topic */
  topic: string;
  text: string;
}

/** A word in fewer articles than this says nothing that can be trusted. */
const FEWEST = 4;
/** Articles that the share of a word outside of a topic stands for, where few have it: what is seldom is drawn to no difference. */
const PRIOR = 20;
/** Log odds below it, or within so many standard errors, are chance. */
const LEAST = 0.7;
const ERRORS = 1.2;
const HEAVIEST = 2;
const SHORTEST = 3;

const ARTICLE = fold('ال');
const withoutArticle = (word: string) => (word.startsWith(ARTICLE) && word.length >= ARTICLE.length + SHORTEST ? word.slice(ARTICLE.length) : word);

function wordsIn({ text }: Sample): Set<string> {
  return new Set(wordsOf(text).map(({ folded }) => withoutArticle(folded)).filter((word) => word.length >= SHORTEST && !/\p{N}/u.test(word)));
}

const logit = (share: number) => Math.log(share / (1 - share));

/** The weight of a word that stands in `inside` of the `of` articles of a topic, and in `all` of `total`; 0 where it says nothing. */
function weightOf(inside: number, of: number, all: number, total: number): number {
  const prior = PRIOR * ((all + 1) / (total + 2));
  const odds = logit((inside + prior) / (of + PRIOR)) - logit((all - inside + prior) / (total - of + PRIOR));
  const error = Math.sqrt(1 / (inside + 0.5) + 1 / (all - inside + 0.5));
  return odds > LEAST && odds > ERRORS * error ? Number(Math.min(odds - LEAST, HEAVIEST).toFixed(2)) : 0;
}

function count<T>(counts: Map<T, number>, key: T): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Words that speak for a topic, by log odds with shrinkage: the same form as rules by hand, topic -> phrases of one word. */
export function learnWeights(samples: readonly Sample[], lang: string): Map<string, TopicPhrase[]> {
  const articles = new Map<string, number>();
  const words = new Map<string, number>();
  const inside = new Map<string, Map<string, number>>();
  for (const sample of samples) {
    const own = inside.get(sample.topic) ?? new Map<string, number>();
    inside.set(sample.topic, own);
    count(articles, sample.topic);
    for (const word of wordsIn(sample)) {
      count(words, word);
      count(own, word);
    }
  }
  return new Map([...inside].map(([topic, own]): [string, TopicPhrase[]] => [topic, [...own].flatMap(([phrase, times]) => {
    const all = words.get(phrase) ?? 0;
    const weight = all < FEWEST ? 0 : weightOf(times, articles.get(topic) ?? 0, all, samples.length);
    return weight === 0 ? [] : [{ phrase, weight, near: null, lang }];
  })]));
}

/** The topics with what was learned beside what was written, at `scale` of its weight. */
export function withLearned(defined: readonly DefinedTopic[], learned: ReadonlyMap<string, readonly TopicPhrase[]>, scale: number): DefinedTopic[] {
  return defined.map(({ topic, definition }) => {
    const more = (learned.get(topic.id) ?? []).map((one) => ({ ...one, weight: one.weight * scale }));
    return { topic, definition: { ...definition, phrases: [...definition.phrases, ...more] } };
  });
}
