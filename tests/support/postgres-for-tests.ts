import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../server/db/embedded-postgres';
import { applyMigrations } from '../../server/db/migrate';
import { temporaryFolder } from './folders';

declare module 'vitest' {
  interface ProvidedContext {
    /** the address of the run's Postgres, where databases may be created */
    postgres: string;
  }
}

export const TEMPLATE = 'marsad_template';

/** What is lost in a power cut is only a test. */
const HASTY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200', wal_level: 'minimal' };

export function databaseAddress(server: string, name: string): string {
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}

/** One real Postgres for the whole run, in a folder of its own, with a migrated database to copy from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await temporaryFolder();
  const server = await startEmbeddedPostgres({ dataDir: folder.path, settings: HASTY, log: (line) => console.log(line) });
  const client = new Client({ connectionString: server.connectionString });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  await applyMigrations({ connectionString: databaseAddress(server.connectionString, TEMPLATE) });
  project.provide('postgres', server.connectionString);
  return async () => {
    await server.stop();
    await folder.remove();
  };
}
