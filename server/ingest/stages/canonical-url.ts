import { ordinaryHost, ordinaryPath, ordinaryQuery } from './amp-and-mobile';
import { linkKindOf, targetOf } from './redirectors';
import { withoutTrackers } from './trackers';

/** A redirector may lead to a redirector, an AMP cache to a mobile page. */
const MOST_STEPS = 8;
/** No browser takes longer ones from a feed. */
const LONGEST = 4000;

/**
 * The address by which an article is known: that of its ordinary page, not of its AMP or mobile form; host in lower case, no default
 * port, no fragment, no credentials, no trackers, no session, percent signs written one way. The other parameters stay as written and
 * in their order. A redirector is left alone but where it says itself where it leads. Null for what is no absolute http(s) address.
 */
export function canonicalUrl(address: string): string | null {
  if (address.length > LONGEST) return null;
  let current = parseUrl(address.trim());
  if (!isWeb(current)) return null;
  for (let step = 0; step < MOST_STEPS; step++) {
    const next: URL | null = parseUrl(ordinary(current));
    if (!isWeb(next) || next.href === current.href) break;
    current = next;
  }
  return current.href;
}

const isWeb = (url: URL | null): url is URL => url !== null && (url.protocol === 'http:' || url.protocol === 'https:');

/** One step towards the canonical address. */
function ordinary(given: URL): string {
  const target = targetOf(given);
  if (target !== null) return target;
  const url = new URL(given);
  // "#!" addresses were pages of their own
  if (!url.hash.startsWith('#!')) url.hash = '';
  url.username = '';
  url.password = '';
  url.hostname = url.hostname.replace(/\.$/u, '');
  url.search = oneEncoding(withoutTrackers(url.search, url.hostname));
  if (linkKindOf(url.href) !== null) return url.href;
  url.hostname = ordinaryHost(url.hostname);
  url.pathname = ordinaryPath(oneEncoding(url.pathname.replace(/;jsessionid=[^/;]*/giu, '')));
  url.search = ordinaryQuery(url.search.slice(1));
  return url.href;
}

/** Percent signs in one way (RFC 3986, 6.2.2): capitals, and none for a letter, a figure or "-._~". */
function oneEncoding(text: string): string {
  return text.replace(/%[0-9a-f]{2}/giu, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[A-Za-z0-9\-._~]/u.test(character) ? character : code.toUpperCase();
  });
}

/** A link as given, made absolute against `base`; as given where there is no base; null for what is no address. */
export function absoluteUrl(link: string, base: string | null): string | null {
  const trimmed = link.trim();
  if (trimmed === '') return null;
  if (parseUrl(trimmed)) return trimmed;
  return base === null || !URL.canParse(base) ? trimmed : parseUrl(trimmed, base)?.href ?? null;
}

/** `URL.parse` for Node 20. */
function parseUrl(address: string, base?: string): URL | null {
  return URL.canParse(address, base) ? new URL(address, base) : null;
}
