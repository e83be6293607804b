import type { Entry, TaggedEntry } from '../../lib/entry';

export interface StoreBatch {
  tagged: TaggedEntry[];
  /** nothing new in them, but their seen-in rows have to be there */
  seen: Entry[];
}

/** SQLSTATE classes that blame what was handed over: data exception, program limit exceeded. The same data fails again. */
const DATA_FAULTS = ['22', '54'];

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

const nameOf = ({ title, link, identity }: Entry) => title || (link ?? identity);

function isDataFault(error: unknown): error is Error {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return false;
  // five characters: a code of Node's own or of a driver is no SQLSTATE
  return error.code.length === 5 && DATA_FAULTS.includes(error.code.slice(0, 2));
}
