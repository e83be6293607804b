import { describe, expect, it } from 'vitest';
import { marksOf, segmentsOf, type Mark } from '../../../components/feed/reader/marks';
import { counted, cuesOf, rulesOf } from '../../../components/feed/reader/why';
import type { PlaceTag } from '../../../lib/place';

const mark = (tag: string, start: number, end: number): Mark => ({ tag, kind: 'place', field: 'text', start, end });
const TEXT = 'قصف على ريف إدلب';

describe('a text is cut where marks begin and end', () => {
  it.each<[string, Mark[], string[]]>([
    ['no marks: whole', [], [`${TEXT}:`]],
    ['one in the middle', [mark('a', 4, 7)], ['قصف :', 'على:a', ' ريف إدلب:']],
    ['one at the end', [mark('a', 12, 16)], ['قصف على ريف :', 'إدلب:a']],
    ['one inside another', [mark('a', 8, 16), mark('b', 12, 16)], ['قصف على :', 'ريف :a', 'إدلب:a+b']],
    ['two of the same words', [mark('a', 0, 3), mark('b', 0, 3)], ['قصف:a+b', ' على ريف إدلب:']],
    ['one that laps over another', [mark('a', 0, 7), mark('b', 4, 11)], ['قصف :a', 'على:a+b', ' ريف:b', ' إدلب:']],
    ['out of the text: left out', [mark('a', 12, 99), mark('b', 5, 5)], [`${TEXT}:`]],
  ])('%s', (_name, marks, expected) => {
    const segments = segmentsOf(TEXT, marks);
    expect(segments.map(({ text, marks: over }) => `${text}:${over.map(({ tag }) => tag).join('+')}`)).toEqual(expected);
    expect(segments.map(({ text }) => text).join('')).toBe(TEXT);
  });
});

const ASTANA: PlaceTag = {
  place: { id: '1526273', geonamesId: 1526273, name: { en: 'Astana', ar: 'أستانا' }, kind: 'city', country: 'KZ', admin1: null, lat: 51.2, lon: 71.4, within: ['KZ'] },
  role: 'venue', score: 0.9, alternatives: [],
  mentions: [
    { field: 'text', start: 10, end: 16, phrase: 'أستانا', form: 'name', role: 'venue', cue: { start: 0, end: 7, phrase: 'محادثات', rule: 'venue: held in' } },
    { field: 'title', start: 0, end: 6, phrase: 'أستانا', form: 'name', role: 'venue', cue: { start: 8, end: 15, phrase: 'محادثات', rule: 'venue: held in' } },
  ],
};

describe('why a tag is there', () => {
  it('marks its names and the words that gave it its role, each in its field', () => {
    expect(marksOf({ places: [ASTANA], topics: [] }).map(({ kind, field, start }) => `${kind} ${field} ${start}`)).toEqual([
      'place text 10', 'cue text 0', 'place title 0', 'cue title 8',
    ]);
  });

  it('tells each cue once', () => expect(cuesOf(ASTANA.mentions)).toEqual([{ phrase: 'محادثات', role: 'venue', rule: 'venue: held in' }]));

  it('counts what stands more than once', () => expect(counted(['إدلب', 'حمص', 'إدلب'])).toEqual([{ text: 'إدلب', times: 2 }, { text: 'حمص', times: 1 }]));

  it('tells the rules of a topic by their phrases, those that fired most first', () => {
    const fired = (rule: string) => ({ field: 'text' as const, start: 0, end: 3, phrase: 'x', rule });
    expect(rulesOf([fired('conflict: هدنة'), fired('conflict: قصف*'), fired('conflict: قصف*')])).toEqual([{ text: 'قصف*', times: 2 }, { text: 'هدنة', times: 1 }]);
  });
});
