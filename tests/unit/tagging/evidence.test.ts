import { describe, expect, it } from 'vitest';
import { offsetAfter, readingsOf } from '../../../server/tagging/readings';
import { tag, taxonomy } from './tagger-for-tests';

const PIECES = [
  'دمشق', 'وبدِمَشْق', 'دمـــشق', 'للعراق', 'والقاهرة', '😀', '🇸🇾', '𝐀leppo', 'قصف', 'وقصْفٌ', 'وقف إطلاق النار', 'Damascus', 'São Paulo', 'talks', '\u200f', '«', '»', '،', '.', '\n\n',
  'دير\u00a0الزور', 'ودير الزور', 'بالغوطة الشرقية', 'ceasefire', 'مباراة', 'İstanbul', '東京', '٢٠١٧', 'ﺳﻮﺭﻳﺎ', 'e\u0301', 'ـ',
];

/** The same numbers on every run, so that a failure can be looked at. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

function randomText(random: () => number): string {
  const length = 1 + Math.floor(random() * 25);
  return Array.from({ length }, () => PIECES[Math.floor(random() * PIECES.length)] ?? '').join(random() < 0.2 ? '' : ' ');
}

describe('evidence', () => {
  it('slices its phrase out of the field as given, whatever the text holds', () => {
    const random = createRandom(7);
    let spans = 0;
    for (let round = 0; round < 400; round += 1) {
      const fields = { title: randomText(random), text: randomText(random) };
      const { places, topics } = tag({ ...fields, lang: null });
      for (const span of [...places.flatMap((one) => one.mentions), ...topics.flatMap((one) => one.evidence)]) {
        spans += 1;
        expect(fields[span.field].slice(span.start, span.end)).toBe(span.phrase);
        expect(span.phrase.trim()).toBe(span.phrase);
        expect(span.phrase).not.toBe('');
      }
    }
    expect(spans).toBeGreaterThan(1000);
  });

  it('leaves the proclitic out, and with it the vowels and the tatweel that follow it', () => {
    const { places } = tag({ title: 'وَـبِدمشقَ', text: '', lang: 'ar' });
    expect(places[0]?.mentions[0]).toEqual({ field: 'title', start: 5, end: 10, phrase: 'دمشقَ', form: 'name' });
  });

  it('counts in UTF-16 units: an emoji is two', () => {
    const { places } = tag({ title: '😀😀 دمشق', text: '', lang: 'ar' });
    expect(places[0]?.mentions[0]).toMatchObject({ start: 5, end: 9 });
  });

  it('gives every tag at least one span, and every topic span the name of its rule', () => {
    const { places, topics } = tag({ title: 'وقف إطلاق النار في حلب', text: 'قصف على دمشق بعد انهيار الهدنة', lang: 'ar' });
    expect(places.length).toBeGreaterThan(1);
    expect(topics.length).toBeGreaterThan(0);
    for (const { mentions } of places) expect(mentions.length).toBeGreaterThan(0);
    for (const { topic, evidence } of topics) {
      for (const { rule } of evidence) {
        const [id = ''] = rule.split(': ');
        expect([id, taxonomy.topics.find((one) => one.id === id)?.parent], rule).toContain(topic.id);
      }
    }
  });
});

describe('readings', () => {
  it.each([
    ['no proclitic to strip', 'دمشق', ['دمشق']],
    ['و', 'ودمشق', ['ودمشق', 'دمشق']],
    ['و and ب', 'وبدمشق', ['وبدمشق', 'بدمشق', 'دمشق']],
    ['ل with ال', 'للعراق', ['للعراق', 'لعراق', 'العراق']],
    ['Latin', 'london', ['london']],
    ['two letters', 'قم', ['قم']],
  ])('%s', (_name, word, forms) => expect(readingsOf(word).map((one) => one.form)).toEqual(forms));

  it('finds the offset behind the cut letters in the original', () => {
    expect(offsetAfter('وَبِدمشق', 0, 8, 2)).toBe(4);
    expect(offsetAfter('دمشق', 0, 4, 0)).toBe(0);
  });
});
