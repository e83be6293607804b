import type { LinkKind } from '../../../lib/entry';

/** Hosts of addresses that lead on to an article without saying where. */
const REDIRECTORS = new Set(('t.co bit.ly j.mp ow.ly buff.ly goo.gl tinyurl.com dlvr.it is.gd v.gd lnkd.in trib.al ift.tt fb.me wp.me rb.gy cutt.ly shorturl.at '
  + 'tiny.cc rebrand.ly bl.ink soo.gd s.id t.ly hubs.ly hubs.li mailchi.mp apple.news flip.it upflow.co link.medium.com feedproxy.google.com '
  + 'rss.feedsportal.com da.feedsportal.com c.moreover.com ct.moreover.com feeds.feedblitz.com').split(' '));
/** Hosts of which only some addresses do, by their paths. */
const SOMETIMES: Readonly<Record<string, RegExp>> = {
  'news.google.com': /^\/(?:rss\/)?(?:articles|read|__i)\//u,
  'feeds.feedburner.com': /^\/~r\//u,
  'feeds2.feedburner.com': /^\/~r\//u,
  'rss.app': /^\/(?:articles?|r)\//u,
  'r.search.yahoo.com': /^\//u,
  'inoreader.com': /^\/article\//u,
  'feedly.com': /^\/i\/entry\//u,
};

/** Redirectors that carry where they lead in a parameter: host and path, and the parameter's name. */
const CARRYING: readonly (readonly [RegExp, RegExp, readonly string[]])[] = [
  [/^(?:www\.)?google\.(?:com?\.)?[a-z]{2,3}$/u, /^\/url$/u, ['url', 'q']],
  [/^news\.google\.com$/u, /^\/news\/url$/u, ['url']],
  [/^(?:www\.)?bing\.com$/u, /^\/news\/apiclick\.aspx$/u, ['url']],
  [/^lm?\.(?:facebook|instagram)\.com$/u, /^\/(?:l\.php)?$/u, ['u']],
  [/^(?:www\.)?youtube\.com$/u, /^\/redirect$/u, ['q']],
  [/^(?:www\.)?vk\.com$/u, /^\/away\.php$/u, ['to']],
  [/^out\.reddit\.com$/u, /^\//u, ['url']],
  [/^t\.umblr\.com$/u, /^\/redirect$/u, ['z']],
  [/^(?:www\.)?getpocket\.com$/u, /^\/redirect$/u, ['url']],
];
const AMP_CACHE = /^\/[cv]\/(s\/)?([^/]+\/.*)$/u;
const AMP_VIEWER = /^\/amp\/(s\/)?([^/]+\.[^/]+\/.*)$/u;

/** `redirector` where an address leads on to somebody else's; null where it is the page's own. */
export function linkKindOf(canonicalUrl: string): LinkKind | null {
  const { hostname, pathname } = new URL(canonicalUrl);
  const host = hostname.replace(/^www\./u, '');
  return pathname !== '/' && (REDIRECTORS.has(host) || SOMETIMES[host]?.test(pathname) === true) ? 'redirector' : null;
}

/** Where an address leads that says so itself: a redirector with the target in a parameter, an AMP cache; null for all others. */
export function targetOf(url: URL): string | null {
  const { hostname: host, pathname: path } = url;
  if (host.endsWith('.cdn.ampproject.org')) return fromPath(AMP_CACHE.exec(path), url.search);
  if (/^(?:www\.)?(?:google\.(?:com?\.)?[a-z]{2,3}|bing\.com)$/u.test(host) && path.startsWith('/amp/')) return fromPath(AMP_VIEWER.exec(path), url.search);
  if (host === 'r.search.yahoo.com') return absolute(decoded(/\/RU=([^/]+)/u.exec(path)?.[1] ?? ''));
  const carrying = CARRYING.find(([hosts, paths]) => hosts.test(host) && paths.test(path));
  const carried = carrying?.[2].map((name) => absolute(url.searchParams.get(name) ?? '')).find((address) => address !== null);
  return carried ?? null;
}

const fromPath = (match: RegExpExecArray | null, search: string) => (
  match ? absolute(`${match[1] === undefined ? 'http' : 'https'}://${match[2] ?? ''}${search}`) : null
);

const absolute = (address: string) => (/^https?:\/\/[^/]+\.[^/]/iu.test(address) && URL.canParse(address) ? address : null);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return '';
    throw error;
  }
}
