import { expect, test } from 'vitest';
import { createStarted, type Part } from '../../../server/started';
import { deferred } from '../../support/deferred';

const fail = (error: unknown) => { throw error; };

/** Parts that note what is done to them. */
function noting() {
  const done: string[] = [];
  const part = (name: string, stop: () => Promise<void> = async () => undefined): Part => ({
    name,
    async stop() {
      await stop();
      done.push(`${name} stopped`);
    },
    stopAtOnce: async () => void done.push(`${name} stopped at once`),
  });
  return { done, part };
}

test('stops the last one first', async () => {
  const { done, part } = noting();
  const started = createStarted(fail);
  for (const name of ['Postgres', 'connections', 'Marsad']) started.add(part(name));
  expect(await started.stop()).toBe(true);
  expect(done).toEqual(['Marsad stopped', 'connections stopped', 'Postgres stopped']);
});

test('one that fails to stop is told of, and keeps no other from being stopped', async () => {
  const { done, part } = noting();
  const told: string[] = [];
  const started = createStarted((error, name) => told.push(`${name}: ${String(error)}`));
  started.add(part('Postgres'));
  started.add(part('Marsad', () => Promise.reject(new Error('broken'))));
  expect(await started.stop()).toBe(false);
  expect([done, told]).toEqual([['Postgres stopped'], ['Marsad: Error: broken']]);
});

test('when time is up, what is not stopped yet is stopped at once, and what is stopped is left alone', async () => {
  const { done, part } = noting();
  const reached = deferred();
  const started = createStarted(fail);
  started.add(part('Postgres'));
  started.add(part('connections', () => {
    reached.resolve();
    return new Promise(() => undefined);
  }));
  started.add(part('Marsad'));
  void started.stop();
  await reached.promise;
  await started.stopAtOnce();
  expect(done).toEqual(['Marsad stopped', 'connections stopped at once', 'Postgres stopped at once']);
});
