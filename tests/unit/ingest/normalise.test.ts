import { describe, expect, it } from 'vitest';
import { contentHash } from '../../../server/ingest/stages/identity';
import { normalise, type Draft } from '../../../server/ingest/stages/normalise';
import type { RawEntry } from '../../../server/ingest/stages/raw-feed';

const RAW: RawEntry = {
  guid: 'خبر-1', link: 'https://news.example/1', originalLink: null, title: { value: 'عنوان', html: false }, body: { value: '<p>نص</p>', html: true },
  author: null, categories: [], published: null, updated: null, base: null, points: [],
};

function draftOf(change: Partial<RawEntry>): Draft {
  const feed = { title: null, link: null, description: null, language: null, base: null, hub: null, self: null, ttlSeconds: null, entries: [{ ...RAW, ...change }] };
  const [draft] = normalise(feed, { url: 'https://news.example/feed', timezone: null, now: new Date('2018-01-01T00:00:00Z') });
  if (!draft) throw new Error('nothing was read');
  return draft;
}

const plain = (value: string) => ({ value, html: false });
const addressOf = (length: number) => 'https://news.example/'.padEnd(length, 'a');

describe('how much of an entry is kept', () => {
  it.each<[string, Partial<RawEntry>, Partial<Draft>]>([
    ['a title', { title: plain('خ'.repeat(600)) }, { title: 'خ'.repeat(500) }],
    ['a title that is just not too long', { title: plain('خ'.repeat(500)) }, { title: 'خ'.repeat(500) }],
    ['a title, but no half character', { title: plain(`${'خ'.repeat(499)}😀`) }, { title: 'خ'.repeat(499) }],
    ['a title, but no space at its new end', { title: plain(`${'خ'.repeat(499)} خبر`) }, { title: 'خ'.repeat(499) }],
    ['a text', { body: plain('ن'.repeat(300_000)) }, { text: 'ن'.repeat(200_000), html: null }],
    ['a text, but no half character', { body: plain(`${'ن'.repeat(199_999)}😀`) }, { text: 'ن'.repeat(199_999) }],
    ['a text’s HTML', { body: { value: `<p>${'ن'.repeat(600_000)}`, html: true } }, { html: `<p>${'ن'.repeat(499_997)}`, text: 'ن'.repeat(200_000) }],
    ['an author', { author: 'ليلى '.repeat(100) }, { author: 'ليلى '.repeat(40).trim() }],
    ['a category', { categories: ['سوريا'.repeat(100)] }, { categories: ['سوريا'.repeat(40)] }],
    ['the categories', { categories: ['', ...Array.from({ length: 60 }, (_, i) => `موضوع ${i}`)] }, { categories: Array.from({ length: 50 }, (_, i) => `موضوع ${i}`) }],
    ['a date', { published: 'غدا'.repeat(100) }, { publishedRaw: 'غدا'.repeat(67).slice(0, 200), dateFlag: 'unreadable' }],
    ['an address, if not too long', { link: addressOf(2000) }, { link: addressOf(2000), canonicalUrl: addressOf(2000) }],
    ['no address that is', { link: addressOf(2001) }, { link: null, canonicalUrl: null, identity: 'guid:خبر-1' }],
    ['an address that is short without its trackers', { link: `${addressOf(100)}?utm_source=${'ا'.repeat(3000)}` }, { link: null, canonicalUrl: addressOf(100) }],
    ['an Arabic address, measured as it is sent', { link: `https://news.example/${'خبر'.repeat(200)}` }, { link: `https://news.example/${'خبر'.repeat(200)}`, canonicalUrl: null }],
    ['the feed’s own id, as written', { guid: 'خ'.repeat(5000) }, { guid: 'خ'.repeat(5000) }],
  ])('%s', (_, change, expected) => {
    expect(draftOf(change)).toMatchObject(expected);
  });

  it('what was cut off is no part of the content: a change in it is no edit', () => {
    const [one, other] = ['أ', 'ب'].map((end) => draftOf({ title: plain('خ'.repeat(500) + end), body: plain('ن'.repeat(200_000) + end) }));
    expect(one?.contentHash).toBe(contentHash('خ'.repeat(500), 'ن'.repeat(200_000)));
    expect(other?.contentHash).toBe(one?.contentHash);
  });
});

