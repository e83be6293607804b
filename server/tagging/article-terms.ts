import { STEMMED_LANGUAGES } from '../../lib/text/stem';
import { termOf } from '../../lib/text/terms';
import type { ArticleText } from './article-text';
import { remembered, type KnownWord } from './vocabulary';

const termIn = (lang: string | null) => remembered(({ folded }) => termOf(folded, lang));

/** The words of articles as filters compare them (lib/text/terms.ts), each language's stems remembered. */
export function createArticleTerms(): (article: ArticleText, lang: string | null) => string[] {
  const byLanguage = new Map<string, (word: KnownWord) => string | null>();
  const inNone = termIn(null);
  const inLanguage = (lang: string) => {
    const term = byLanguage.get(lang) ?? termIn(lang);
    byLanguage.set(lang, term);
    return term;
  };
  return ({ title, text }, lang) => {
    // a feed may name any language: only those that have a stemmer of their own differ
    const term = lang !== null && STEMMED_LANGUAGES.has(lang) ? inLanguage(lang) : inNone;
    const terms = new Set<string>();
    for (const { words } of [title, text]) {
      for (const word of words) {
        const one = term(word);
        if (one !== null) terms.add(one);
      }
    }
    return [...terms];
  };
}
