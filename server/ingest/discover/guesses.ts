/** Where sites keep a feed that they don't name, the most usual first. */
const ROOT = ['/feed', '/rss', '/rss.xml', '/feed.xml', '/atom.xml', '/index.xml', '/?feed=rss2', '/feeds/posts/default'];

/** Addresses at which a site's feed may lie: below the page, where it isn't the first one, then at the root. */
export function guessesFor(pageUrl: string): string[] {
  const { origin, pathname } = new URL(pageUrl);
  const below = pathname.replace(/\/+$/u, '');
  const own = below === '' || /\.[a-z0-9]{2,5}$/iu.test(below) ? [] : [`${origin}${below}/feed`, `${origin}${below}/rss.xml`];
  return [...own, ...ROOT.map((path) => `${origin}${path}`)];
}
