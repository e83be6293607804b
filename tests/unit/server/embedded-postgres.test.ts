import { expect, test } from 'vitest';
import { buffersFor } from '../../../server/db/embedded-postgres';

const GB = 2 ** 30;

test('Postgres takes an eighth of the memory for what is read often, within bounds', () => {
  expect([0.5, 1, 4, 16, 24, 256].map((memory) => buffersFor(memory * GB))).toEqual([128, 128, 512, 2048, 2048, 2048]);
});
