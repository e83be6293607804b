import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyMigrations, diffSchema, readMigrations } from '../../server/db/migrate';
import { createTestDatabase, type TestDatabase } from '../support/database';

const DATA_MODEL = await readFile(fileURLToPath(new URL('../../prisma/schema.prisma', import.meta.url)), 'utf8');

let database: TestDatabase;
let client: Client;
const connectionString = () => database.connectionString;

beforeEach(async () => {
  database = await createTestDatabase('empty');
  client = new Client({ connectionString: database.connectionString });
  await client.connect();
});
afterEach(async () => {
  await client.end();
  await database.drop();
});

describe('migrations and schema.prisma', () => {
  test('agree', async () => {
    await applyMigrations({ connectionString: connectionString() });
    expect(await diffSchema({ connectionString: connectionString(), dataModel: DATA_MODEL })).toBeNull();
  });

  test('disagree when a column is only in the data model', async () => {
    await applyMigrations({ connectionString: connectionString() });
    const dataModel = DATA_MODEL.replace('model Setting {', 'model Setting {\n  note String?');
    expect(await diffSchema({ connectionString: connectionString(), dataModel })).toContain('ADD COLUMN     "note"');
  });

  test('disagree when a column is only in the migrations', async () => {
    const extra = { path: '99990101000000_extra', script: 'alter table setting add column note text;' };
    await applyMigrations({ connectionString: connectionString(), migrations: [...(await readMigrations()), extra] });
    expect(await diffSchema({ connectionString: connectionString(), dataModel: DATA_MODEL })).toContain('DROP COLUMN "note"');
  });
});

describe('applying migrations', () => {
  test('a second run applies nothing', async () => {
    const names = (await readMigrations()).map(({ path }) => path);
    expect(await applyMigrations({ connectionString: connectionString() })).toEqual({ applied: names });
    expect(await applyMigrations({ connectionString: connectionString() })).toEqual({ applied: [] });
  });

  test('of two runs at once, one applies them and the other finds them done', async () => {
    const names = (await readMigrations()).map(({ path }) => path);
    const both = await Promise.all([1, 2].map(() => applyMigrations({ connectionString: connectionString() })));
    expect(both.flatMap(({ applied }) => applied)).toEqual(names);
  });

  test('a migration that fails names itself and the reason, leaves nothing behind, and is tried again', async () => {
    const broken = { path: '20200101000000_broken', script: 'create table half (id int); -- then: a mistake\nselect 1/0;' };
    const mended = { ...broken, script: 'create table half (id int);' };
    const run = (migration: typeof broken) => applyMigrations({ connectionString: connectionString(), migrations: [migration] });
    await expect(run(broken)).rejects.toThrow(/division by zero[\s\S]*20200101000000_broken/);
    expect(await run(mended)).toEqual({ applied: ['20200101000000_broken'] });
  });

  test('a run that was killed before its migration was done does not stop the next', async () => {
    await applyMigrations({ connectionString: connectionString(), migrations: [] });
    await applyMigrations({ connectionString: connectionString(), migrations: [{ path: '1_one', script: 'create table one (id int)' }] });
    await client.query(`insert into _prisma_migrations (id, checksum, migration_name) values ('x', 'y', '2_two')`);
    const migrations = [{ path: '1_one', script: 'create table one (id int)' }, { path: '2_two', script: 'create table two (id int)' }];
    expect(await applyMigrations({ connectionString: connectionString(), migrations })).toEqual({ applied: ['2_two'] });
  });
});

describe('the log of changes', () => {
  test('draws its numbers itself, and tells those who listen once a statement', async () => {
    await applyMigrations({ connectionString: connectionString() });
    const heard: string[] = [];
    client.on('notification', ({ channel }) => heard.push(channel));
    await client.query('listen marsad_change');
    await client.query(`insert into change (seq, kind) values (99, 'article:new'), (7, 'article:new')`);
    await client.query(`insert into change (kind) values ('article:edited')`);
    const { rows } = await client.query<{ seq: string }>('select seq from change order by seq');
    expect(rows.map(({ seq }) => Number(seq))).toEqual([1, 2, 3]);
    expect(heard).toEqual(['marsad_change', 'marsad_change']);
  });

  test('a second writer draws no number before the first has ended', async () => {
    await applyMigrations({ connectionString: connectionString() });
    const other = new Client({ connectionString: connectionString() });
    await other.connect();
    await client.query('begin');
    await client.query(`insert into change (kind) values ('article:new')`);
    await other.query(`set lock_timeout = '200ms'`);
    await expect(other.query(`insert into change (kind) values ('article:new')`)).rejects.toThrow(/lock timeout/);
    await client.query('commit');
    await expect(other.query(`insert into change (kind) values ('article:new')`)).resolves.toMatchObject({ rowCount: 1 });
    await other.end();
  });
});
