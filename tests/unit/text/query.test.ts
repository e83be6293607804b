import { describe, expect, test } from 'vitest';
import { highlightsOf } from '../../../lib/text/highlight';
import { phraseText } from '../../../lib/text/phrase';
import { isNoText, matchesText, parseTextQuery } from '../../../lib/text/query';
import { termsOf } from '../../../lib/text/terms';

const STORY = 'بيروت - أعلنت موسكو أنّ المفاوضات السورية في أستانا تبدأ الخميس، وقال أحمد إن الهُدنة «صامدة» في الغوطة الشرقية.';
const ENGLISH = "Syria's negotiators said on Tuesday the cease-fire talks in Geneva were delayed. U.N. envoys disagreed.";

const found = (q: string, text: string, lang: string | null) => matchesText(parseTextQuery(q), { terms: termsOf(text, lang), words: () => phraseText(text) });

describe('a search finds', () => {
  test.each([
    ['a word without its article and conjunction', 'مفاوضات', STORY, 'ar', true],
    ['a word with others than the text has', 'والمفاوضات', STORY, 'ar', true],
    ['another spelling', 'سوريا', STORY, 'ar', true],
    ['a hamza left out', 'احمد', STORY, 'ar', true],
    ['a vowelled word by a bare one', 'هدنة', STORY, 'ar', true],
    ['all of several words', 'هدنة الغوطة', STORY, 'ar', true],
    ['not where one is missing', 'هدنة إدلب', STORY, 'ar', false],
    ['one of two', 'إدلب OR الغوطة', STORY, 'ar', true],
    ['one of two by a bar', 'إدلب | الغوطة هدنة', STORY, 'ar', true],
    ['neither of two', 'إدلب OR حلب', STORY, 'ar', false],
    ['not what is excluded', 'هدنة -موسكو', STORY, 'ar', false],
    ['what isn’t excluded', 'هدنة -واشنطن', STORY, 'ar', true],
    ['nothing but an exclusion', '-واشنطن', STORY, 'ar', true],
    ['a phrase, folded', '"الغوطه الشرقيه"', STORY, 'ar', true],
    ['a phrase in Arabic quotes', '«الغوطة الشرقية»', STORY, 'ar', true],
    ['a phrase over a quote sign', '"الهدنة صامدة"', STORY, 'ar', true],
    ['no phrase in another order', '"الشرقية الغوطة"', STORY, 'ar', false],
    ['no phrase that ends within a word', '"الغوطة الشرق"', STORY, 'ar', false],
    ['an excluded phrase', 'هدنة -"الغوطة الشرقية"', STORY, 'ar', false],
    ['the beginning of a word', 'مفاو*', STORY, 'ar', true],
    ['a beginning longer than the stem', 'negotiator*', ENGLISH, 'en', true],
    ['no beginning that is another', 'negotiations*', ENGLISH, 'en', false],
    ['an English word by its own stemmer', 'negotiator', ENGLISH, 'en', true],
    ['an English word in an article of unknown language', 'negotiators', ENGLISH, null, true],
    ['a hyphened word as a phrase', 'cease-fire', ENGLISH, 'en', true],
    ['initials as a phrase', 'U.N.', ENGLISH, 'en', true],
    ['a French plural by its own stemmer', 'négociateur', 'Les négociateurs à Genève', 'fr', true],
    ['a Turkish plural with its case', 'görüşme', 'Astana görüşmelerinin ardından', 'tr', true],
    ['a Russian case', 'переговоры', 'После переговоров в Астане', 'ru', true],
    ['a word within an unspaced script', '和平', '叙利亚和平谈判', 'zh', true],
    ['a phrase within an unspaced script', '"和平谈判"', '叙利亚和平谈判', 'zh', true],
    ['Arabic-Indic digits by others', '2017', 'عام ٢٠١٧', 'ar', true],
    ['everything where nothing is asked', ' * - OR ، ', STORY, 'ar', true],
  ])('%s', (_name, q, text, lang, expected) => expect(found(q, text, lang)).toBe(expected));

  test('OR at the beginning or end joins nothing', () => expect(parseTextQuery('OR هدنة OR').all).toHaveLength(1));
  test('a search of signs asks nothing', () => expect(isNoText(parseTextQuery('" - * «» و'))).toBe(true));
  test('an unclosed quote ends with the search', () => expect(found('"الغوطة الشرقية', STORY, 'ar')).toBe(true));
  test('what is too long is cut, not refused', () => expect(parseTextQuery('هدنة '.repeat(60)).all).toHaveLength(24));
});

describe('what is lit up in the original text', () => {
  const lit = (q: string, text: string) => highlightsOf(parseTextQuery(q), text).map(({ start, end }) => text.slice(start, end));
  test.each([
    ['a word with its proclitics and vowels', 'هدنة', STORY, ['الهُدنة']],
    ['several words, in their order', 'الغوطة مفاوضات', STORY, ['المفاوضات', 'الغوطة']],
    ['a phrase as one', '"الغوطة الشرقية" غوطة', STORY, ['الغوطة الشرقية']],
    ['a beginning', 'negot*', ENGLISH, ['negotiators']],
    ['nothing of what is excluded', 'talks -Geneva', ENGLISH, ['talks']],
  ])('%s', (_name, q, text, expected) => expect(lit(q, text)).toEqual(expected));
});
