import type { Entry } from '../../lib/entry';
import type { ClaimedFeed } from '../../lib/feed';
import type { Database } from './client';
import { resolveIdentities, type Resolved } from './resolve-identity';
import { storedHash } from './store-plan';
import { findBuried } from './tombstones';

export type Knowledge = 'new' | 'edited' | 'seen' | 'elsewhere' | 'buried' | 'past';

function judge({ entry, known }: Resolved, { lastSuccessAt }: ClaimedFeed): Knowledge {
  if (!known) return 'new';
  // Another feed of the publisher brought it and may word it otherwise: that is no edit.
  if (known.said === null) return 'elsewhere';
  if (!known.said.includes(storedHash(entry.contentHash))) return 'edited';
  // stored by a poll that broke off, or by the feed's hub
  return lastSuccessAt !== null && new Date(known.firstSeenAt) > lastSuccessAt ? 'elsewhere' : 'seen';
}

/** Each entry may be one of some tens of articles, whose beginnings are in memory while it is decided. */
const PORTION = 500;

/**
 * Which of a feed's entries need tagging: `new` to its publisher, or `edited` since this feed last said them. `buried`: it was there
 * and is not to come in again; `elsewhere`: known, but not as this feed's from before it last answered; `past`: it was published before `keptSince`. In the order of the entries. The store decides for good; this only saves the tagging of what is known.
 */
export async function knownEntries(db: Database, feed: ClaimedFeed, entries: Entry[], keptSince: Date | null = null): Promise<Knowledge[]> {
  const answers: Knowledge[] = [];
  for (let from = 0; from < entries.length; from += PORTION) answers.push(...await knownPortion(db, feed, entries.slice(from, from + PORTION), keptSince));
  return answers;
}

async function knownPortion(db: Database, feed: ClaimedFeed, entries: Entry[], keptSince: Date | null): Promise<Knowledge[]> {
  const isPast = ({ publishedAt }: Entry) => keptSince !== null && publishedAt !== null && new Date(publishedAt) < keptSince;
  const resolved = await resolveIdentities(db.pool, feed, entries);
  const buried = await findBuried(db.pool, feed, entries.filter((_, n) => !resolved[n]?.known));
  return resolved.map((one, n) => {
    const entry = entries[n] ?? one.entry;
    if (isPast(entry)) return 'past';
    return buried.has(entry) ? 'buried' : judge(one, feed);
  });
}
