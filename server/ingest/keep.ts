import type { Entry } from '../../lib/entry';
import type { ClaimedFeed } from '../../lib/feed';
import { askKnown, type Knowledge } from './ask-known';
import { named, type Log } from './log';
import { NOTHING_DONE, type PollEnd } from './poll-record';
import { storeAll, type StoreBatch } from './store-entries';
import { tagAll, type Tag } from './tag-entries';
import { WorkerStoppedError } from './worker-errors';

export interface KeepDeps {
  /** in a thread; aligned with its input */
  tag: Tag;
  /** aligned with the entries; `seen`: nothing to tag, only its seen-in row has to be there */
  known(feed: ClaimedFeed, entries: Entry[]): Promise<Knowledge[]>;
  /** `missed`: were given as seen, and turned out to be no article's any more */
  store(feed: ClaimedFeed, fetchedAt: Date, batch: StoreBatch): Promise<{ inserted: number; edited: number; missed?: Entry[] }>;
  log: Log;
}

/** Entries tagged and stored together: short calls, short transactions. */
const BATCH = 50;
/** A few cases are named, the others counted: a detail is a line. */
const NAMED = 5;
/** The most of one document that is taken: no honest feed has more. */
const MOST_ENTRIES = 5000;

/**
 * Tags and stores what is new of a document's entries. What was stored before a failure stays, and the next poll finds the rest.
 * An entry that the store refuses for what is in it is told in `detail` and is no failure: to ask again can't help.
 * @throws WorkerStoppedError
 */
export async function keepEntries(deps: KeepDeps, feed: ClaimedFeed, fetchedAt: Date, listed: readonly Entry[]): Promise<PollEnd> {
  const all = distinct(listed);
  const entries = all.slice(0, MOST_ENTRIES);
  const end: PollEnd = { ...NOTHING_DONE, entries: entries.length };
  const untagged: string[] = [];
  const refused: string[] = [];
  const gone: Entry[] = [];
  let past = 0;
  const store = async (batch: StoreBatch) => {
    const { inserted, edited, missed = [] } = await deps.store(feed, fetchedAt, batch);
    end.newArticles += inserted;
    end.edited += edited;
    gone.push(...missed);
  };
  const keep = async (batch: Batch) => {
    const tagging = await tagAll(batch.fresh, feed.country, deps.tag);
    refused.push(...(await storeAll({ tagged: tagging.tagged, seen: batch.seen }, store)));
    untagged.push(...tagging.untagged);
  };
  try {
    const asked = await askKnown(entries, (some) => deps.known(feed, some));
    refused.push(...asked.refused);
    past = asked.past;
    end.overlaps = asked.before > 0;
    for (const batch of batches(asked)) await keep(batch);
    // edited or deleted since it was asked for
    for (const batch of batches({ fresh: gone.splice(0), seen: [] })) await keep(batch);
  } catch (error) {
    if (error instanceof WorkerStoppedError) throw error;
    deps.log.error({ err: error, ...named(feed) }, 'what a feed brought could not be stored');
    return { ...end, outcome: 'store-error', detail: `not all could be tagged and stored: ${inWords(error)}` };
  }
  const details = [...left(all.length), ...told('could not be stored', refused), ...told('stored without tags', untagged)];
  const older = past === 0 ? [] : [`older than articles are kept, and left out: ${past} of ${entries.length} entries`];
  if (details.length === 0) return { ...end, detail: older[0] ?? null };
  deps.log.warn({ ...named(feed), details }, 'not all that a feed brought was kept as it should be');
  return { ...end, detail: [...details, ...older].join('; ') };
}

const inWords = (error: unknown) => (error instanceof Error ? error.message : String(error));

const left = (listed: number) => (listed > MOST_ENTRIES ? [`only the first ${MOST_ENTRIES} of ${listed} entries were taken`] : []);

function told(what: string, cases: readonly string[]): string[] {
  if (cases.length === 0) return [];
  const more = cases.length > NAMED ? [`and ${cases.length - NAMED} more`] : [];
  return [`${what}: ${[...cases.slice(0, NAMED), ...more].join('; ')}`];
}

/** An item that a document lists twice counts once. Under two ids it stays two: the store ties both ids to the one article. */
function distinct(entries: readonly Entry[]): Entry[] {
  const known = new Set<string>();
  const name = ({ guid, identity }: Entry) => JSON.stringify([guid, identity]);
  return entries.filter((entry) => !known.has(name(entry)) && known.add(name(entry)));
}

interface Batch {
  fresh: Entry[];
  seen: Entry[];
}

/** In portions; all that is to be tagged is in `fresh`, in the document's order. */
function batches({ fresh, seen }: Batch): Batch[] {
  const count = Math.ceil(Math.max(fresh.length, seen.length) / BATCH);
  const portion = (list: Entry[], i: number) => list.slice(i * BATCH, (i + 1) * BATCH);
  return Array.from({ length: count }, (_, i) => ({ fresh: portion(fresh, i), seen: portion(seen, i) }));
}
