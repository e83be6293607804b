import { beforeAll, describe, expect, it } from 'vitest';
import { loadLanguageDetector, type LanguageDetector } from '../../../server/tagging/language';

let detect: LanguageDetector;
beforeAll(async () => {
  detect = await loadLanguageDetector();
});

describe('the language of a text', () => {
  it.each([
    ['Arabic', 'افتتحت جولة جديدة من المحادثات بين الحكومة والمعارضة', 'ar'],
    ['a short Arabic headline', 'قصف على حلب', 'ar'],
    ['Persian', 'رئیس جمهور ایران با وزیر خارجه دیدار کرد', 'fa'],
    ['Urdu', 'وزیر اعظم نے کہا کہ مذاکرات جاری رہیں گے', 'ur'],
    ['English', 'A new round of talks opened on Wednesday', 'en'],
    ['French', 'Un nouveau cycle de négociations a débuté mercredi', 'fr'],
    ['Turkish', 'Görüşmelerin yeni turu çarşamba günü başladı', 'tr'],
    ['Russian', 'Новый раунд переговоров начался в среду', 'ru'],
    ['Hebrew', 'סבב חדש של שיחות נפתח ביום רביעי', 'he'],
    ['Chinese, few letters', '新一轮谈判周三开始', 'zh'],
    ['Arabic with an address', 'افتتحت جولة جديدة من المحادثات https://example.org/a/very/long/english/address', 'ar'],
  ])('%s', (_name, text, lang) => {
    const found = detect(text);
    expect(found.lang).toBe(lang);
    expect(found.score).toBeGreaterThan(0);
    expect(found.score).toBeLessThanOrEqual(1);
  });

  it.each([
    ['empty', ''], ['spaces', ' \n '], ['digits', '2017 2018 2019'], ['Arabic digits', '٢٠١٧ ٢٠١٨'], ['emoji', '😀😀😀🇸🇾'],
    ['punctuation', '... !!! ؟؟'], ['a word too short', 'نعم'], ['an address only', 'https://example.org/news/today'],
  ])('is not told of %s', (_name, text) => expect(detect(text)).toEqual({ lang: null, score: 0 }));
});
