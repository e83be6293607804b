import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDatabase, type Database } from '../../server/db/client';
import { testFeed } from '../support/articles';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { createDesk, feedOf, type Desk, type WrittenItem } from '../support/desk';

let test_: TestDatabase;
let db: Database;
let desk: Desk;

beforeAll(async () => {
  test_ = await createTestDatabase();
  db = createDatabase(test_.connectionString, (error) => { throw error; });
  desk = createDesk(db);
});
afterAll(async () => {
  await db.close();
  await test_.drop();
});
beforeEach(async () => {
  await db.pool.query('truncate article, article_key, mention, expired_pair, change, feed, publisher restart identity cascade');
});

const HOUR = 3_600_000;
const START = Date.parse('2017-09-13T06:00:05Z');
const at = (hours: number) => new Date(START + hours * HOUR);

const TALKS = 'انطلاق جولة جديدة من المحادثات السورية في أستانا';
const TALKS_TEXT = '<p>افتتحت الأربعاء في العاصمة الكازاخستانية جولة جديدة من المحادثات بحضور وفود الدول الضامنة وممثلين عن الأمم المتحدة.</p>'
  + '<p>ومن المقرر أن يبحث المشاركون حدود مناطق خفض التصعيد وآلية مراقبتها قبل إعلان بيان ختامي مساء الجمعة.</p>';
const MATCH = 'المنتخب يفوز على ضيفه بثلاثة أهداف دون رد';
const MATCH_TEXT = '<p>سجل المهاجم الهدف الأول بعد ربع ساعة من بداية اللقاء ثم أضاف زميله هدفين متتاليين في الشوط الثاني.</p>'
  + '<p>وملأت الجماهير مدرجات الملعب، ليرتفع رصيد الفريق إلى تسع نقاط ويتصدر مجموعته بفارق الأهداف.</p>';
const FIRE = 'إخماد حريق كبير في سوق الخضار القديم';
const RAIN = 'أمطار غزيرة تغلق الطرق الجبلية شمالا';

const talks: WrittenItem = { title: TALKS, text: TALKS_TEXT, guid: 'urn:item:77123', link: 'https://news.example/2017/77123', date: at(0) };
const match: WrittenItem = { title: MATCH, text: MATCH_TEXT, guid: 'urn:item:77124', link: 'https://news.example/2017/77124', date: at(1) };

/** A poll: which feed of the publisher shows what, hours after the start. */
type Shown = [feed: string, hours: number, ...items: WrittenItem[]];

/** Each article: its title as it stands, how many versions, in how many feeds, under how many ids and addresses of theirs. */
async function after(polls: readonly Shown[]): Promise<string[]> {
  for (const [name, hours, ...items] of polls) {
    const slug = name.includes('/') ? name.split('/')[0] : 'publisher';
    const feed = await testFeed(db, `https://${slug}.example/${name}.xml`, slug);
    const end = await desk.poll(feed, feedOf(items), at(hours));
    expect(end.outcome).toBe('ok');
    expect(end.detail).toBeNull();
  }
  const { rows } = await db.pool.query<{ said: string }>(`
    select title || case when version > 1 then ' v' || version else '' end || case when edited_at is null then '' else ' edited' end
      || ' ' || (select count(distinct feed_id) || '/' || count(*) from article_feed where article_id = article.id) as said
    from article`);
  return rows.map(({ said }) => said).sort();
}

type Row = [name: string, polls: Shown[], articles: string[]];

