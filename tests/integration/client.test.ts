import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type Database } from '../../server/db/client';
import { createTestDatabase, type TestDatabase } from '../support/database';

let test_: TestDatabase;
let db: Database;

beforeAll(async () => {
  test_ = await createTestDatabase();
  const name = new URL(test_.connectionString).pathname.slice(1);
  const first = createDatabase(test_.connectionString, (error) => { throw error; });
  await first.pool.query(`alter database "${name}" set timezone = 'Asia/Kathmandu'`);
  await first.close();
  db = createDatabase(test_.connectionString, (error) => { throw error; });
});
afterAll(async () => {
  await db.close();
  await test_.drop();
});

test('a database whose own time zone is not UTC gives the same instants', async () => {
  const at = new Date('2017-09-14T10:20:00.000Z');
  await db.prisma.task.create({ data: { kind: 'مهمة', payload: {}, createdAt: at } });
  const { rows } = await db.pool.query<{ createdAt: Date }>('select created_at as "createdAt" from task');
  expect([(await db.prisma.task.findFirstOrThrow()).createdAt, rows[0]?.createdAt]).toEqual([at, at]);
});
