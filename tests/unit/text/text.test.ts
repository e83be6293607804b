import { describe, expect, it } from 'vitest';
import { directionOf } from '../../../lib/text/direction';
import { fold } from '../../../lib/text/fold';
import { termsOf } from '../../../lib/text/terms';
import { wordsOf } from '../../../lib/text/words';

describe('fold', () => {
  it.each([
    ['hamza on and under alif', 'أحمد إلى آب ٱلله', 'احمد الي اب الله'],
    ['hamza on waw and ya', 'شؤون رئيس', 'شوون رييس'],
    ['ta marbuta', 'سورية', 'سوريه'],
    ['alif maqsura', 'على', 'علي'],
    ['tatweel', 'ســـوريا', 'سوريا'],
    ['short vowels and shadda', 'مُحَمَّدٌ', 'محمد'],
    ['decomposed hamza', 'ا\u0654حمد', 'احمد'],
    ['bidi marks', '\u200fدمشق\u200e \u2067حلب\u2069', 'دمشق حلب'],
    ['Arabic-Indic digits', '٢٠١٧', '2017'],
    ['Persian digits and letters', '۱۳۹۶ کی', '1396 كي'],
    ['presentation forms', 'ﺳﻮﺭﻳﺎ', 'سوريا'],
    ['Latin accents and case', 'ÉTÉ São Łódź Đà', 'ete sao lodz da'],
    ['Turkish dotted and dotless i', 'İstanbul Diyarbakır', 'istanbul diyarbakir'],
    ['German sharp s', 'Straße', 'strasse'],
    ['full width', 'ＡＢＣ１', 'abc1'],
    ['Hindi keeps its vowel signs', 'दिल्ली', 'दिल्ली'],
    ['Japanese keeps its voicing marks', 'ガザ', 'ガザ'],
    ['Korean stays composed', '서울', '서울'],
    ['empty', '', ''],
  ])('%s', (_name, text, expected) => {
    expect(fold(text)).toBe(expected);
    expect(fold(fold(text))).toBe(expected);
  });
});

describe('directionOf', () => {
  it.each([
    ['Arabic', 'دمشق تنفي', 'rtl'],
    ['Hebrew', 'שלום', 'rtl'],
    ['English', 'Damascus denies', 'ltr'],
    ['Arabic that opens with a Latin name', 'iPhone جديد يصل إلى الأسواق', 'rtl'],
    ['English that quotes Arabic', 'The observatory (مرصد) opened', 'ltr'],
    ['Arabic after digits and a quote', '"2017" عام', 'rtl'],
    ['digits only', '2017', 'ltr'],
    ['empty', '', 'ltr'],
  ])('%s', (_name, text, expected) => expect(directionOf(text)).toBe(expected));
});

describe('termsOf: words that must meet', () => {
  it.each([
    ['article and conjunction', ['المفاوضات', 'والمفاوضات', 'مفاوضات', 'بالمفاوضات', 'للمفاوضات', 'ومفاوضات', 'مفاوضاتها']],
    ['two spellings of Syria', ['سوريا', 'سورية', 'السورية', 'السوري', 'لسوريا', 'وسوريا', 'السوريين']],
    ['hamza', ['أحمد', 'احمد', 'لأحمد']],
    ['a short name with proclitics', ['حلب', 'بحلب', 'وحلب', 'لحلب', 'وبحلب']],
    ['a name that begins like a proclitic', ['بيروت', 'لبيروت', 'ببيروت', 'وبيروت']],
    ['another one', ['لبنان', 'بلبنان', 'ولبنان', 'اللبنان']],
    ['a minister with and without the article', ['وزير', 'الوزير', 'للوزير', 'والوزير']],
    ['a ministry', ['وزارة', 'الوزارة', 'بوزارة', 'للوزارة']],
    ['the contraction of ل and ال', ['العراق', 'للعراق', 'والعراق', 'فالعراق', 'كالعراق']],
    ['Russia', ['روسيا', 'روسية', 'الروسي']],
    ['English plural', ['clash', 'clashes', 'Clashes']],
    ['English y', ['party', 'parties']],
    ['French plural', ['négociation', 'négociations', 'NEGOCIATIONS']],
    ['Russian cases', ['Сирия', 'Сирии', 'Сирию']],
    ['tatweel and vowels', ['دِمَشق', 'دمشــق', 'دمشق']],
  ])('%s', (_name, words) => {
    const terms = words.map((word) => termsOf(word));
    for (const term of terms) expect(term).toEqual(terms[0]);
    expect(terms[0]).toHaveLength(1);
  });

  it.each([
    ['the news agency and a machine', 'وكالة', 'آلة'],
    ['states and verses', 'ولايات', 'آيات'],
    ['a team and saliva', 'فريق', 'ريق'],
    ['Homs and Aleppo', 'حمص', 'حلب'],
    ['Taliban and a student', 'طالبان', 'طالب'],
    ['Tunis and tons', 'تونس', 'طن'],
  ])('keeps apart: %s', (_name, a, b) => expect(termsOf(a)).not.toEqual(termsOf(b)));

  it('lists each term once and drops lone letters', () => {
    expect(termsOf("Syria's talks, talks و محادثات ٣ 3")).toEqual(['syria', 'talk', 'محادث', '3']);
  });

  it('segments scripts without spaces', () => {
    expect(termsOf('シリア和平協議')).toContain('シリア');
    expect(termsOf('東京')).not.toEqual([]);
  });
});

describe('wordsOf', () => {
  it.each([
    ['tatweel, vowels and marks', 'في دِمَـشق\u200f، ثم حلب'],
    ['surrogates and emoji', '🇸🇾 دمشق 😀 حلب 𝐀leppo'],
    ['Thai', 'กรุงเทพมหานครและเชียงใหม่'],
  ])('offsets lie in the original: %s', (_name, text) => {
    const words = wordsOf(text);
    expect(words.length).toBeGreaterThan(1);
    for (const word of words) expect(fold(text.slice(word.start, word.end))).toBe(word.folded);
  });

  it('ends a word before a trailing bidi mark', () => {
    expect(wordsOf('دمشق\u200f،')).toEqual([{ start: 0, end: 4, folded: 'دمشق' }]);
  });
});