it('a text comes without its page’s furniture, so that another count of shares is no edit', () => {
  const [one, other] = ['218', '231'].map((count) => draftOf({ body: { value: `<p>${count}</p><p>وصلت القافلة.</p><p>مشاركة</p>`, html: true } }));
  expect(one).toMatchObject({ text: 'وصلت القافلة.', contentHash: contentHash('عنوان', 'وصلت القافلة.') });
  expect(other?.contentHash).toBe(one?.contentHash);
});

describe('when an entry was published', () => {
  it.each<[string, Partial<RawEntry>, Partial<Draft>]>([
    ['as it says', { published: '2017-09-13T10:30:00Z', updated: '2017-09-14T10:30:00Z' }, { publishedAt: '2017-09-13T10:30:00.000Z', publishedRaw: '2017-09-13T10:30:00Z', updatedAt: '2017-09-14T10:30:00.000Z' }],
    ['when it was changed, if it doesn’t say', { updated: '14 أيلول 2017 10:30 GMT' }, { publishedAt: '2017-09-14T10:30:00.000Z', publishedRaw: '14 أيلول 2017 10:30 GMT', dateFlag: null }],
    ['the same, if what it says can’t be read', { published: 'قريبا', updated: '2017-09-14T10:30:00Z' }, { publishedAt: '2017-09-14T10:30:00.000Z', publishedRaw: '2017-09-14T10:30:00Z', dateFlag: null }],
    ['what it said is kept where neither can be read', { published: 'قريبا', updated: 'لاحقا' }, { publishedAt: null, publishedRaw: 'قريبا', dateFlag: 'unreadable', updatedAt: null }],
    ['not of the future, though it was changed before', { published: '2030-01-01T00:00:00Z', updated: '2017-09-14T10:30:00Z' }, { publishedAt: null, publishedRaw: '2030-01-01T00:00:00Z', dateFlag: 'future' }],
    ['an empty element is no date', { published: ' ', updated: '2017-09-14T10:30:00Z' }, { publishedAt: '2017-09-14T10:30:00.000Z' }],
  ])('%s', (_, change, expected) => {
    expect(draftOf(change)).toMatchObject(expected);
  });

  it('figures are read the way round that the feed’s other dates show', () => {
    const entries = ['03/04/2017 10:30', '13/04/2017 10:30'].map((published, i) => ({ ...RAW, guid: String(i), link: null, published }));
    const feed = { title: null, link: null, description: null, language: null, base: null, hub: null, self: null, ttlSeconds: null, entries };
    const drafts = normalise(feed, { url: null, timezone: null, now: new Date('2018-01-01T00:00:00Z') });
    expect(drafts.map(({ publishedAt }) => publishedAt)).toEqual(['2017-04-03T10:30:00.000Z', '2017-04-13T10:30:00.000Z']);
  });
});

describe('a newspaper’s footer', () => {
  const readAll = (...bodies: string[]) => {
    const entries = bodies.map((value, n) => ({ ...RAW, guid: String(n), link: `https://news.example/${n}`, body: { value, html: true } }));
    return normalise({ title: 'مرصد', link: null, description: null, language: null, base: null, hub: null, self: null, ttlSeconds: null, entries }, { url: null, timezone: null, now: new Date('2018-01-01T00:00:00Z') });
  };
  const story = (n: number) => `<p>بيروت - رويترز: وصلت القافلة ${n}.</p><p>مرصد التجارب صحيفة مستقلة.</p>`;

  it('is left out where several items end with it, and the dateline is known', () => {
    const [first] = readAll(story(1), story(2), story(3));
    expect(first).toMatchObject({ text: 'بيروت - رويترز: وصلت القافلة 1.', datelineEnd: 'بيروت - رويترز: '.length });
  });

  it('is no edit when it is found out, or no longer', () => {
    const [alone] = readAll(story(1));
    const [among] = readAll(story(1), story(2), story(3));
    expect(alone?.text).not.toBe(among?.text);
    expect(alone?.contentHash).toBe(among?.contentHash);
    expect(alone?.identity).toBe(among?.identity);
  });
});

it('an article without address or id is the same at the next poll, though "منذ يومين" is another time then', () => {
  const entries = [{ ...RAW, guid: null, link: null, published: 'منذ يومين' }];
  const feed = { title: null, link: null, description: null, language: null, base: null, hub: null, self: null, ttlSeconds: null, entries };
  const [one, other] = ['2018-01-03T20:00:00Z', '2018-01-04T02:00:00Z'].map((now) => normalise(feed, { url: null, timezone: null, now: new Date(now) })[0]);
  expect(one?.publishedAt).not.toBe(other?.publishedAt);
  expect(one?.identity).toBe(other?.identity);
});
