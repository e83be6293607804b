import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { CONNECT_WITHIN_MS } from './connecting';
import { openSchemaEngine, type MigrationScript } from './schema-engine';

export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

/** Only a name for the lock that two processes starting at once meet at; "marsad" in hexadecimal. */
const MIGRATION_LOCK = '0x6d6172736164';

/** Every migration in the folder, in the order of their names. Throws where a folder has no migration.sql. */
export async function readMigrations(folder = MIGRATIONS_FOLDER): Promise<MigrationScript[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  return Promise.all(names.map(async (path) => ({ path, script: await readFile(join(folder, path, 'migration.sql'), 'utf8') })));
}

/** The lock belongs to a connection of its own: the engine's connections come and go. */
async function withMigrationLock<T>(connectionString: string, connectWithinMs: number, run: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString, application_name: 'marsad migrations', connectionTimeoutMillis: connectWithinMs });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1::bigint)', [BigInt(MIGRATION_LOCK).toString()]);
    return await run(client);
  } finally {
    await client.end();
  }
}

/**
 * Prisma refuses to go on after a migration that was begun and not finished. Ours are transactions: what is not
 * marked as done left nothing behind, and is simply tried again.
 */
async function forgetInterrupted(client: Client): Promise<void> {
  await client.query('delete from _prisma_migrations where finished_at is null and rolled_back_at is null');
}

async function hasHistory(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ known: boolean }>(`select to_regclass('_prisma_migrations') is not null as known`);
  return rows[0]?.known === true;
}

const checksumOf = (script: string) => createHash('sha256').update(script).digest('hex');

/** Whether these migrations, word for word, and no others are marked as done: then the engine has nothing to say, and needn't be loaded. */
async function isUpToDate(client: Client, migrations: readonly MigrationScript[]): Promise<boolean> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select migration_name as name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null');
  const done = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  return rows.length === migrations.length && migrations.every(({ path, script }) => done.get(path) === checksumOf(script));
}

/**
 * Brings the database up to the newest migration; answers the names of those that it lacked.
 * Safe to call from several processes at once. Throws with the migration's name and the database's message.
 */
export async function applyMigrations(
  options: { connectionString: string; migrations?: MigrationScript[]; connectWithinMs?: number },
): Promise<{ applied: string[] }> {
  const { connectionString, connectWithinMs = CONNECT_WITHIN_MS } = options;
  const migrations = options.migrations ?? (await readMigrations());
  return withMigrationLock(connectionString, connectWithinMs, async (client) => {
    if (await hasHistory(client)) {
      await forgetInterrupted(client);
      if (await isUpToDate(client, migrations)) return { applied: [] };
    }
    const engine = await openSchemaEngine(connectionString);
    try {
      return { applied: await engine.apply(migrations) };
    } finally {
      await engine.close();
    }
  });
}

/**
 * The SQL by which a database differs from a data model (the text of a schema.prisma); null where they agree.
 * Sequences, triggers and functions are unknown to Prisma and never part of it.
 */
export async function diffSchema(options: { connectionString: string; dataModel: string }): Promise<string | null> {
  const engine = await openSchemaEngine(options.connectionString);
  try {
    return await engine.diff(options.dataModel);
  } finally {
    await engine.close();
  }
}
