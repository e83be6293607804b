import { describe, expect, it } from 'vitest';
import { absoluteUrl, canonicalUrl } from '../../../server/ingest/stages/canonical-url';
import { linkKindOf } from '../../../server/ingest/stages/redirectors';

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
    ['an Arabic host in its own letters and in Punycode', 'http://XN--4GBRIM.xn----ymcbaaajlc6dj7bxne2c.xn--wgbh1c/ar', 'http://xn--4gbrim.xn----ymcbaaajlc6dj7bxne2c.xn--wgbh1c/ar'],
    ['a full stop after the host', 'https://news.example./a', 'https://news.example/a'],
    ['small letters after percent signs', 'https://news.example/%d8%a3%d8%ae?q=%d8%a3', 'https://news.example/%D8%A3%D8%AE?q=%D8%A3'],
    ['letters that needed no percent sign', 'https://news.example/%61%2Db/%7Ec', 'https://news.example/a-b/~c'],
    ['what needs its percent sign', 'https://news.example/a%2Fb%20c%26d', 'https://news.example/a%2Fb%20c%26d'],
    ['windows-1256 behind percent signs', 'https://news.example/%c7%ce%c8', 'https://news.example/%C7%CE%C8'],
    ['Arabic in the query', 'https://news.example/?خبر=إدلب', 'https://news.example/?%D8%AE%D8%A8%D8%B1=%D8%A5%D8%AF%D9%84%D8%A8'],
    ['newsletters’ trackers', 'https://news.example/a?mc_cid=1&mc_eid=2&_hsenc=3&mkt_tok=4&oly_enc_id=5', 'https://news.example/a'],
    ['broadcasters’ trackers', 'https://news.example/a?at_medium=RSS&at_campaign=64&ns_mchannel=social&xtor=AL-72&ocid=x&cmpid=y', 'https://news.example/a'],
    ['trackers escaped once too often', 'https://news.example/a?id=1&amp;utm_source=rss&amp;utm_medium=x', 'https://news.example/a?id=1'],
    ['a reader who came from the feed', 'https://news.example/a?ref=rss', 'https://news.example/a'],
    ['a ref that means something', 'https://news.example/a?ref=12345', 'https://news.example/a?ref=12345'],
    ['a source that means something', 'https://news.example/a?source=sana&from=2017', 'https://news.example/a?source=sana&from=2017'],
    ['a session', 'https://news.example/a;jsessionid=0A1B2C?id=5&PHPSESSID=x', 'https://news.example/a?id=5'],
    ['a tracker of one site', 'https://www.nytimes.com/2017/09/13/world/a.html?partner=rss&emc=rss', 'https://www.nytimes.com/2017/09/13/world/a.html'],
    ['which on another is none', 'https://news.example/a?emc=rss2', 'https://news.example/a?emc=rss2'],
    ['an index page', 'https://news.example/أخبار/index.html', 'https://news.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/'],
    ['an index page with a query', 'https://news.example/index.php?id=5', 'https://news.example/?id=5'],
    ['an index that is none', 'https://news.example/index.php/news/5', 'https://news.example/index.php/news/5'],
    ['AMP at the end', 'https://news.example/2017/خبر/amp/', 'https://news.example/2017/%D8%AE%D8%A8%D8%B1'],
    ['AMP at the end, no slash', 'https://news.example/2017/a/amp', 'https://news.example/2017/a'],
    ['AMP at the beginning', 'https://news.example/amp/story/2017', 'https://news.example/story/2017'],
    ['AMP as an ending', 'https://news.example/world-1234.amp', 'https://news.example/world-1234'],
    ['AMP before the ending', 'https://news.example/a.amp.html', 'https://news.example/a.html'],
    ['AMP in the query', 'https://news.example/a?amp=1', 'https://news.example/a'],
    ['AMP in the query, bare', 'https://news.example/a?amp', 'https://news.example/a'],
    ['AMP as an output type', 'https://news.example/a?id=7&outputType=amp', 'https://news.example/a?id=7'],
    ['AMP as a host', 'https://amp.news.example/a', 'https://news.example/a'],
    ['an AMP cache', 'https://www-news-example.cdn.ampproject.org/c/s/www.news.example/a/amp/?amp_js_v=0.1', 'https://www.news.example/a'],
    ['an AMP cache without TLS', 'https://www-news-example.cdn.ampproject.org/v/www.news.example/a', 'http://www.news.example/a'],
    ['an AMP viewer', 'https://www.google.com/amp/s/amp.news.example/a', 'https://news.example/a'],
    ['amplifiers are no AMP', 'https://news.example/amp/guitars', 'https://news.example/amp/guitars'],
    ['a camp is no AMP', 'https://news.example/refugees/camp', 'https://news.example/refugees/camp'],
    ['nor is the section', 'https://news.example/amp/', 'https://news.example/amp/'],
    ['a mobile host', 'https://m.news.example/خبر/1', 'https://news.example/%D8%AE%D8%A8%D8%B1/1'],
    ['another', 'https://mobile.news.co.uk/a', 'https://news.co.uk/a'],
    ['below www', 'https://www.m.news.example/a', 'https://www.news.example/a'],
    ['below the language', 'https://ar.m.wiki.example/wiki/إدلب', 'https://ar.wiki.example/wiki/%D8%A5%D8%AF%D9%84%D8%A8'],
    ['a site that is called m', 'https://m.co.uk/a', 'https://m.co.uk/a'],
    ['a site of two labels', 'https://m.me/a', 'https://m.me/a'],
    ['a blog’s mobile form', 'https://blog.example/2017/09/a.html?m=1', 'https://blog.example/2017/09/a.html'],
    ['m that is no switch', 'https://news.example/a?m=201709', 'https://news.example/a?m=201709'],
    ['a redirector that says where it leads', 'https://www.google.com/url?sa=t&url=https%3A%2F%2Fnews.example%2Fa%3Futm_source%3Dx&ct=ga', 'https://news.example/a'],
    ['an aggregator’s click', 'http://www.bing.com/news/apiclick.aspx?ref=FexRss&aid=&url=https%3a%2f%2fm.news.example%2fa&c=1', 'https://news.example/a'],
    ['a redirector to a redirector', 'https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%3A%2F%2Fnews.example%2Fa', 'https://news.example/a'],
    ['a redirector that leads to a script', 'https://www.google.com/url?q=javascript:alert(1)', 'https://www.google.com/url?q=javascript:alert(1)'],
    ['a search that only looks like it', 'https://www.google.com/search?q=https://news.example/a', 'https://www.google.com/search?q=https://news.example/a'],
    ['a target on the way', 'https://r.search.yahoo.com/_ylt=A/RV=2/RO=10/RU=https%3a%2f%2fnews.example%2fa/RK=2/RS=x', 'https://news.example/a'],
    ['a redirector that doesn’t', 'https://news.google.com/rss/articles/CBMi_m?oc=5', 'https://news.google.com/rss/articles/CBMi_m'],
    ['an address longer than any', `https://news.example/${'/amp'.repeat(100_000)}x`, null],
    ['white space round it', '  https://news.example/a\n', 'https://news.example/a'],
    ['mailto', 'mailto:news@news.example', null],
    ['script', 'javascript:alert(1)', null],
    ['relative', '/a', null],
    ['no address', 'الأخبار', null],
  ])('%s', (_, address, expected) => {
    expect(canonicalUrl(address)).toBe(expected);
  });
});

