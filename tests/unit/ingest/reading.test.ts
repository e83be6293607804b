import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReading, type Reading } from '../../../server/worker/reading';

const FIXTURES = new URL('../../fixtures/feeds/', import.meta.url);
let reading: Reading;

beforeAll(async () => {
  reading = createReading();
  await reading.start();
}, 60_000);
afterAll(() => reading.stop());

const bytesOf = async (file: string) => Uint8Array.from(await readFile(new URL(file, FIXTURES)));
const input = (bytes: Uint8Array) => ({ bytes, contentType: null, url: 'https://feeds.example/rss', feedLanguage: null, timezone: null, now: new Date('2018-01-01T00:00:00Z') });

describe('reading in threads', { timeout: 30_000 }, () => {
  it('parses, knows the language, and takes the bytes over', async () => {
    const bytes = await bytesOf('windows-1256-that-says-utf-8.xml');
    const result = await reading.parse(input(bytes));
    expect(result).toMatchObject({ ok: true, entries: [{ title: 'المفاوضات تتواصل في العاصمة الكازاخية', lang: 'ar', dir: 'rtl' }] });
    expect(bytes.length).toBe(0);
  });

  it('says what is no feed', async () => {
    expect(await reading.parse(input(await bytesOf('page-instead-of-feed.html')))).toMatchObject({ ok: false, outcome: 'not-a-feed' });
  });

  it('a feed nested without end costs itself alone', async () => {
    const deep = `<rss version="2.0"><channel><item><title>عميق</title><description>${'<d>'.repeat(300_000)}${'</d>'.repeat(300_000)}</description></item></channel></rss>`;
    expect(await reading.parse(input(new TextEncoder().encode(deep)))).toMatchObject({ ok: true, entries: [{ title: 'عميق' }] });
    expect(await reading.parse(input(await bytesOf('rss-2-arabic.xml')))).toMatchObject({ ok: true });
  });

  it('tags, one answer for each', async () => {
    const tags = await reading.tag([
      { title: 'مفاوضات في أستانة حول إدلب', text: '', lang: 'ar', feedCountry: null },
      { title: '', text: '', lang: null, feedCountry: null },
    ]);
    expect(tags).toHaveLength(2);
    expect(tags[0]?.places.length).toBeGreaterThan(0);
    expect(tags[1]).toMatchObject({ places: [], topics: [], terms: [] });
  });

  it('tells what articles refer to', async () => {
    const { places, topics } = await reading.reference();
    expect(places.some(({ id }) => id === 'SY')).toBe(true);
    expect(topics.length).toBeGreaterThan(10);
  });
});
