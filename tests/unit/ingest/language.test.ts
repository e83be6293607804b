import { describe, expect, it } from 'vitest';
import { chooseLanguage, primaryTag } from '../../../server/ingest/stages/language';

const LONG = 'واصلت الوفود المشاركة في المفاوضات اجتماعاتها';

describe('chooseLanguage', () => {
  it.each([
    ['the detector, where the text is long enough', LONG, { lang: 'ar', score: 0.99 }, 'en-us', 'rtl', 'ar'],
    ['the declaration, where it is too short', 'عاجل اليوم', { lang: 'fa', score: 0.7 }, 'ar', 'rtl', 'ar'],
    ['the declaration, where the detector is not sure', LONG, { lang: 'ur', score: 0.3 }, 'ar-SA', 'rtl', 'ar'],
    ['the declaration, where the detector does not know', LONG, { lang: null, score: 0 }, 'ar', 'rtl', 'ar'],
    ['nothing, where the declaration is in another script', 'عاجل', { lang: null, score: 0 }, 'en-us', 'rtl', null],
    ['nothing, where Latin letters stand under an Arabic declaration', 'BREAKING', { lang: null, score: 0 }, 'ar', 'ltr', null],
    ['a short text of which it is sure', '北京举行会谈', { lang: 'zh', score: 0.95 }, 'en', 'ltr', 'zh'],
    ['nothing, where nothing is declared', 'عاجل', { lang: 'ar', score: 0.6 }, null, 'rtl', null],
    ['nothing for figures alone', '2017 – 1438', { lang: 'en', score: 0.9 }, 'ar', 'ltr', null],
    ['nothing for an empty text', '', { lang: 'en', score: 1 }, 'en', 'ltr', null],
    ['Kurdish in either script', 'Rojbaş', { lang: null, score: 0 }, 'ku', 'ltr', 'ku'],
  ] as const)('%s', (_, text, detected, declared, dir, expected) => {
    expect(chooseLanguage(text, detected, declared, dir)).toBe(expected);
  });
});

describe('primaryTag', () => {
  it.each([
    ['ar', 'ar'], ['ar-SA', 'ar'], ['AR_eg', 'ar'], [' en-us ', 'en'], ['ckb', 'ckb'], ['Arabic', null], ['العربية', null], ['', null], [null, null],
  ])('%s', (declared, expected) => {
    expect(primaryTag(declared)).toBe(expected);
  });
});