describe('the canonical address of a canonical address is itself', () => {
  const HOSTS = ['news.example', 'www.m.news.example', 'm.m.news.co.uk', 'amp.news.example', 'ar.m.news.example', 'm.example', 'news.example.', 'www.google.com', 'news.google.com',
    'a-b.cdn.ampproject.org', 'موقع.مصر', 't.co', '127.0.0.1:8080', 'l.facebook.com', 'r.search.yahoo.com'];
  const SEGMENTS = ['amp', 'AMP/', 'a.amp', 'a.amp.amp.html', 'index.html', 'index.php', 'خبر', '%d8%a3', '%61mp', '..', '.', '', '1', 'c/s/m.news.example', 'amp/s/amp.news.example', 'url', 'l.php',
    'x;jsessionid=1', 'RU=https%3a%2f%2fnews.example%2famp%2f1'];
  const PAIRS = ['amp', 'amp=1', 'amp;amp=1', 'utm_source=x', 'amp;utm_medium=y', 'id=5', 'ID=%d8', 'm=1', 'url=https://m.news.example/a/amp?amp', 'u=https%3A%2F%2Ft.co%2Fx', 'q=', '', 'ref=rss', 'x=%61'];

  it.each(Array.from({ length: 20 }, (_, seed) => [seed]))('made of odd parts, %i', (seed) => {
    const pick = random(seed);
    for (let n = 0; n < 200; n++) {
      const path = Array.from({ length: pick(5) }, () => SEGMENTS[pick(SEGMENTS.length)]).join('/');
      const query = Array.from({ length: pick(4) }, () => PAIRS[pick(PAIRS.length)]).join('&');
      const address = `${pick(2) ? 'http' : 'https'}://${HOSTS[pick(HOSTS.length)] ?? ''}/${path}${query && `?${query}`}${pick(3) ? '' : '#!/x'}`;
      const once = canonicalUrl(address);
      expect(once, address).not.toBeNull();
      expect(canonicalUrl(once ?? ''), address).toBe(once);
    }
  });

  /** A small generator, so that a seed that fails fails again (mulberry32). */
  function random(seed: number): (below: number) => number {
    let state = seed * 0x9e3779b9;
    return (below) => {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) % below;
    };
  }
});

describe('linkKindOf', () => {
  it.each([
    ['a publisher’s own', 'https://news.example/a', null],
    ['a news aggregator', 'https://news.google.com/rss/articles/CBMi', 'redirector'],
    ['its front page', 'https://news.google.com/topics/x', null],
    ['a feed’s middleman', 'http://feedproxy.google.com/~r/news/~3/x', 'redirector'],
    ['another', 'http://feeds.feedburner.com/~r/news/~3/x', 'redirector'],
    ['the middleman’s feed itself', 'http://feeds.feedburner.com/news', null],
    ['a shortened address', 'https://bit.ly/3x', 'redirector'],
    ['with www', 'https://www.bit.ly/3x', 'redirector'],
    ['a host that ends like one', 'https://notbit.ly/3x', null],
  ])('%s', (_, address, kind) => {
    expect(linkKindOf(address)).toBe(kind);
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
