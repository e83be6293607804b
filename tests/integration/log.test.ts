import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PoolClient } from 'pg';
import { appendChanges, changesSince, newestCursor } from '../../server/db/changes';
import { createDatabase, type Database } from '../../server/db/client';
import { listen } from '../../server/db/listen';
import { createTail } from '../../server/live/tail';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { deferred } from '../support/deferred';

let test_: TestDatabase;
let db: Database;

beforeAll(async () => {
  test_ = await createTestDatabase();
  db = createDatabase(test_.connectionString, (error) => { throw error; });
});
afterAll(async () => {
  await db.close();
  await test_.drop();
});

async function begin(): Promise<PoolClient> {
  const client = await db.pool.connect();
  await client.query('begin');
  return client;
}

async function commit(client: PoolClient): Promise<void> {
  await client.query('commit');
  client.release();
}

const change = (articleId: string) => [{ kind: 'article:new' as const, articleId, version: 1 }];

/** Two writers: the first to write is the last to commit. A reader looks after each commit. @returns what it saw */
async function outOfOrder(write: (client: PoolClient, id: string) => Promise<void>, read: (cursor: string) => Promise<{ seq: string; articleId: string | null }[]>, from: string): Promise<string[]> {
  const slow = await begin();
  const quick = await begin();
  const seen: string[] = [];
  let cursor = from;
  const look = async () => {
    for (const row of await read(cursor)) {
      seen.push(row.articleId ?? '');
      cursor = row.seq;
    }
  };
  await write(slow, '1');
  // With the lock the quick writer waits here until the slow one is through; without it it commits first.
  const quickDone = write(quick, '2').then(() => commit(quick));
  await Promise.race([quickDone, lockIsWaitedFor()]);
  await look();
  await commit(slow);
  await quickDone;
  await look();
  return seen;
}

/** Resolves once some connection waits for an advisory lock: the event that proves the second writer is held back. */
async function lockIsWaitedFor(): Promise<void> {
  for (;;) {
    const { rows } = await db.pool.query(`select 1 from pg_locks where locktype = 'advisory' and not granted`);
    if (rows.length > 0) return;
    const { rows: done } = await db.pool.query(`select 1 from pg_stat_activity where application_name = 'marsad' and state like 'idle in transaction%'`);
    if (done.length < 2) return;
  }
}

describe('the cursor never steps over a row that commits late', () => {
  test('a naive cursor over a serial id loses the late one: the danger is real', async () => {
    await db.pool.query('create table naive (seq bigserial primary key, article_id bigint)');
    const seen = await outOfOrder(
      async (client, id) => { await client.query('insert into naive (article_id) values ($1)', [id]); },
      async (cursor) => (await db.pool.query<{ seq: string; articleId: string }>('select seq, article_id as "articleId" from naive where seq > $1 order by seq', [cursor])).rows,
      '0',
    );
    expect(seen).toEqual(['2']);
  });

  test('the log hands both on, in the order of their commits', async () => {
    const seen = await outOfOrder((client, id) => appendChanges(client, change(id)), (cursor) => changesSince(db, cursor, 100), await newestCursor(db));
    expect(seen).toEqual(['1', '2']);
  });

  test("a stranger's open transaction that has written elsewhere holds nothing up", async () => {
    const stranger = await begin();
    await stranger.query(`insert into setting (key, value) values ('stranger', '1')`);
    const from = await newestCursor(db);
    const writer = await begin();
    await appendChanges(writer, change('7'));
    await commit(writer);
    expect((await changesSince(db, from, 10)).map(({ articleId }) => articleId)).toEqual(['7']);
    await commit(stranger);
  });

  test('a writer that rolls back leaves no hole that is waited for', async () => {
    const from = await newestCursor(db);
    const failed = await begin();
    await appendChanges(failed, change('8'));
    await failed.query('rollback');
    failed.release();
    const writer = await begin();
    await appendChanges(writer, change('9'));
    await commit(writer);
    expect((await changesSince(db, from, 10)).map(({ articleId }) => articleId)).toEqual(['9']);
  });
});

describe('the tail', () => {
  const append = async (id: string) => {
    const writer = await begin();
    await appendChanges(writer, change(id));
    await commit(writer);
  };

  /** A tail over the real log, woken by LISTEN alone: its slow poll never comes in a test. */
  async function follow(onBatch: (ids: (string | null)[]) => Promise<void>, onError: (error: unknown) => void = (error) => { throw error; }) {
    const tail = createTail({
      changesSince: (cursor, limit) => changesSince(db, cursor, limit), newestCursor: () => newestCursor(db),
      onBatch: (changes) => onBatch(changes.map(({ articleId }) => articleId)), onError, pollMs: 3_600_000,
    });
    await tail.start();
    const listener = listen(db.connectionString, 'marsad_change', tail.wake, onError);
    return { tail, stop: async () => { await listener.stop(); await tail.stop(); } };
  }

  test('is woken by a commit, from where the log stood when it started', async () => {
    const heard = deferred<(string | null)[]>();
    const { stop } = await follow(async (ids) => heard.resolve(ids));
    await append('21');
    expect(await heard.promise).toEqual(['21']);
    await stop();
  });

  test('hands a batch that failed on again: nothing is lost', async () => {
    const seen: (string | null)[] = [];
    const failed = deferred<unknown>();
    const done = deferred<void>();
    const { tail, stop } = await follow(async (ids) => {
      if (seen.push(...ids) === 1) throw new Error('the reader was away');
      done.resolve();
    }, failed.resolve);
    await append('31');
    await failed.promise;
    tail.wake();
    await done.promise;
    expect(seen).toEqual(['31', '31']);
    await stop();
  });

  test('stops midway: the batch in hand is finished, the next one not begun', async () => {
    const entered = deferred<void>();
    const gate = deferred<void>();
    const seen: (string | null)[] = [];
    const { tail, stop } = await follow(async (ids) => {
      entered.resolve();
      await gate.promise;
      seen.push(...ids);
    });
    await append('41');
    await entered.promise;
    await append('42');
    const stopped = tail.stop();
    gate.resolve();
    await stopped;
    expect(seen).toEqual(['41']);
    await stop();
  });
});