describe('one item in two feeds of a publisher', () => {
  const otherwise = (part: WrittenItem): Shown[] => [['all', 1, talks], ['politics', 2, { ...talks, ...part }]];
  test.each<Row>([
    ['under the same address and id', otherwise({}), [`${TALKS} 2/2`]],
    ['http and https, www, a slash at the end', otherwise({ guid: 'x-1', link: 'http://www.news.example/2017/77123/' }), [`${TALKS} 2/2`]],
    ['trackers', otherwise({ guid: 'x-1', link: 'https://news.example/2017/77123?utm_source=rss&fbclid=2' }), [`${TALKS} 2/2`]],
    ['another address under the same id', otherwise({ link: 'https://news.example/politics/77123' }), [`${TALKS} 2/3`]],
    ['another address, id and length in the same second', otherwise({ guid: 'x-1', link: 'https://news.example/s/9', text: undefined }), [`${TALKS} 2/3`]],
    ['another address and id, the same words', otherwise({ guid: 'x-1', link: 'https://news.example/s/9', date: at(20) }), [`${TALKS} 2/3`]],
    ['a redirector’s link under the same id', otherwise({ link: 'https://feedproxy.google.com/~r/n/~3/Xy12/' }), [`${TALKS} 2/3`]],
    ['a redirector’s link under another id', otherwise({ guid: 'x-1', link: 'https://feedproxy.google.com/~r/n/~3/Xy12/' }), [`${TALKS} 2/3`]],
    ['no address in one of them', otherwise({ link: undefined }), [`${TALKS} 2/2`]],
    ['no id in one of them', otherwise({ guid: undefined }), [`${TALKS} 2/2`]],
    ['the other words it otherwise: no edit', [...otherwise({ title: 'جولة سادسة في أستانا' }), ['all', 3, talks], ['politics', 4, { ...talks, title: 'جولة سادسة في أستانا' }]],
      [`${TALKS} 2/2`]],
    ['known by what one feed still says, after the other edited it', [
      ...otherwise({ guid: 'x-1', link: 'https://news.example/s/9' }), ['all', 3, { ...talks, title: 'بيان ختامي في أستانا', text: MATCH_TEXT, date: at(2.5) }],
      ['world', 4, { ...talks, guid: 'y-1', link: 'https://news.example/w/12' }],
    ], ['بيان ختامي في أستانا v2 edited 3/5']],
    ['the same words over the turn of a month', [['all', 430, { ...talks, date: at(425) }], ['politics', 440, { ...talks, guid: 'x-1', link: 'https://news.example/s/9', date: at(436) }]], [`${TALKS} 2/3`]],
    ['the same words two months later, where one doesn’t say when', [['all', 1, talks], ['politics', 1440, { ...talks, guid: 'x-1', link: 'https://news.example/s/9', date: undefined }]], [`${TALKS} 2/3`]],
    ['two newspapers with the same wire', [['one/a', 1, talks], ['two/a', 1, { ...talks, link: 'https://two.example/5512' }]], [`${TALKS} 1/1`, `${TALKS} 1/1`]],
    ['twice in one document, under two addresses', [['all', 1, talks, { ...talks, guid: 'x-1', link: 'https://news.example/s/91' }]], [`${TALKS} 1/3`]],
    ['a bulletin twice a day is two', [['all', 1, { title: 'نشرة الأخبار', guid: 'b-101', link: 'https://news.example/b/101', date: at(0) },
      { title: 'نشرة الأخبار', guid: 'b-102', link: 'https://news.example/b/102', date: at(8) }]], ['نشرة الأخبار 1/1', 'نشرة الأخبار 1/1']],
  ])('%s', async (_, polls, articles) => expect(await after(polls)).toEqual(articles.sort()));
});

describe('what is an edit', () => {
  const then = (part: WrittenItem): Shown[] => [['all', 1, talks, match], ['all', 2, match, { ...talks, ...part }]];
  const same = [`${TALKS} 1/1`, `${MATCH} 1/1`];
  test.each<Row>([
    ['another title', then({ title: 'بدء محادثات أستانا' }), ['بدء محادثات أستانا v2 edited 1/1', same[1] ?? '']],
    ['another text', then({ text: `${TALKS_TEXT}<p>وقال رئيس الوفد إن الأجواء إيجابية.</p>` }), [`${TALKS} v2 edited 1/1`, same[1] ?? '']],
    ['a word in the text', then({ text: TALKS_TEXT.replace('الأربعاء', 'الخميس') }), [`${TALKS} v2 edited 1/1`, same[1] ?? '']],
    ['and back again', [...then({ title: 'بدء محادثات أستانا' }), ['all', 3, talks]], [`${TALKS} v3 edited 1/1`, same[1] ?? '']],
    ['not a tracker', then({ link: `${talks.link}?utm_medium=social&utm_source=x` }), same],
    ['not a tracker in a link of the text', then({ text: TALKS_TEXT.replace('الأمم المتحدة', '<a href="https://un.example/?utm_source=a">الأمم المتحدة</a>') }), same],
    ['not an attribute', then({ text: TALKS_TEXT.replaceAll('<p>', '<p class="x" dir="rtl">') }), same],
    ['not white space', then({ text: TALKS_TEXT.replaceAll('</p>', ' \n\t</p>\n\n').replaceAll(' ', '&nbsp; '), title: `  ${TALKS}\n` }), same],
    ['not invisible characters', then({ title: `\u200f${TALKS}\u200e` }), same],
    ['not a count of shares', then({ text: `${TALKS_TEXT}<p>218</p>` }), same],
    ['not the date', then({ date: at(1.5) }), same],
    ['not the order of the items', [['all', 1, talks, match], ['all', 2, match, talks]], same],
  ])('%s', async (_, polls, articles) => expect(await after(polls)).toEqual(articles.sort()));

  test('the order of parameters is none', async () => {
    const [one, other] = ['a=1&id=77', 'id=77&a=1'].map((query) => ({ ...talks, guid: undefined, link: `https://news.example/?${query}` }));
    expect(await after([['all', 1, one ?? {}], ['all', 2, other ?? {}]])).toEqual([`${TALKS} 1/1`]);
  });

  test('an edited article says when, and keeps what it said', async () => {
    await after(then({ title: 'بدء محادثات أستانا' }));
    expect(await db.prisma.article.findFirstOrThrow({ orderBy: { id: 'asc' }, include: { versions: true } })).toMatchObject({
      editedAt: at(2), textSource: 'feed', versions: [{ version: 1, title: TALKS }],
    });
  });
});

