import { expect, test } from 'vitest';
import { createSubscriber } from '../../../server/ingest/websub/subscriber';
import type { Farewell } from '../../../server/ingest/websub/subscription';
import { createLog } from '../../../server/log';
import { deferred } from '../../support/deferred';

const farewell: Farewell = { hub: 'https://hub.example/', topic: 'https://news.example/عاجل', callbackKey: 'k' };
const fail = (error: unknown) => { throw error; };

test('what is given up while a round reads what is over is told', async () => {
  const reading = deferred<Farewell[]>();
  const began = deferred();
  const told = deferred<string>();
  let rounds = 0;
  const subscriber = createSubscriber({
    due: () => Promise.resolve([]),
    answered: () => Promise.resolve(),
    leave() {
      rounds += 1;
      if (rounds > 1) return Promise.resolve([]);
      began.resolve();
      return reading.promise;
    },
    post(url) {
      told.resolve(url);
      return Promise.resolve({ ok: true, status: 202 });
    },
    publicUrl: 'https://marsad.example', now: () => new Date(), log: createLog('silent'), onError: fail,
  });
  subscriber.start();
  await began.promise;
  subscriber.giveUp(farewell);
  subscriber.wake();
  reading.resolve([]);
  expect(await told.promise).toBe(farewell.hub);
  await subscriber.stop();
});

test('what is given up is told after a round that the database failed', async () => {
  const failures: unknown[] = [];
  const failed = deferred();
  const told = deferred<string>();
  const subscriber = createSubscriber({
    due: () => Promise.resolve([]),
    answered: () => Promise.resolve(),
    leave: () => (failures.length === 0 ? Promise.reject(new Error('انقطع الاتصال')) : Promise.resolve([])),
    post(url) {
      told.resolve(url);
      return Promise.resolve({ ok: true, status: 202 });
    },
    publicUrl: 'https://marsad.example', now: () => new Date(), log: createLog('silent'),
    onError(error) {
      failures.push(error);
      failed.resolve();
    },
  });
  subscriber.giveUp(farewell);
  subscriber.start();
  await failed.promise;
  subscriber.wake();
  expect(await told.promise).toBe(farewell.hub);
  await subscriber.stop();
  expect(failures).toEqual([new Error('انقطع الاتصال')]);
});
