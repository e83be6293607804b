/** Second levels that countries register names below: "example.co.uk" is the site, "co.uk" is nobody. */
const SECOND_LEVELS = new Set(['ac', 'co', 'com', 'edu', 'gob', 'gov', 'gouv', 'info', 'mil', 'net', 'nom', 'or', 'org', 'sch']);
/** Below these everybody has a name of their own. */
const HOSTERS = new Set(['blogspot.com', 'wordpress.com', 'substack.com', 'github.io', 'tumblr.com', 'medium.com', 'livejournal.com', 'pages.dev', 'netlify.app', 'vercel.app']);
/** They carry other people's feeds, and are the publisher of none. */
const CARRIERS = new Set(['feedburner.com', 'feedblitz.com', 'google.com', 'rss.app', 'rssbridge.org', 'rsshub.app', 'feedly.com', 'podbean.com', 'youtube.com']);

/**
 * The name under which an address's owner is registered: "feeds.bbci.co.uk" -> "bbci.co.uk". Without the public suffix list it is
 * a rule of thumb, right for most; what it gets wrong its user can say. An address in numbers stays as it is.
 */
export function siteOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { hostname } = new URL(url);
  if (/^[0-9.]+$|^\[/u.test(hostname)) return hostname;
  const labels = hostname.split('.').filter(Boolean);
  const [second = '', top = ''] = labels.slice(-2);
  const own = (top.length === 2 && SECOND_LEVELS.has(second)) || HOSTERS.has(`${second}.${top}`) ? 3 : 2;
  return labels.slice(-own).join('.') || null;
}

/** The site that publishes a feed: its own, else that of the feed's address; null where only a carrier's is known. */
export function publishingSite(feed: { url: string; siteUrl?: string | null }): string | null {
  const sites = [feed.siteUrl ?? null, feed.url].map((address) => (address === null ? null : siteOf(address)));
  return sites.find((site) => site !== null && !CARRIERS.has(site)) ?? null;
}
