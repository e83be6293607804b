import { describe, expect, test } from 'vitest';
import { fromStoredPlace, fromStoredTopic, readTags, toStored, toStoredTopic, withTopic, writeTags, type StoredPlace, type StoredTopic } from '../../../server/db/tags/form';
import { tag, taxonomy } from '../tagging/tagger-for-tests';

const TITLE = 'محادثات أستانا: دمشق وطرابلس على الطاولة';
const TEXT = 'بيروت – قال المفاوضون السوريون إن الهدنة في إدلب وحمص صامدة، وإن قصفاً طال دير الزور.\n\nThe talks in Astana go on, and Syrian officials met in Geneva.';

describe('tags as a column holds them', () => {
  const tags = tag({ title: TITLE, text: TEXT, lang: 'ar' });
  const stored = toStored(tags);
  const back = readTags(writeTags(stored));

  test('come back whole: each place with its spans, words, role, cue and what else it may be', () => {
    const places = back.places.map((one) => ({ place: one[0], ...fromStoredPlace(one, { title: TITLE, text: TEXT }) }));
    const expected = tags.places.map(({ place, ...rest }) => ({ place: place.id, ...rest }));
    expect(places.length).toBeGreaterThan(5);
    for (const { place, score, alternatives, ...rest } of expected) {
      const found = places.find((one) => one.place === place);
      expect(found).toMatchObject(rest);
      expect(found?.score).toBeCloseTo(score, 4);
      expect(found?.alternatives.map(({ id }) => id)).toEqual(alternatives.map(({ id }) => id));
    }
    expect(places.some(({ alternatives }) => alternatives.length > 0)).toBe(true);
    expect(places.flatMap(({ mentions }) => mentions).some(({ cue }) => cue !== undefined)).toBe(true);
  });

  test('and each topic with its words and rules', () => {
    const topics = back.topics.map((one) => ({ topic: one[0], ...fromStoredTopic(one, { title: TITLE, text: TEXT }) }));
    expect(topics.map(({ topic, evidence }) => ({ topic, evidence }))).toEqual(tags.topics.map(({ topic, evidence }) => ({ topic: topic.id, evidence })));
    expect(topics.length).toBeGreaterThan(0);
  });

  test('stand surest first, whatever order they came in', () => {
    const turned = toStored({ places: [...tags.places].reverse(), topics: [...tags.topics].reverse() });
    expect(turned).toEqual(stored);
    const scores = stored.places.map((one: StoredPlace) => one[2]);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  test('take a third of the room of their objects', () => {
    expect(writeTags(stored).length).toBeLessThan(JSON.stringify([tags.places, tags.topics]).length / 3);
  });

  test('what a text can\'t hold in Postgres is written as an escape', () => {
    const [topic] = taxonomy.topics;
    if (!topic) throw new Error('no topics');
    const odd = toStoredTopic({ topic, score: 1, evidence: [{ field: 'text', start: 0, end: 1, phrase: 'x', rule: 'a\u0000b\ud800' }] });
    const column = writeTags({ places: [], topics: [odd] });
    expect(column).not.toMatch(/[\u0000\ud800-\udfff]/u);
    expect(readTags(column).topics).toEqual([odd]);
  });
});

describe('a topic put on, moved and taken off', () => {
  const topic = (id: string, score: number): StoredTopic => [id, score, []];
  const tags = { places: [], topics: [topic('نزاع', 2), topic('sport', 1)] };
  test.each([
    ['put between', topic('own', 1.5), ['نزاع', 'own', 'sport']],
    ['moved up', topic('sport', 3), ['sport', 'نزاع']],
  ])('%s', (_, one, ids) => {
    expect(withTopic(tags, one[0], one).topics.map(([id]) => id)).toEqual(ids);
  });
  test('taken off', () => {
    expect(withTopic(tags, 'نزاع', null).topics).toEqual([topic('sport', 1)]);
  });
});
