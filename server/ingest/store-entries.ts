import type { Entry, TaggedEntry } from '../../lib/entry';
import { isDataFault, nameOf } from './data-fault';

export interface StoreBatch {
  tagged: TaggedEntry[];
  /** nothing new in them, but their seen-in rows have to be there */
  seen: Entry[];
}

/**
 * Stores entries in one call; if that fails at what is in them, one by one, so that a bad one costs only itself.
 * Returns which could not be stored, and why, in words.
 * @throws what else the store failed with: then nothing can be said of the entries
 */
export async function storeAll(batch: StoreBatch, store: (batch: StoreBatch) => Promise<void>): Promise<string[]> {
  try {
    await store(batch);
    return [];
  } catch (error) {
    if (!isDataFault(error)) throw error;
    return storeSingly(batch, store);
  }
}

async function storeSingly({ tagged, seen }: StoreBatch, store: (batch: StoreBatch) => Promise<void>): Promise<string[]> {
  const refused: string[] = [];
  const attempt = async (entry: Entry, batch: StoreBatch) => {
    try {
      await store(batch);
    } catch (error) {
      if (!isDataFault(error)) throw error;
      refused.push(`${nameOf(entry)}: ${error.message}`);
    }
  };
  for (const one of tagged) await attempt(one.entry, { tagged: [one], seen: [] });
  for (const entry of seen) await attempt(entry, { tagged: [], seen: [entry] });
  return refused;
}
