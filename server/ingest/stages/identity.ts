import { createHash } from 'node:crypto';

export interface Identifiable {
  canonicalUrl: string | null;
  guid: string | null;
  contentHash: string;
}

/** Postgres indexes no key above some 2,700 bytes, and an Arabic address is six bytes a letter. */
const LONGEST = 1000;

/** SHA-256 (hex) of what a reader reads: if it changes, the article was edited. */
export function contentHash(title: string, text: string): string {
  return sha256(`${title}\n\n${text}`);
}

/**
 * What makes each entry of one document one article: its canonical URL; its guid, where different entries share the URL or it is
 * the site itself; a hash of the content, where they share the guid too. Aligned with `entries`. Entries alike in all get the same.
 * `siteUrls` are canonical addresses that can be no article's: the site's and the feed's own.
 */
export function identify(entries: readonly Identifiable[], siteUrls: ReadonlySet<string>): string[] {
  const sharedUrls = shared(entries, (entry) => entry.canonicalUrl);
  const sharedGuids = shared(entries, (entry) => entry.guid);
  return entries.map(({ canonicalUrl, guid, contentHash: hash }) => {
    const isArticles = canonicalUrl !== null && !sharedUrls.has(canonicalUrl) && !siteUrls.has(canonicalUrl) && !isRoot(canonicalUrl);
    if (isArticles) return bounded(canonicalUrl);
    if (guid !== null && !sharedGuids.has(guid)) return bounded(`guid:${guid}`);
    return `sha256:${hash}`;
  });
}

/** The keys under which there are entries of different content. */
function shared(entries: readonly Identifiable[], keyOf: (entry: Identifiable) => string | null): Set<string> {
  const hashes = new Map<string, string>();
  const result = new Set<string>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === null) continue;
    const known = hashes.get(key);
    if (known === undefined) hashes.set(key, entry.contentHash);
    else if (known !== entry.contentHash) result.add(key);
  }
  return result;
}

const isRoot = (url: string) => /^https?:\/\/[^/?]+\/$/u.test(url);
const bounded = (identity: string) => (identity.length <= LONGEST ? identity : `sha256:${sha256(identity)}`);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
