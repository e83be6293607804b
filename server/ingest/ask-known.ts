import type { Entry } from '../../lib/entry';
import { isDataFault, nameOf } from './data-fault';

/** `seen`: shown by this feed before; `elsewhere`: by another of its publisher, or only since this one last answered. */
export type Knowledge = 'new' | 'edited' | 'seen' | 'elsewhere' | 'buried' | 'past';

/** What is known of entries: an answer each, and, in words, those that can't be asked for. What is buried is in neither list. */
export interface Asking {
  fresh: Entry[];
  seen: Entry[];
  refused: string[];
  /** how many are older than articles are kept */
  past: number;
  /** how many this feed had shown when it last answered */
  before: number;
}

/**
 * Asks what is known of all entries in one call; if that fails at what is in them, of each half, so that a bad entry costs only itself.
 * @throws what else the asking failed with
 */
export async function askKnown(entries: Entry[], known: (entries: Entry[]) => Promise<Knowledge[]>): Promise<Asking> {
  if (entries.length === 0) return { fresh: [], seen: [], refused: [], past: 0, before: 0 };
  try {
    const knowledge = await known(entries);
    const are = (...kinds: Knowledge[]) => entries.filter((_, n) => kinds.includes(knowledge[n] ?? 'new'));
    return { fresh: are('new', 'edited'), seen: are('seen', 'elsewhere'), refused: [], past: are('past').length, before: are('edited', 'seen', 'buried').length };
  } catch (error) {
    if (!isDataFault(error)) throw error;
    const [only] = entries;
    if (only && entries.length === 1) return { fresh: [], seen: [], refused: [`${nameOf(only)}: ${error.message}`], past: 0, before: 0 };
    return joined(await askHalves(entries, known));
  }
}

async function askHalves(entries: Entry[], known: (entries: Entry[]) => Promise<Knowledge[]>): Promise<[Asking, Asking]> {
  const middle = Math.ceil(entries.length / 2);
  return [await askKnown(entries.slice(0, middle), known), await askKnown(entries.slice(middle), known)];
}

const joined = ([a, b]: [Asking, Asking]): Asking =>
  ({ fresh: [...a.fresh, ...b.fresh], seen: [...a.seen, ...b.seen], refused: [...a.refused, ...b.refused], past: a.past + b.past, before: a.before + b.before });
