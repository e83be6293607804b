import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { createDatabase } from '../../server/db/client';
import { startEmbeddedPostgres } from '../../server/db/embedded-postgres';
import { applyMigrations } from '../../server/db/migrate';
import { syncReference } from '../../server/db/reference';
import { createReading } from '../../server/worker/reading';
import { temporaryFolder } from './folders';

const NAMED = 'NEWSROOM_TEMPLATE';

/** What a first start makes before it asks a feed: a Postgres with the schema and the gazetteer. */
async function make(dataDir: string): Promise<void> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  const reading = createReading();
  try {
    await applyMigrations({ connectionString: postgres.connectionString });
    await reading.start();
    const db = createDatabase(postgres.connectionString, () => undefined, 2);
    await syncReference(db, await reading.reference());
    await db.close();
  } finally {
    await reading.stop();
    await postgres.stop();
  }
}

/** Once a run of end-to-end tests: each Marsad of theirs begins with a copy, as if it had been started once. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await temporaryFolder();
  const dataDir = path.join(folder.path, 'data');
  await make(dataDir);
  process.env[NAMED] = dataDir;
  return () => folder.remove();
}

/** A data folder for a Marsad: a copy of the template, owners and all; where there is none it has to be made anew. */
export async function copyTemplate(dataDir: string): Promise<void> {
  const template = process.env[NAMED];
  if (template) await promisify(execFile)('cp', ['-a', `${template}/.`, dataDir]);
}
