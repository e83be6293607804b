import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { databaseAddress, TEMPLATE } from './postgres-for-tests';

export interface TestDatabase {
  connectionString: string;
  drop(): Promise<void>;
}

async function onServer(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: inject('postgres') });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A fresh database on the run's Postgres: migrated, or with nothing in it. */
export async function createTestDatabase(content: 'migrated' | 'empty' = 'migrated'): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const template = content === 'migrated' ? TEMPLATE : 'template0';
  // one at a time: Postgres refuses to copy a database that somebody else is copying
  await onServer('select pg_advisory_lock(1)', `create database ${name} template ${template}`);
  return {
    connectionString: databaseAddress(inject('postgres'), name),
    // Postgres waits some seconds for connections that are just closing; killing them would make their owners complain
    drop: () => onServer(`drop database if exists ${name}`).catch(() => onServer(`drop database if exists ${name} with (force)`)),
  };
}
