import { describe, expect, test } from 'vitest';
import type { TopicDefinition } from '../../../lib/topic';
import { createOwnTagger } from '../../../server/tagging/topics/own';
import { createCorpus } from '../../../server/tagging/topics/preview';
import { foldedText, mayHave } from '../../../server/tagging/topics/may-have';
import { seeded } from '../../support/random';

const definition = (...phrases: string[]): TopicDefinition =>
  ({ phrases: phrases.map((phrase) => ({ phrase, weight: 1, near: null, lang: null })), must: [], mustNot: [] });
const topic = (id: string, what: TopicDefinition) => ({ topic: { id, iptc: null, label: { en: id, ar: id }, parent: null, own: true }, definition: what });
const ids = (tagger: ReturnType<typeof createOwnTagger>, text: string, lang: string | null = null) => tagger({ title: '', text, lang }).map((tag) => tag.topic.id);
const LONG = 'كلام كثير عن شيء آخر لا صلة له بالأمر. '.repeat(40);

describe('a topic of one’s own', () => {
  test.each<[name: string, phrase: string, text: string, found: boolean]>([
    ['one word in a long article is enough', 'سيول', `${LONG} سيول.`, true],
    ['vowels and a glued و and ال', 'سُيول', 'والسيول تجرف', true],
    ['hamza', 'إدلب', 'في ادلب', true],
    ['a star takes any ending', 'فيضان*', 'فيضانات الساحل', true],
    ['without one it does not', 'فيضان', 'فيضانات الساحل', false],
    ['Russian', 'наводнени*', 'После наводнения в городе', true],
    ['a phrase over two sentences is none', 'قطع الطريق', 'قطع. الطريق', false],
    ['not within a word', 'assad', 'the ambassador', false],
  ])('%s', (_name, phrase, text, found) => {
    expect(ids(createOwnTagger([topic('own', definition(phrase))]), text)).toEqual(found ? ['own'] : []);
  });

  test('takes no words from another, and asks for no language that only another has', () => {
    const [short, long] = [topic('short', definition('سيول')), topic('long', definition('سيول جارفة'))];
    expect(ids(createOwnTagger([short, long]), 'سيول جارفة')).toEqual(['short', 'long']);
    const french = topic('french', { phrases: [{ phrase: 'crue', weight: 1, near: null, lang: 'fr' }], must: [], mustNot: [] });
    const arabic = topic('arabic', { phrases: [{ phrase: 'سيول', weight: 1, near: null, lang: 'ar' }], must: [], mustNot: [] });
    expect(ids(createOwnTagger([arabic]), 'la crue «سيول»', 'fr')).toEqual(ids(createOwnTagger([arabic, french]), 'la crue «سيول»', 'fr').filter((id) => id === 'arabic'));
  });
});

describe('the first look before tagging', () => {
  const STEMS = ['محاكمة', 'العراق', 'قوات', 'سيول', 'فيضان', 'دولة', 'الدولة', 'حكومته', 'مدرسة', 'ماء', 'flood', 'Über', 'été', 'İstanbul', 'هدى', 'لله'];
  const BEFORE = ['', 'و', 'ب', 'ل', 'لل', 'وال', 'بال', 'ال', 'فلل', 'ك'];
  const AFTER = ['', 'ها', 'ه', 'هم', 'نا', 'كم', 'ات', 'ًا', 'ing', 's'];

  test('never leaves out what the tagger finds', () => {
    const random = seeded(7);
    const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
    let found = 0;
    for (let n = 0; n < 20_000; n += 1) {
      const phrase = `${pick(['', '=', '', ''])}${pick(STEMS)}${pick(['', '*', ''])}`;
      const text = `${pick(STEMS)} ${pick(BEFORE)}${pick(STEMS).replace(/ة$/u, random() < 0.5 ? 'ت' : 'ة')}${pick(AFTER)}`;
      if (ids(createOwnTagger([topic('own', definition(phrase))]), text).length === 0) continue;
      found += 1;
      expect({ phrase, text, may: mayHave(definition(phrase))(foldedText('', text)) }).toEqual({ phrase, text, may: true });
    }
    expect(found).toBeGreaterThan(500);
  });

  test('leaves out what has none of the letters', () => {
    expect(mayHave(definition('سيول', 'flood*'))(foldedText('محادثات', 'في جنيف'))).toBe(false);
  });
});

describe('a draft on the articles of the last days', () => {
  const article = (id: number, title: string, text = '', sortAt = `2026-11-2${id % 4}T10:00:00.000Z`) =>
    ({ id: String(id), title, text, lang: 'ar', dir: 'rtl' as const, url: null, publisher: 'صحيفة', sortAt });

  test('is counted by day, newest first, its words shown where they stand', () => {
    const corpus = createCorpus();
    corpus.add([article(1, 'سيول في الوادي'), article(2, 'خبر', `${LONG} جاءت السيول ليلا. ${LONG}`), article(3, 'قمة')]);
    corpus.add([article(2, 'خبر مكرر')]);
    const caught = corpus.try(definition('سيول'), '2026-11-20T00:00:00.000Z', () => true);
    expect(caught).toMatchObject({ count: 2, looked: 3, whole: true, since: '2026-11-21T10:00:00.000Z', days: { '2026-11-21': 1, '2026-11-22': 1 } });
    expect(caught.newest.map(({ id }) => id)).toEqual(['2', '1']);
    const [{ excerpt, evidence } = { excerpt: '', evidence: [] }] = caught.newest;
    expect(evidence.map(({ start, end }) => excerpt.slice(start, end))).toEqual(['السيول']);
    expect(excerpt.length).toBeLessThan(300);
  });

  test('ends when the time is over, and says how far it came', () => {
    const corpus = createCorpus();
    corpus.add(Array.from({ length: 100 }, (_, n) => article(n, `سيول ${n}`)));
    const caught = corpus.try(definition('سيول'), '2026-11-20T00:00:00.000Z', () => false);
    expect(caught.whole).toBe(false);
    expect(caught.looked).toBeGreaterThan(0);
    expect(caught.looked).toBeLessThan(100);
  });

  test('what was published before the first day is left out', () => {
    const corpus = createCorpus();
    corpus.add([article(1, 'سيول'), article(2, 'سيول')]);
    expect(corpus.try(definition('سيول'), '2026-11-22T00:00:00.000Z', () => true).count).toBe(1);
  });
});
