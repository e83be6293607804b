/** Query parameters that say where a reader came from, never which article it is. Names are compared in lower case. */
const TRACKERS = new Set(('fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh mc_cid mc_eid _ga _gl '
  + '_hsenc _hsmi mkt_tok xtor cmp ncid smid ocid sr_share wt.mc_id traffic_source ref_src').split(' '));
const TRACKER_PREFIX = /^(?:utm_|at_(?:medium|campaign|custom|link|ptr|bbc|format)|ns_(?:mchannel|source|campaign|linkname|fee)|pk_|mtm_|hsa_)/u;

/**
 * The address by which an article is known: host in lower case, no default port, no fragment, no credentials, no trackers.
 * The other parameters stay as written and in their order. Null for what is no absolute http(s) address.
 */
export function canonicalUrl(address: string): string | null {
  const url = parseUrl(address.trim());
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  // "#!" addresses were pages of their own
  if (!url.hash.startsWith('#!')) url.hash = '';
  url.username = '';
  url.password = '';
  url.search = withoutTrackers(url.search);
  return url.href;
}

function withoutTrackers(search: string): string {
  return search.slice(1).split('&').filter((pair) => pair !== '' && !isTracker(pair)).join('&');
}

function isTracker(pair: string): boolean {
  const name = (pair.split('=', 1)[0] ?? '').toLowerCase();
  return TRACKERS.has(name) || TRACKER_PREFIX.test(name);
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
