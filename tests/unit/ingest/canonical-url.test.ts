import { describe, expect, it } from 'vitest';
import { absoluteUrl, canonicalUrl } from '../../../server/ingest/stages/canonical-url';

describe('canonicalUrl', () => {
  it.each([
    ['nothing to do', 'https://news.example/a/1', 'https://news.example/a/1'],
    ['host in capitals', 'HTTPS://News.Example/A', 'https://news.example/A'],
    ['default port', 'https://news.example:443/a', 'https://news.example/a'],
    ['another port stays', 'http://news.example:8080/a', 'http://news.example:8080/a'],
    ['fragment', 'https://news.example/a#comments', 'https://news.example/a'],
    ['a page of its own behind #!', 'https://news.example/#!/a/1', 'https://news.example/#!/a/1'],
    ['trackers', 'https://news.example/a?utm_source=rss&utm_medium=feed&fbclid=x&gclid=y', 'https://news.example/a'],
    ['trackers in capitals', 'https://news.example/a?UTM_SOURCE=rss', 'https://news.example/a'],
    ['trackers among what counts, whose order stays', 'https://news.example/a?z=1&utm_source=rss&a=2', 'https://news.example/a?z=1&a=2'],
    ['what only looks like a tracker', 'https://news.example/a?utmost=1&at=2', 'https://news.example/a?utmost=1&at=2'],
    ['a parameter twice', 'https://news.example/a?id=2&id=1', 'https://news.example/a?id=2&id=1'],
    ['an empty query', 'https://news.example/a?', 'https://news.example/a'],
    ['credentials', 'https://user:secret@news.example/a', 'https://news.example/a'],
    ['Arabic in the path', 'https://news.example/أخبار/إدلب?utm_source=rss', 'https://news.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/%D8%A5%D8%AF%D9%84%D8%A8'],
    ['the same, already encoded', 'https://news.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/%D8%A5%D8%AF%D9%84%D8%A8', 'https://news.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/%D8%A5%D8%AF%D9%84%D8%A8'],
    ['an Arabic host', 'http://موقع.وزارة-الاتصالات.مصر/ar', 'http://xn--4gbrim.xn----ymcbaaajlc6dj7bxne2c.xn--wgbh1c/ar'],
    ['white space round it', '  https://news.example/a\n', 'https://news.example/a'],
    ['mailto', 'mailto:news@news.example', null],
    ['script', 'javascript:alert(1)', null],
    ['relative', '/a', null],
    ['no address', 'الأخبار', null],
  ])('%s', (_, address, expected) => {
    expect(canonicalUrl(address)).toBe(expected);
  });
});

describe('absoluteUrl', () => {
  it.each([
    ['absolute: as given', 'HTTP://News.Example/a?utm_source=x', 'https://other.example/', 'HTTP://News.Example/a?utm_source=x'],
    ['from the root', '/أخبار/1', 'https://news.example/feed/', 'https://news.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/1'],
    ['beside the feed', '1.html', 'https://news.example/feed/rss.xml', 'https://news.example/feed/1.html'],
    ['without a scheme', '//cdn.example/a', 'https://news.example/', 'https://cdn.example/a'],
    ['relative to nothing: as given', '/a', null, '/a'],
    ['relative to something relative: as given', '/a', 'feed/', '/a'],
    ['blank', ' ', 'https://news.example/', null],
  ])('%s', (_, link, base, expected) => {
    expect(absoluteUrl(link, base)).toBe(expected);
  });
});
