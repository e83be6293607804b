import type { Cue } from './timeline';

/** More wait for the next poll: no document gets larger than a poller will read. */
export const MAX_ITEMS = 500;

export interface WindowCounts {
  /** their time has come */
  appeared: number;
  /** were in a document that was sent whole */
  served: number;
  /** a later request has shown that the document was taken */
  taken: number;
}

/** Which items of one newspaper its feed shows. Times are milliseconds after the start of the replay. */
export interface FeedWindow {
  /** The oldest items that have appeared and are not known to be taken. `held`: the ETag that the asker says it has. */
  show(elapsed: number, held: string | null): Cue[];
  /** A document of these items has this ETag. */
  offered(etag: string, shown: readonly Cue[]): void;
  /** That document left whole. */
  sent(etag: string): void;
  counts(elapsed: number): WindowCounts;
  /** ids of what was in a document that left whole */
  served(): string[];
}

/**
 * An item stays in its feed until a request names the ETag of a document that held it: Marsad remembers an ETag only
 * with what it stored, so one that dies between being served and storing finds the item still there.
 * @param cues in the order of their times
 */
export function createFeedWindow(cues: readonly Cue[]): FeedWindow {
  const taken = new Set<Cue>();
  const served = new Set<Cue>();
  const documents = new Map<string, readonly Cue[]>();
  let waiting = [...cues];

  function take(etag: string): void {
    for (const cue of documents.get(etag) ?? []) taken.add(cue);
    waiting = waiting.filter((cue) => !taken.has(cue));
    // Whatever was offered before is history; only the document that the asker holds can be named again.
    for (const other of documents.keys()) if (other !== etag) documents.delete(other);
  }

  return {
    show(elapsed, held) {
      if (held !== null && documents.has(held)) take(held);
      const due = waiting.findIndex((cue) => cue.at > elapsed);
      return waiting.slice(0, Math.min(MAX_ITEMS, due < 0 ? waiting.length : due));
    },
    offered: (etag, shown) => void documents.set(etag, shown),
    sent: (etag) => documents.get(etag)?.forEach((cue) => served.add(cue)),
    counts: (elapsed) => ({ appeared: cues.filter((cue) => cue.at <= elapsed).length, served: served.size, taken: taken.size }),
    served: () => [...served].map((cue) => cue.record.id),
  };
}
