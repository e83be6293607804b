import { termsOf } from '../../lib/text/terms';

/** What a spike's articles are told by. */
export interface ToldArticle {
  id: string;
  title: string;
  lang: string | null;
  publisherId: number;
  firstSeenAt: number;
}

/** Titles that share so much of the shorter one's words say the same. */
const SAME_WORDS = 0.6;

function saySame(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  return few.length > 0 && few.filter((term) => many.includes(term)).length / few.length >= SAME_WORDS;
}

/** A few articles that explain a spike, in the order of their coming: of different publishers first, no two that say the same. */
export function explaining<T extends ToldArticle>(articles: readonly T[], most: number): T[] {
  const chosen: { article: T; terms: string[] }[] = [];
  const inOrder = [...articles].sort((a, b) => a.firstSeenAt - b.firstSeenAt || (a.id < b.id ? -1 : 1));
  for (const newPublisher of [true, false]) {
    for (const article of inOrder) {
      if (chosen.length === most) return chosen.map((one) => one.article).sort((a, b) => a.firstSeenAt - b.firstSeenAt);
      const terms = termsOf(article.title, article.lang);
      const known = chosen.some((one) => one.article.id === article.id || saySame(one.terms, terms));
      if (!known && chosen.some((one) => one.article.publisherId === article.publisherId) !== newPublisher) chosen.push({ article, terms });
    }
  }
  return chosen.map((one) => one.article).sort((a, b) => a.firstSeenAt - b.firstSeenAt);
}

export interface Companion {
  key: number;
  count: number;
  /** among as many articles of any kind */
  expected: number;
}

const LEAST_SHARE = 0.2;
const LEAST_LIFT = 2;

/** What is named beside in at least a fifth of a spike's articles, and twice as often as in all articles of the time; the most telling first. */
export function companions(spike: readonly { keys: readonly number[] }[], all: readonly { keys: readonly number[] }[], own: ReadonlySet<number>, most: number): Companion[] {
  const count = (rows: readonly { keys: readonly number[] }[]) => {
    const counts = new Map<number, number>();
    for (const { keys } of rows) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  };
  const everywhere = count(all);
  return [...count(spike)]
    .map(([key, n]) => ({ key, count: n, expected: ((everywhere.get(key) ?? 0) * spike.length) / Math.max(1, all.length) }))
    .filter(({ key, count: n, expected }) => !own.has(key) && n >= spike.length * LEAST_SHARE && n >= LEAST_LIFT * expected)
    .sort((a, b) => b.count * Math.log(b.count / b.expected) - a.count * Math.log(a.count / a.expected) || a.key - b.key).slice(0, most);
}
