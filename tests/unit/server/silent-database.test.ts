import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../../server/config';
import { listen } from '../../../server/db/listen';
import { applyMigrations } from '../../../server/db/migrate';
import { tryHold } from '../../../server/db/only-one';
import { StartError, startErrorOf } from '../../../server/start-error';
import { deferred } from '../../support/deferred';

const WITHIN_MS = 50;
const ignore = () => undefined;

let server: Server;
let callers: Socket[];
let databaseUrl: string;
beforeEach(async () => {
  callers = [];
  server = createServer((caller) => callers.push(caller.on('error', ignore)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  databaseUrl = `postgresql://marsad:geheim@127.0.0.1:${(server.address() as AddressInfo).port}/news`;
});
afterEach(() => {
  for (const caller of callers) caller.destroy();
  server.close();
});

describe('a port that takes connections and never answers is given up', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['by the migrations', () => applyMigrations({ connectionString: databaseUrl, migrations: [], connectWithinMs: WITHIN_MS })],
    ['by who wants to be the only one', () => tryHold(databaseUrl, 1n, ignore, WITHIN_MS)],
    ['by who listens', async () => {
      const given = deferred<Error>();
      const listener = listen(databaseUrl, 'marsad_change', ignore, given.resolve, WITHIN_MS);
      const error = await given.promise;
      await listener.stop();
      throw error;
    }],
  ])('%s, which is one line without the password', async (_name, connect) => {
    const error: unknown = await connect().then(() => null, (reason: unknown) => reason);
    const known = startErrorOf(error, readConfig({ DATABASE_URL: databaseUrl }, '/srv/marsad'));
    expect(known).toBeInstanceOf(StartError);
    expect(String(known)).toMatch(/DATABASE_URL: 127\.0\.0\.1:[0-9]+\/news takes the connection and doesn't answer/u);
    expect(String(known)).not.toMatch(/geheim|\n/u);
  }, 3_000);
});
