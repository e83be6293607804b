import type pg from 'pg';
import type { Entry } from '../../lib/entry';
import type { ClaimedFeed } from '../../lib/feed';
import { findCandidates } from './candidates';
import { areAlike, hasOwnUrl, isSameArticle, isTelling, type Candidate } from './same-article';
import { boundedKey, entryKeyOf, identitiesOf } from './store-plan';

/** An entry under the identity that it is stored with, and the article that it is; null: none yet. */
export interface Resolved {
  entry: Entry;
  /** what its feed calls it: its id, and its address where the article is known by another */
  keys: string[];
  known: Candidate | null;
}

/**
 * Which articles of its publisher a feed's entries are. Of itself an entry's identity depends on its document: an address that other
 * items share today, or that its publisher changed, would make a second article of what is known by its id or its words, and an
 * address that only its other users show to be shared would swallow an article. In the order of the entries.
 */
export async function resolveIdentities(client: pg.Pool | pg.PoolClient, feed: ClaimedFeed, entries: readonly Entry[]): Promise<Resolved[]> {
  const candidates = await findCandidates(client, feed, entries);
  const resolved = entries.map((entry, n) => resolve(entry, candidates[n] ?? []));
  const claims = firstClaims(resolved);
  return joinTwins(resolved.map((one, n) => {
    const first = one.known && claims.get(one.known.id);
    if (!first || saysTheSame(first, one)) return one;
    return resolve(entries[n] ?? one.entry, candidates[n] ?? [], first.known);
  }));
}

/** Of the entries that are taken for one article, the one that says what is known of it, else the document's first. */
function firstClaims(resolved: readonly Resolved[]): Map<string, Resolved> {
  const claims = new Map<string, Resolved>();
  for (const one of resolved) {
    if (!one.known) continue;
    const first = claims.get(one.known.id);
    if (!first || (one.known.sameContent && !first.known?.sameContent)) claims.set(one.known.id, one);
  }
  return claims;
}

/** A document that lists one article twice says much the same of it; what doesn't is another article. */
function saysTheSame({ entry: one }: Resolved, { entry: other }: Resolved): boolean {
  return one.contentHash === other.contentHash || areAlike(one, other);
}

/** @param not an article that the entry is not, whatever they have in common */
function resolve(entry: Entry, candidates: readonly Candidate[], not: Candidate | null = null): Resolved {
  const asked = { ...entry, identity: boundedKey(entry.identity) };
  const same = candidates.filter((candidate) => candidate.id !== not?.id && isSameArticle(asked, candidate));
  const known = best(asked, same);
  if (known) return under(entry, known.identity, known);
  const taken = new Set(candidates.map(({ identity }) => identity));
  const free = identitiesOf(entry).find((identity) => !taken.has(identity));
  // all are taken by other articles, the last of them made of all that the entry says: then it is that one
  return under(entry, free ?? identitiesOf(entry).at(-1) ?? asked.identity, null);
}

function under(entry: Entry, identity: string, known: Candidate | null): Resolved {
  const own = boundedKey(entry.identity);
  const keys = new Set([entryKeyOf(entry), ...(own === identity || !hasOwnUrl(entry) ? [] : [own])]);
  return { entry: { ...entry, identity }, keys: [...keys], known };
}

/** What the feed says of itself goes before what is found by words; of several, the one with the same words, then the newest. */
function best({ identity, title }: Entry, same: readonly Candidate[]): Candidate | undefined {
  const rank = (one: Candidate) =>
    8 * Number(one.sameGuid || one.sameAddress || one.identity === identity) + 4 * Number(one.sameContent) + 2 * Number(one.title === title) + Number(one.identity === identity);
  return [...same].sort((a, b) => rank(b) - rank(a) || Number(BigInt(b.id) - BigInt(a.id)))[0];
}

/** Entries of one document that are new and say the same at length are one article under several addresses. */
function joinTwins(resolved: readonly Resolved[]): Resolved[] {
  const first = new Map<string, string>();
  return resolved.map((one) => {
    if (one.known || !isTelling(one.entry)) return one;
    const identity = first.get(one.entry.contentHash);
    if (identity !== undefined) return { ...one, keys: hasOwnUrl(one.entry) ? [...new Set([...one.keys, boundedKey(one.entry.identity)])] : one.keys, entry: { ...one.entry, identity } };
    first.set(one.entry.contentHash, one.entry.identity);
    return one;
  });
}