describe('sloppy feeds swallow nothing', () => {
  const titles = [TALKS, MATCH, FIRE, RAIN];
  const numbered = (part: (n: number) => WrittenItem) => titles.map((title, n): WrittenItem => ({ title, date: at(n), ...part(n) }));
  const rolling = (items: WrittenItem[], size: number): Shown[] =>
    Array.from({ length: items.length - size + 1 }, (_, n) => ['all', n + size, ...items.slice(n, n + size).reverse()]);
  /** the id is the place in the document */
  const counted = (shown: Shown[]): Shown[] => shown.map(([feed, hours, ...items]) => [feed, hours, ...items.map((item, n) => ({ ...item, guid: String(n + 1) }))]);
  const four = (seen: string[]) => titles.map((title, n) => `${title} 1/${seen[n]}`);
  const once = four(['1', '1', '1', '1']);

  test.each<Row>([
    ['all link to the front page', rolling(numbered((n) => ({ link: 'https://news.example/', guid: `i-${n}00` })), 2), once],
    ['all link to the front page, without ids', rolling(numbered(() => ({ link: 'https://news.example/' })), 2), once],
    ['all link to one section, an item a document', rolling(numbered(() => ({ link: 'https://news.example/live' })), 1), once],
    ['all link to one section, its address as the id', rolling(numbered(() => ({ link: 'https://news.example/live', guid: 'https://news.example/live' })), 1), once],
    ['all link to one section, with ids', rolling(numbered((n) => ({ link: 'https://news.example/latest.html', guid: `i-${n}00` })), 1), four(['1', '2', '2', '2'])],
    ['first one, then several at one address', [
      ['all', 0, ...numbered(() => ({ link: 'https://news.example/live' })).slice(0, 1)], ['all', 3, ...numbered(() => ({ link: 'https://news.example/live' }))],
      ['all', 4, ...numbered(() => ({ link: 'https://news.example/live' })).slice(2)],
    ], four(['2', '1', '1', '1'])],
    ['ids that count from 1 at every poll, an item a document', counted(rolling(numbered((n) => ({ link: `https://news.example/2017/${n}` })), 1)), once],
    ['ids that count from 1, several in a document', counted(rolling(numbered((n) => ({ link: `https://news.example/2017/${n}` })), 2)), four(['1', '2', '2', '1'])],
    ['ids that count from 1, all at the front page', counted(rolling(numbered(() => ({ link: 'https://news.example/' })), 2)), four(['1', '2', '2', '1'])],
    ['ids that count from 1, no address at all', counted(rolling(numbered(() => ({})), 3)), four(['1', '2', '2', '1'])],
    ['the site’s address as the id of all', rolling(numbered((n) => ({ guid: 'https://news.example/', link: `https://news.example/2017/${n}` })), 2), once],
    ['the site’s address as the id of all, no address else', rolling(numbered(() => ({ guid: 'http://www.news.example' })), 2), once],
    ['one word as the id of all, an item a document', rolling(numbered((n) => ({ guid: 'alerts', link: `https://news.example/2017/${n}` })), 1), once],
    ['neither id nor address, and an hour fast', rolling(numbered((n) => ({ date: at(n + 4) })), 2), once],
    ['neither id nor address', rolling(numbered(() => ({})), 2), once],
    ['undated, all at one address', rolling(numbered(() => ({ link: 'https://news.example/live', date: undefined })), 1), once],
    ['dated by the day, all at one address', rolling(numbered(() => ({ link: 'https://news.example/live', date: new Date('2017-09-12T21:00:00Z') })), 1), once],
    ['a line under every item, all at one address', rolling(numbered(() => ({ link: 'https://news.example/live', text: 'التفاصيل بعد قليل' })), 1), once],
    ['dated anew at every poll, without ids', [0, 1, 2].map((hours): Shown => ['all', hours, ...numbered((n) => ({ link: `https://news.example/2017/${n}`, date: at(hours) }))]), once],
    ['dated anew at every poll, with neither id nor address', [0, 1, 2].map((hours): Shown => ['all', hours, ...numbered(() => ({ date: at(hours) }))]), once],
  ])('%s', async (_, polls, articles) => expect(await after(polls)).toEqual(articles.sort()));

  test('a bulletin a day at one address, with the same words, is one a day', async () => {
    const bulletin = (day: number): Shown => ['all', day * 24, { title: 'نشرة الأخبار', link: 'https://news.example/bulletin', date: at(day * 24) }];
    expect(await after([bulletin(0), bulletin(0), bulletin(1), bulletin(1), bulletin(2)])).toHaveLength(3);
  });
});
