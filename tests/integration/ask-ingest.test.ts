import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { askIngest } from '../../server/ask-ingest';
import { createDatabase, type Database } from '../../server/db/client';
import { listen, type Listener } from '../../server/db/listen';
import { finishTask, takeTask, TASK_CHANNEL } from '../../server/db/tasks';
import { createTaskRunner, type TaskRunner } from '../../server/ingest/tasks';
import { createTestDatabase, type TestDatabase } from '../support/database';

let test_: TestDatabase;
let db: Database;
let runner: TaskRunner;
let listener: Listener;

beforeAll(async () => {
  test_ = await createTestDatabase();
  db = createDatabase(test_.connectionString, (error) => { throw error; });
  runner = createTaskRunner<object>({
    take: () => takeTask(db),
    finish: (id, outcome) => finishTask(db, id, outcome),
    handlers: { echo: async (payload) => ({ said: payload, odd: 'نصف \ud83d\u0000' }), bad: () => Promise.reject(new Error('تعذّر')) },
    onError: () => undefined,
  });
  runner.start();
  listener = listen(db.connectionString, TASK_CHANNEL, runner.wake, (error) => { throw error; });
});
afterAll(async () => {
  await listener.stop();
  await runner.stop();
  await db.close();
  await test_.drop();
});

const answer = z.object({ said: z.object({ address: z.string() }), odd: z.string() });
const ask = (kind: string, waitMs = 15_000) => askIngest(db, { kind, payload: { address: 'موقع.example' }, answer, waitMs });

describe('asking an ingest process', () => {
  test('brings its answer, whatever characters are in it', async () => {
    expect(await ask('echo')).toEqual({ said: { address: 'موقع.example' }, odd: 'نصف \ufffd' });
  });
  test('brings what it failed with', async () => await expect(ask('bad')).rejects.toThrow('تعذّر'));
  test('says where the answer is none', async () => {
    await expect(askIngest(db, { kind: 'echo', answer: z.object({ feeds: z.array(z.string()) }), waitMs: 15_000 })).rejects.toThrow(/feeds/u);
  });
  test('says where nobody answers', async () => {
    await listener.stop();
    await runner.stop();
    await expect(ask('echo', 50)).rejects.toThrow(/is one running/u);
  });
});
