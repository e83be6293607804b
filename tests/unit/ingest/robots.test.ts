import { describe, expect, it } from 'vitest';
import { parseRobots } from '../../../server/ingest/pages/robots';

const HOST = 'https://sahifa.example';
const allows = (text: string, path: string) => parseRobots(text, 'Marsad').allows(HOST + path);

describe('robots.txt (RFC 9309)', () => {
  it.each([
    ['nothing in it', '', '/news/1', true],
    ['all forbidden to all', 'User-agent: *\nDisallow: /', '/news/1', false],
    ['all forbidden to others', 'User-agent: OtherBot\nDisallow: /', '/news/1', true],
    ['an empty Disallow forbids nothing', 'User-agent: *\nDisallow:', '/news/1', true],
    ['a folder', 'User-agent: *\nDisallow: /private/', '/private/1', false],
    ['beside the folder', 'User-agent: *\nDisallow: /private/', '/privateer', true],
    ['our own group goes before everybody’s', 'User-agent: *\nDisallow: /\n\nUser-agent: Marsad\nDisallow: /x', '/news/1', true],
    ['our own group, in capitals and with a version', 'User-agent: MARSAD/0.1\nDisallow: /news', '/news/1', false],
    ['a name that only begins like ours', 'User-agent: MarsadX\nDisallow: /', '/news/1', true],
    ['our two groups are one', 'User-agent: Marsad\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: marsad\nDisallow: /b', '/b', false],
    ['several names share a group', 'User-agent: x\nUser-agent: Marsad\nDisallow: /a', '/a', false],
    ['the longest match decides', 'User-agent: *\nDisallow: /news\nAllow: /news/open', '/news/open/1', true],
    ['the longest match decides, whatever the order', 'User-agent: *\nAllow: /\nDisallow: /news', '/news/1', false],
    ['as long: what allows', 'User-agent: *\nDisallow: /news\nAllow: /news', '/news', true],
    ['a wildcard', 'User-agent: *\nDisallow: /*/print', '/news/7/print', false],
    ['a wildcard that finds nothing', 'User-agent: *\nDisallow: /*/print', '/news/7', true],
    ['the end of the path', 'User-agent: *\nDisallow: /*.pdf$', '/a.pdf', false],
    ['not the end of the path', 'User-agent: *\nDisallow: /*.pdf$', '/a.pdf?x=1', true],
    ['the query', 'User-agent: *\nDisallow: /*?s=', '/?s=x', false],
    ['an Arabic path, written bare', 'User-agent: *\nDisallow: /أخبار', '/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/1', false],
    ['an Arabic path, escaped in small letters', 'User-agent: *\nDisallow: /%d8%a3', '/أخبار', false],
    ['what needs no escape is the same with one', 'User-agent: *\nDisallow: /%7Eali', '/~ali', false],
    ['comments, spaces, carriage returns, a byte order mark', '\ufeffUser-agent : * # all\r\n  disallow:/news # not here\r\n', '/news/1', false],
    ['rules before any name count for nobody', 'Disallow: /\nUser-agent: *\nDisallow: /x', '/news/1', true],
    ['an HTML page in its place', '<!doctype html><html><body>Disallow: /</body></html>', '/news/1', true],
    ['a sitemap between name and rule', 'User-agent: *\nSitemap: https://sahifa.example/s.xml\nDisallow: /news', '/news/1', false],
  ])('%s', (_, text, path, expected) => {
    expect(allows(text, path)).toBe(expected);
  });

  it.each([
    ['ours', 'User-agent: *\nCrawl-delay: 3\n\nUser-agent: Marsad\nCrawl-delay: 10', 10],
    ['with a fraction', 'User-agent: *\nCrawl-delay: 0.5', 0.5],
    ['no number', 'User-agent: *\nCrawl-delay: soon', null],
    ['none', 'User-agent: *\nDisallow: /x', null],
  ])('crawl-delay: %s', (_, text, seconds) => {
    expect(parseRobots(text, 'Marsad').crawlDelaySeconds).toBe(seconds);
  });

  it('many wildcards take no time', () => {
    expect(allows(`User-agent: *\nDisallow: /${'*a'.repeat(1000)}$`, `/${'a'.repeat(900)}b`)).toBe(true);
  });
});
