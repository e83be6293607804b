import { createDatabase, type Database } from '../../db/client';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../db/embedded-postgres';
import { applyMigrations } from '../../db/migrate';
import { findRunningServer } from '../../db/postgres/running';
import type { Config } from '../../config';
import { FolderInUseError, startErrorOf } from '../../start-error';

const WAIT_MS = 500;
const TRIES = 20;

interface Opened {
  connectionString: string;
  postgres: EmbeddedPostgres | null;
}

/** The Marsad that has the folder may only just be starting its server. */
async function serverOfAnother(dataDir: string, inUse: FolderInUseError): Promise<string> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const found = await findRunningServer(dataDir);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
  throw inUse;
}

async function open(config: Config, say: (line: string) => void): Promise<Opened> {
  if (config.databaseUrl !== null) return { connectionString: config.databaseUrl, postgres: null };
  try {
    const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, log: say });
    return { connectionString: postgres.connectionString, postgres };
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error;
    return { connectionString: await serverOfAnother(config.dataDir, error), postgres: null };
  }
}

/** Ctrl-C must not leave a server behind: it is stopped at once, and recovers at its next start. */
function stoppedOnSignal(postgres: EmbeddedPostgres): () => void {
  const end = (signal: NodeJS.Signals) => void postgres.stopAtOnce().finally(() => process.kill(process.pid, signal));
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, end);
  return () => signals.forEach((signal) => process.off(signal, end));
}

/**
 * Opens the database that Marsad uses: DATABASE_URL, the server of a Marsad that is running, or the embedded one for as long as
 * `work` takes.
 * @throws StartError
 */
export async function withDatabase<T>(config: Config, say: (line: string) => void, work: (db: Database) => Promise<T>): Promise<T> {
  try {
    const { connectionString, postgres } = await open(config, say);
    const leave = postgres ? stoppedOnSignal(postgres) : () => undefined;
    try {
      await applyMigrations({ connectionString });
      const db = createDatabase(connectionString, (error) => say(`a database connection broke: ${error.message}`), 4);
      try {
        return await work(db);
      } finally {
        await db.close();
      }
    } finally {
      await postgres?.stop();
      leave();
    }
  } catch (error) {
    throw startErrorOf(error, config);
  }
}
