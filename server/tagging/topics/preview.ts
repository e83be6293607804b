import type { Catch } from '../../../lib/own-topic';
import type { TopicDefinition, TopicEvidence, TopicTag } from '../../../lib/topic';
import { foldedText, mayHave } from './may-have';
import { createOwnTagger } from './own';

/** An article as a preview needs it. */
export interface PreviewArticle {
  id: string;
  title: string;
  text: string;
  lang: string | null;
  dir: 'ltr' | 'rtl';
  url: string | null;
  publisher: string;
  /** ISO 8601 */
  sortAt: string;
}

/** What a definition caught of the articles that there was time for, newest first. */
export interface Caught {
  count: number;
  looked: number;
  /** of the oldest that was looked at */
  since: string | null;
  /** every article was looked at */
  whole: boolean;
  /** catches by day, YYYY-MM-DD */
  days: Record<string, number>;
  newest: Catch[];
}

const SHOWN = 30;
const EXCERPT = 260;
const BEFORE = 70;
/** Articles between two looks at the clock. */
const AT_ONCE = 20;

/** Between words, where one is near. */
function edge(text: string, at: number, step: 1 | -1): number {
  if (at <= 0 || at >= text.length) return Math.max(0, Math.min(at, text.length));
  for (let near = at; Math.abs(near - at) < 20; near += step) if (/\s/u.test(text.charAt(near))) return near + (step > 0 ? 1 : 0);
  return at;
}

/** The words around the first of the text's evidence, with the offsets moved accordingly; what lies outside is not shown. */
function excerptOf(text: string, evidence: readonly TopicEvidence[]): { excerpt: string; evidence: TopicEvidence[] } {
  const first = evidence.find(({ field }) => field === 'text');
  const from = edge(text, (first?.start ?? 0) - BEFORE, 1);
  const to = edge(text, from + EXCERPT, -1);
  const [head, tail] = [from > 0 ? '… ' : '', to < text.length ? ' …' : ''];
  const shift = head.length - from;
  return {
    excerpt: `${head}${text.slice(from, to)}${tail}`,
    evidence: evidence.flatMap((one) => {
      if (one.field === 'title') return [one];
      return one.start >= from && one.end <= to ? [{ ...one, start: one.start + shift, end: one.end + shift }] : [];
    }),
  };
}

function toCatch({ id, title, text, dir, url, publisher, sortAt }: PreviewArticle, tag: TopicTag): Catch {
  return { id, title, dir, url, publisher, sortAt, score: tag.score, ...excerptOf(text, tag.evidence) };
}

const DRAFT = { id: 'draft', iptc: null, label: { en: '', ar: '' }, parent: null, own: true };
const newestFirst = (a: PreviewArticle, b: PreviewArticle) => (a.sortAt < b.sortAt ? 1 : a.sortAt > b.sortAt ? -1 : Number(BigInt(b.id) - BigInt(a.id)));

/** Articles in memory, for drafts of topics to be tried on as they are typed. */
export function createCorpus() {
  let articles: (PreviewArticle & { folded: string })[] = [];

  return {
    size: () => articles.length,
    newestId: () => articles.reduce((most, { id }) => (BigInt(id) > BigInt(most) ? id : most), '0'),
    oldest: () => articles.at(-1) ?? null,
    clear() {
      articles = [];
    },
    add(more: readonly PreviewArticle[]) {
      const known = new Set(articles.map(({ id }) => id));
      const fresh = more.filter(({ id }) => !known.has(id)).map((one) => ({ ...one, folded: foldedText(one.title, one.text) }));
      articles = [...articles, ...fresh].sort(newestFirst);
    },
    /**
     * @param from articles published before are left out
     * @param inTime asked now and then; what is not looked at by the time it says no is left out
     */
    try(definition: TopicDefinition, from: string, inTime: () => boolean): Caught {
      const tag = createOwnTagger([{ topic: DRAFT, definition }]);
      const may = mayHave(definition);
      const caught: Caught = { count: 0, looked: 0, since: null, whole: true, days: {}, newest: [] };
      let tagged = 0;
      for (const article of articles) {
        if (article.sortAt < from) break;
        if (may(article.folded)) {
          if (tagged % AT_ONCE === AT_ONCE - 1 && !inTime()) return { ...caught, whole: false };
          tagged += 1;
          const [found] = tag(article);
          if (found) {
            const day = article.sortAt.slice(0, 10);
            caught.count += 1;
            caught.days[day] = (caught.days[day] ?? 0) + 1;
            if (caught.newest.length < SHOWN) caught.newest.push(toCatch(article, found));
          }
        }
        caught.looked += 1;
        caught.since = article.sortAt;
      }
      return caught;
    },
  };
}
