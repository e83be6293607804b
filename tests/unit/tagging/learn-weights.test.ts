import { describe, expect, it } from 'vitest';
import { learnWeights, withLearned } from '../../../data/build/learn-weights';

const times = (n: number, topic: string, text: string) => Array.from({ length: n }, () => ({ topic, text }));
const SAMPLES = [...times(60, 'sport', 'المباراة انتهت أمس'), ...times(60, 'economy', 'البورصة أغلقت أمس'), ...times(2, 'sport', 'الملعب أمس')];
const wordsOf = (topic: string) => learnWeights(SAMPLES, 'ar').get(topic)?.map(({ phrase }) => phrase).sort();

describe('learned words', () => {
  it('are those of one topic, without ال; not what all have, nor what is seldom', () => {
    expect(wordsOf('sport')).toEqual(['انتهت', 'مباراه'].sort());
    expect(wordsOf('economy')).toEqual(['اغلقت', 'بورصه'].sort());
  });

  it('stand beside the written ones, at their scale', () => {
    const topic = { id: 'sport', iptc: null, label: { en: 'sport', ar: 'رياضة' }, parent: null };
    const written = { phrase: 'كرة', weight: 4, near: null, lang: 'ar' };
    const learned = new Map([['sport', [{ phrase: 'مباراه', weight: 2, near: null, lang: 'ar' }]]]);
    const [both] = withLearned([{ topic, definition: { phrases: [written], must: [], mustNot: [] } }], learned, 0.5);
    expect(both?.definition.phrases).toEqual([written, { phrase: 'مباراه', weight: 1, near: null, lang: 'ar' }]);
  });
});
