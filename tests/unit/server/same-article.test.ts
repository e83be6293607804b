import { describe, expect, test } from 'vitest';
import { isSameArticle, namesOneItem, type Asked, type Candidate } from '../../../server/db/same-article';

const ITEM = 'https://news.example/2017/9/13/1234';
const LIVE = 'https://news.example/live';
const TALKS = 'انطلاق جولة جديدة من المحادثات السورية في أستانا';
const MATCH = 'المنتخب يفوز على ضيفه بثلاثة أهداف';
/** some thirty words of a talk, and of a match */
const LONG = 'افتتحت الأربعاء في العاصمة الكازاخستانية جولة جديدة من المحادثات بحضور وفود الدول الضامنة وممثلين عن الأمم المتحدة، '
  + 'ومن المقرر أن يبحث المشاركون حدود مناطق خفض التصعيد وآلية مراقبتها قبل إعلان بيان ختامي مساء الجمعة.';
const OTHER = 'سجل المهاجم الهدف الأول بعد ربع ساعة من بداية اللقاء ثم أضاف زميله هدفين متتاليين في الشوط الثاني وسط فرحة الجماهير '
  + 'التي ملأت مدرجات الملعب، ليرتفع رصيد الفريق إلى تسع نقاط ويتصدر مجموعته بفارق الأهداف.';
/** the same words and some more */
const LONGER = `${LONG} وقال رئيس الوفد إن الأجواء إيجابية.`;

const NOON = '2017-09-13T12:00:05.000Z';
const SOON = '2017-09-13T14:31:00.000Z';
const NEXT_DAY = '2017-09-14T12:10:00.000Z';

const entry = (part: Partial<Asked> = {}): Asked => {
  const canonicalUrl = part.canonicalUrl === undefined ? ITEM : part.canonicalUrl;
  return { guid: 'urn:item:77123', canonicalUrl, identity: canonicalUrl ?? `guid:${part.guid}`, title: TALKS, text: LONG, publishedAt: NOON, dateFlag: null, ...part };
};
const known = (part: Partial<Candidate> = {}): Candidate => ({
  id: '1', identity: part.canonicalUrl === null ? 'guid:urn:item:77123' : part.canonicalUrl ?? ITEM, canonicalUrl: ITEM, title: TALKS, text: LONG,
  publishedAt: new Date(NOON), dateFlag: null, firstSeenAt: new Date(NOON), sameGuid: true, sameAddress: false, sameContent: false, said: ['h'], ...part,
});

type Row = [name: string, expected: 'same' | 'another', asked: Partial<Asked>, there: Partial<Candidate>];
const check = (_: string, expected: string, asked: Partial<Asked>, there: Partial<Candidate>) =>
  expect(isSameArticle(entry(asked), known(there)) ? 'same' : 'another').toBe(expected);

describe('an address of its own', () => {
  test.each<Row>([
    ['with another title', 'same', { title: MATCH, publishedAt: SOON }, {}],
    ['with another text', 'same', { text: OTHER, publishedAt: SOON }, {}],
    ['with all its words new within hours, under its own id', 'same', { title: MATCH, text: OTHER, publishedAt: SOON }, {}],
    ['with all its words new the next day', 'another', { title: MATCH, text: OTHER, publishedAt: NEXT_DAY }, {}],
    ['with a title that is rewritten the next day', 'same', { title: MATCH, publishedAt: NEXT_DAY }, {}],
    ['in another feed under another id', 'same', { guid: 'x-991200', title: MATCH, text: '' }, { sameGuid: false, said: null }],
    ['in its own feed under another id, with other words and date', 'another', { guid: 'x-991200', title: MATCH, text: OTHER, publishedAt: SOON }, { sameGuid: false }],
    ['in its own feed under another id, with some of its words', 'same', { guid: 'x-991200', text: LONGER, publishedAt: SOON }, { sameGuid: false }],
    ['without any id, rewritten at once', 'same', { guid: null, title: MATCH, text: OTHER, publishedAt: SOON }, {}],
    ['without any id or date, rewritten', 'same', { guid: null, title: MATCH, text: OTHER, publishedAt: null }, { publishedAt: null }],
  ])('%s: %s', check);
});

describe('an address that any item may have', () => {
  const live = { canonicalUrl: LIVE };
  test.each<Row>([
    ['another title, text and hour', 'another', { ...live, guid: null, title: MATCH, text: OTHER, publishedAt: SOON }, live],
    ['only a title, and that another', 'another', { ...live, guid: LIVE, title: MATCH, text: '', publishedAt: SOON }, { ...live, text: '' }],
    ['undated, other words', 'another', { ...live, guid: null, title: MATCH, text: '', publishedAt: null }, { ...live, text: '', publishedAt: null }],
    ['one line under all of them', 'another', { ...live, guid: null, title: MATCH, text: 'التفاصيل بعد قليل', publishedAt: SOON }, { ...live, text: 'التفاصيل بعد قليل' }],
    ['the same second alone', 'another', { ...live, guid: null, title: MATCH, text: '' }, { ...live, text: '' }],
    ['the same title and more text', 'same', { ...live, guid: null, text: LONGER, publishedAt: SOON }, live],
    ['a column’s title the next day, with other words', 'another', { ...live, guid: null, text: OTHER, publishedAt: NEXT_DAY }, live],
    ['a bulletin’s title the next day, without any words', 'another', { ...live, guid: null, title: 'نشرة الأخبار', text: '', publishedAt: NEXT_DAY },
      { ...live, title: 'نشرة الأخبار', text: '', sameContent: true }],
    ['other words at once under an id of its own', 'same', { ...live, title: MATCH, text: OTHER, publishedAt: SOON }, live],
  ])('%s: %s', check);
});

