import { describe, expect, test } from 'vitest';
import { headerLinks } from '../../../server/ingest/fetch/link-header';
import { namedHub } from '../../../server/ingest/websub/named-hub';

const FEED = 'https://news.example/feed.xml';
const HUB = 'https://hub.example/';

describe('the Link header', () => {
  test.each<[string, string | null, { hub: string | null; self: string | null }]>([
    ['none', null, { hub: null, self: null }],
    ['hub and self', `<${HUB}>; rel="hub", <${FEED}>; rel="self"`, { hub: HUB, self: FEED }],
    ['without quotes, in capitals', `<${HUB}>; REL=Hub,<${FEED}>;rel=SELF`, { hub: HUB, self: FEED }],
    ['several relations in one link', `<${HUB}>; rel="preload hub"`, { hub: HUB, self: null }],
    ['several hubs: the first', `<${HUB}>; rel=hub, <https://other.example/>; rel=hub`, { hub: HUB, self: null }],
    ['other parameters before', `<${HUB}>; title="a, b; c"; rel="hub"`, { hub: HUB, self: null }],
    ['relative addresses', '</hub>; rel=hub, <feed.xml>; rel=self', { hub: 'https://news.example/hub', self: FEED }],
    ['an Arabic address', '<https://صحيفة.example/خلاصة>; rel=self', { hub: null, self: 'https://صحيفة.example/خلاصة' }],
    ['a whole address stays letter by letter', '<https://Hub.example>; rel=hub', { hub: 'https://Hub.example', self: null }],
    ['of another page', `<${HUB}>; rel=hub; anchor="/elsewhere"`, { hub: null, self: null }],
    ['a relation that only contains the word', `<${HUB}>; rel="github"`, { hub: null, self: null }],
    ['a second rel counts for nothing', `<${HUB}>; rel=next; rel=hub`, { hub: null, self: null }],
    ['an address that is none', '<http://[>; rel=hub', { hub: null, self: null }],
    ['never ends', `<${HUB}; rel=hub`, { hub: null, self: null }],
  ])('%s', (_name, header, expected) => {
    expect(headerLinks(header, FEED)).toEqual(expected);
  });
});

describe('the hub that a feed names', () => {
  const none = { hub: null, self: null };
  test.each<[string, { hub: string | null; self: string | null }, { hub: string | null; self: string | null }, ReturnType<typeof namedHub>]>([
    ['none', none, none, null],
    ['only its own address', none, { hub: null, self: FEED }, null],
    ['in the document', none, { hub: HUB, self: `${FEED}?ar` }, { hub: HUB, topic: `${FEED}?ar` }],
    ['in the header, before the document', { hub: HUB, self: FEED }, { hub: 'https://old.example/', self: 'https://old.example/feed' }, { hub: HUB, topic: FEED }],
    ['without its own address: where it was found', { hub: HUB, self: null }, none, { hub: HUB, topic: FEED }],
    ['a hub in the header, its own address in the document', { hub: HUB, self: null }, { hub: null, self: 'https://news.example/خلاصة' }, { hub: HUB, topic: 'https://news.example/خلاصة' }],
    ['a hub that is no web address', none, { hub: 'mailto:hub@example.com', self: null }, null],
    ['a hub whose address is too long', none, { hub: `${HUB}${'a'.repeat(2000)}`, self: null }, null],
    ['an own address that is none (a urn)', none, { hub: HUB, self: 'urn:uuid:1' }, { hub: HUB, topic: FEED }],
  ])('%s', (_name, links, document, expected) => {
    expect(namedHub({ url: FEED, links }, document)).toEqual(expected);
  });
});
