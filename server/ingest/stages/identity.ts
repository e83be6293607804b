import { createHash } from 'node:crypto';

export interface Identifiable {
  canonicalUrl: string | null;
  guid: string | null;
  contentHash: string;
  publishedAt: string | null;
}

/** Postgres indexes no key above some 2,700 bytes, and an Arabic address is six bytes a letter. */
const LONGEST = 1000;

/** What nobody sees: bidi controls, joiners, soft hyphens, byte-order marks. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;
const HAS_LETTER = /\p{L}/u;

/**
 * SHA-256 (hex) of what a reader reads: if it changes, the article was edited. White space, invisible characters and a text's
 * paragraphs without any letter (a count of shares or comments) are no words.
 */
export function contentHash(title: string, text: string): string {
  const paragraphs = text.split(/\n\s*\n/u).filter((paragraph) => HAS_LETTER.test(paragraph));
  return sha256(`${bare(title)}\n\n${bare(paragraphs.join(' '))}`);
}

const bare = (text: string) => text.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();

/**
 * What makes each entry of one document one article: its canonical URL; its guid, where different entries share the URL or it is
 * the site itself; a hash of the content and its day, where they share the guid too. Aligned with `entries`. Entries alike in all
 * get the same. `siteUrls` are canonical addresses that can be no article's: the site's and the feed's own.
 */
export function identify(entries: readonly Identifiable[], siteUrls: ReadonlySet<string>): string[] {
  const sites = new Set([...siteUrls].map(addressKey));
  const addresses = entries.map(({ canonicalUrl }) => (canonicalUrl === null ? null : addressKey(canonicalUrl)));
  const guids = entries.map(({ guid }) => guid);
  const sharedAddresses = shared(addresses, entries);
  const sharedGuids = shared(guids, entries);
  return entries.map(({ guid, contentHash: hash, publishedAt }, n) => {
    const address = addresses[n] ?? null;
    const isArticles = address !== null && !sharedAddresses.has(address) && !sites.has(address) && !isRoot(address);
    if (isArticles) return address.length <= LONGEST ? address : `long:${sha256(address)}`;
    if (guid !== null && !sharedGuids.has(guid) && !isSite(guid, sites)) return `guid:${guid.length <= LONGEST ? guid : sha256(guid)}`;
    // tomorrow's bulletin may say the same
    return `sha256:${publishedAt === null ? hash : sha256(`${hash} ${publishedAt.slice(0, 10)}`)}`;
  });
}

/**
 * One form of the addresses under which a server shows one page: no scheme but https, no www, no slash at the end, the parameters
 * in order. It tells articles apart; it need not be an address that answers.
 */
export function addressKey(canonicalUrl: string): string {
  const url = new URL(canonicalUrl);
  const query = url.search.slice(1).split('&').filter(Boolean).sort().join('&');
  const path = url.pathname === '/' ? '/' : url.pathname.replace(/\/+$/u, '') || '/';
  return `https://${url.host.replace(/^www\./u, '')}${path}${query === '' ? '' : `?${query}`}${url.hash}`;
}

/** The keys under which there are entries of different content. */
function shared(keys: readonly (string | null)[], entries: readonly Identifiable[]): Set<string> {
  const hashes = new Map<string, string>();
  const result = new Set<string>();
  keys.forEach((key, n) => {
    const hash = entries[n]?.contentHash;
    if (key === null || hash === undefined) return;
    const known = hashes.get(key);
    if (known === undefined) hashes.set(key, hash);
    else if (known !== hash) result.add(key);
  });
  return result;
}

function isSite(guid: string, sites: ReadonlySet<string>): boolean {
  if (!/^https?:/iu.test(guid) || !URL.canParse(guid)) return false;
  const address = addressKey(guid);
  return sites.has(address) || isRoot(address);
}

const isRoot = (address: string) => /^https:\/\/[^/?]+\/$/u.test(address);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
