import { describe, expect, it } from 'vitest';
import { contentHash, identify, type Identifiable } from '../../../server/ingest/stages/identity';

const NO_SITE: ReadonlySet<string> = new Set();
const entry = (canonicalUrl: string | null, guid: string | null, hash = 'h1', publishedAt: string | null = null): Identifiable =>
  ({ canonicalUrl, guid, contentHash: hash, publishedAt });

describe('identify', () => {
  it.each<[string, Identifiable[], string[]]>([
    ['the address', [entry('https://news.example/1', 'g1')], ['https://news.example/1']],
    ['the guid where there is no address', [entry(null, 'وكالة-1')], ['guid:وكالة-1']],
    ['the content where there is neither', [entry(null, null, 'abc')], ['sha256:abc']],
    ['the same entry twice is one', [entry('https://news.example/1', 'g1'), entry('https://news.example/1', 'g1')], ['https://news.example/1', 'https://news.example/1']],
    ['different entries at one address: guids', [entry('https://news.example/live', 'g1', 'a'), entry('https://news.example/live', 'g2', 'b')], ['guid:g1', 'guid:g2']],
    ['that share the guid too: content', [entry('https://news.example/live', 'g', 'a'), entry('https://news.example/live', 'g', 'b')], ['sha256:a', 'sha256:b']],
    ['and have none: content', [entry('https://news.example/live', null, 'a'), entry('https://news.example/live', null, 'b')], ['sha256:a', 'sha256:b']],
    ['one guid for all, but addresses: addresses', [entry('https://news.example/1', 'g', 'a'), entry('https://news.example/2', 'g', 'b')], ['https://news.example/1', 'https://news.example/2']],
    ['a site’s front page is no article', [entry('https://news.example/', 'g1')], ['guid:g1']],
    ['a front page with a query may be one', [entry('https://news.example/?p=12', 'g1')], ['https://news.example/?p=12']],
    ['a guid that is the site’s address is nobody’s', [entry(null, 'http://www.news.example')], ['sha256:h1']],
    ['http and https, www and a slash at the end are one address', [
      entry('http://www.news.example/أ/', null), entry('https://news.example/أ', null),
    ], ['https://news.example/%D8%A3', 'https://news.example/%D8%A3']],
    ['the order of parameters is none of the address', [entry('https://news.example/?b=2&a=1', null)], ['https://news.example/?a=1&b=2']],
  ])('%s', (_, entries, expected) => {
    expect(identify(entries, NO_SITE)).toEqual(expected);
  });

  it('what has neither address nor guid is told apart by its day too', () => {
    const [today, later, tomorrow] = identify(
      ['2017-09-13T06:00:00.000Z', '2017-09-13T18:00:00.000Z', '2017-09-14T06:00:00.000Z'].map((at) => entry(null, null, 'h', at)), NO_SITE);
    expect(later).toBe(today);
    expect(tomorrow).not.toBe(today);
  });

  it('the feed’s own site is no article, wherever it lies', () => {
    const site = new Set(['https://news.example/ar']);
    expect(identify([entry('https://news.example/ar', 'g1')], site)).toEqual(['guid:g1']);
  });

  it('an address longer than an index takes becomes a hash, the same each time', () => {
    const long = `https://news.example/${'%D8%A7'.repeat(400)}`;
    const [first, second] = identify([entry(long, null), entry(`${long}1`, null)], NO_SITE);
    expect(first).toMatch(/^long:[0-9a-f]{64}$/u);
    expect(identify([entry(long, null)], NO_SITE)).toEqual([first]);
    expect(second).not.toBe(first);
  });
});

describe('contentHash', () => {
  it.each([
    ['another title', contentHash('عنوان آخر', 'نص')],
    ['another text', contentHash('عنوان', 'نص آخر')],
    ['a word that moved from the title to the text', contentHash('', 'عنوان نص')],
  ])('differs by %s', (_, hash) => {
    expect(hash).not.toBe(contentHash('عنوان', 'نص'));
  });

  it.each([
    ['white space', contentHash(' عنوان\u00a0 ', 'نص\n\nآخر\n')],
    ['characters that nobody sees', contentHash('\u200fعن\u200dوان', 'نص\u200b\n\nآخر')],
    ['a count that stands alone', contentHash('عنوان', '218\n\nنص\n\nآخر\n\n٣٫١٢٥')],
    ['another form of the same letters', contentHash('عنوان', 'نص\n\nا\u0653خر')],
  ])('is the same whatever %s', (_, hash) => {
    expect(hash).toBe(contentHash('عنوان', 'نص آخر'));
  });

  it('is SHA-256 in hexadecimal', () => {
    expect(contentHash('عنوان', 'نص')).toMatch(/^[0-9a-f]{64}$/u);
  });
});