describe('an id without the address', () => {
  const moved = { canonicalUrl: 'https://news.example/2017/9/13/98765' };
  const counter = { guid: '3' };
  test.each<Row>([
    ['moved, with its title', 'same', { ...moved, text: LONGER }, {}],
    ['moved, with its second', 'same', { ...moved, title: MATCH, text: OTHER }, {}],
    ['moved, with its full hour: that may stand for the day', 'another', { ...moved, title: MATCH, text: OTHER, publishedAt: '2017-09-13T09:00:00.000Z' },
      { publishedAt: new Date('2017-09-13T09:00:00.000Z') }],
    ['moved, with nothing else of it', 'another', { ...moved, title: MATCH, text: OTHER, publishedAt: SOON }, {}],
    ['no address in either, rewritten', 'same', { canonicalUrl: null, title: MATCH, text: OTHER, publishedAt: SOON }, { canonicalUrl: null }],
    ['no address in either, rewritten on another day', 'another', { canonicalUrl: null, title: MATCH, text: OTHER, publishedAt: NEXT_DAY }, { canonicalUrl: null }],
    ['a counter, with other words', 'another', { ...counter, ...moved, title: MATCH, text: OTHER, publishedAt: SOON }, {}],
    ['a counter, with other words in the same second', 'another', { ...counter, ...moved, title: MATCH, text: OTHER }, {}],
    ['a counter, with its own address and some of the words', 'another', { ...counter, ...moved, title: MATCH, text: LONGER, publishedAt: SOON }, {}],
    ['a counter, with its own address, the title and more words', 'same', { ...counter, ...moved, text: LONGER, publishedAt: SOON }, {}],
    ['a counter without an address, with more words', 'same', { ...counter, canonicalUrl: null, title: MATCH, text: LONGER, publishedAt: SOON }, { canonicalUrl: null }],
    ['a counter, with the same words', 'same', { ...counter, ...moved }, { sameContent: true }],
    ['a counter, with the same title soon', 'same', { ...counter, canonicalUrl: null, text: '', publishedAt: SOON }, { canonicalUrl: null, text: '' }],
    ['a counter, with a column’s title and words of the next day', 'another', { ...counter, ...moved, text: OTHER, publishedAt: NEXT_DAY }, {}],
  ])('%s: %s', check);
});

describe('the same words under another address and id', () => {
  const elsewhere = { canonicalUrl: 'https://news.example/2017/9/13/98765', guid: 'x-991200' };
  const there = { sameGuid: false, sameContent: true };
  const far = (days: number) => new Date(Date.parse(NOON) + days * 86_400_000 + 1000).toISOString();
  const sixty = `${LONG} ${OTHER}`;
  test.each<Row>([
    ['many, within the week', 'same', { ...elsewhere, text: sixty, publishedAt: far(6) }, { ...there, text: sixty }],
    ['many, after the week', 'another', { ...elsewhere, text: sixty, publishedAt: far(7) }, { ...there, text: sixty }],
    ['some, soon', 'same', { ...elsewhere, publishedAt: SOON }, there],
    ['some, the next day', 'another', { ...elsewhere, publishedAt: NEXT_DAY }, there],
    ['few, soon', 'another', { ...elsewhere, title: 'نشرة الأخبار', text: '', publishedAt: SOON }, { ...there, title: 'نشرة الأخبار', text: '' }],
    ['undated: since it was first seen', 'same', { ...elsewhere, publishedAt: null }, { ...there, publishedAt: null }],
    ['a title in another feed, in the same second', 'same', { ...elsewhere, text: '' }, { ...there, sameContent: false, said: null }],
    ['a title in the same feed, in the same second', 'another', { ...elsewhere, text: '' }, { ...there, sameContent: false }],
    ['in another feed, edited since, in the same second', 'same', { ...elsewhere, title: 'بدء المحادثات', text: LONGER }, { ...there, sameContent: false, said: null }],
    ['a title in another feed, of the same day alone', 'another', { ...elsewhere, text: '', dateFlag: 'day-only' }, { ...there, sameContent: false, said: null }],
    ['a title in another feed, so long ago by the clock of a poll', 'another', { ...elsewhere, text: '' },
      { ...there, sameContent: false, said: null, dateFlag: 'approximate' }],
    ['in another feed, other words in the same second', 'another', { ...elsewhere, title: MATCH, text: OTHER }, { ...there, sameContent: false, said: null }],
    ['a short title in another feed, in the same second', 'another', { ...elsewhere, title: 'نشرة الأخبار', text: '' },
      { ...there, sameContent: false, said: null, title: 'نشرة الأخبار' }],
  ])('%s: %s', check);
});

test.each([
  [ITEM, true], ['https://news.example/7', true], ['https://sabq.example/AgDgde', true], ['https://news.example/?p=12', true],
  ['https://news.example/%D8%A7%D9%84%D8%AC%D9%8A%D8%B4-%D9%8A%D8%AA%D9%82%D8%AF%D9%85-%D9%86%D8%AD%D9%88', true],
  ['urn:uuid:3f2504e0-4f89-11d3-9a0c-0305e82c3301', true], ['tag:news.example,2017:خبر', true], ['1042', true],
  [LIVE, false], ['https://news.example/', false], ['https://news.example/ar/latest-news.html', false],
  ['https://news.example/%D8%B9%D8%A7%D8%AC%D9%84', false], ['https://news.example/أخبار-عاجلة', false],
  ['3', false], ['٣', false], ['latest', false], ['', false],
])('%s names one item: %s', (name, expected) => expect(namesOneItem(name)).toBe(expected));
