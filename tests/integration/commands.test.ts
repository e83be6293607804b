import { spawn } from 'node:child_process';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { environmentWith } from '../../server/config';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { temporaryFolder } from '../support/folders';
import { isAlive, launchMarsad, postgresPid, startMarsad, TEST_DIST_DIR, type MarsadProcess, type StartOptions } from '../support/marsad';
import { freePort } from '../support/ports';
import { rawAnswer } from '../support/raw-request';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let started: MarsadProcess[];

/** Whatever a test leaves is ended, so that one that fails takes no other with it. */
const keep = <T extends MarsadProcess>(marsad: T): T => {
  started.push(marsad);
  return marsad;
};
const launch = (options: Partial<StartOptions> = {}) => keep(launchMarsad({ dataDir: folder.path, ...options }));
const start = async (options: Partial<StartOptions> = {}) => keep(await startMarsad({ dataDir: folder.path, ...options }));

async function output(file: string, args: string[], env: Record<string, string | null> = {}): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(file, args, { cwd: PROJECT, env: environmentWith({ NEXT_DIST_DIR: TEST_DIST_DIR, ...env }) as NodeJS.ProcessEnv });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => { said.out += chunk.toString('utf8'); });
  child.stderr.on('data', (chunk: Buffer) => { said.err += chunk.toString('utf8'); });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}

// The first start after a change builds the pages; the tests are about what comes after.
beforeAll(async () => {
  const { code, out, err } = await output(process.execPath, ['bin/setup.mjs']);
  expect(code, out + err).toBe(0);
}, 300_000);

beforeEach(async () => {
  folder = await temporaryFolder();
  started = [];
});
afterEach(async () => {
  for (const marsad of started) if (isAlive(marsad.pid)) await marsad.stop();
  await folder.remove();
});

async function health(address: string): Promise<{ code: number; body: unknown }> {
  const response = await fetch(`${address}/api/health`);
  return { code: response.status, body: await response.json() };
}

/** The processes of a group, by what the system says. */
async function groupMembers(group: number): Promise<string[]> {
  const { out } = await output('ps', ['-e', '-o', 'pgid=,stat=,args=']);
  return out.split('\n').filter((line) => Number.parseInt(line, 10) === group && !line.includes('<defunct>'));
}

describe('stopping leaves no process behind, Postgres included', () => {
  test.each([
    ['Ctrl-C, which a terminal sends to all', 'SIGINT', 'group'],
    ['SIGINT to npm alone', 'SIGINT', 'npm'],
    ['SIGTERM to npm alone', 'SIGTERM', 'npm'],
  ] as const)('%s', async (_name, signal, whom) => {
    const marsad = await start({ throughNpm: true });
    expect(await health(marsad.address)).toMatchObject({ code: 200, body: { status: 'ok' } });
    const postgres = await postgresPid(folder.path);
    expect(postgres && isAlive(postgres)).toBe(true);

    if (whom === 'group') marsad.signalGroup(signal);
    else marsad.signal(signal);
    await marsad.ended;

    expect(postgres && isAlive(postgres)).toBe(false);
    expect(await postgresPid(folder.path)).toBeNull();
    expect(await groupMembers(marsad.pid)).toEqual([]);
  });

  test('a second Ctrl-C while it stops changes nothing', async () => {
    const marsad = await start();
    const postgres = await postgresPid(folder.path);
    marsad.signal('SIGINT');
    marsad.signal('SIGINT');
    expect(await marsad.ended).toEqual({ code: 0, signal: null });
    expect(postgres && isAlive(postgres)).toBe(false);
  });

  test('beside a connection on which nothing is ever sent', async () => {
    const marsad = await start();
    const silent = connect(Number(new URL(marsad.address).port), '127.0.0.1');
    await once(silent, 'connect');
    expect(await health(marsad.address)).toMatchObject({ code: 200 });
    const closed = once(silent, 'close');
    expect(await marsad.stop()).toEqual({ code: 0, signal: null });
    expect(await postgresPid(folder.path)).toBeNull();
    await closed;
  });

  test('a signal while it is still coming up', async () => {
    const marsad = launch();
    await marsad.line(/Postgres started/u);
    marsad.signal('SIGTERM');
    expect(await marsad.ended).toEqual({ code: 0, signal: null });
    expect(await postgresPid(folder.path)).toBeNull();
    expect(marsad.output()).not.toMatch(/cannot start|level/u);
  });
});

test('a refusal carries the security headers as a page does', async () => {
  const { address } = await start();
  const { port, host } = new URL(address);
  const statuses: number[] = [];
  for (const [method, headers] of [
    ['GET', { host }], ['GET', { host: 'evil.example' }], ['POST', { host, origin: 'http://evil.example' }],
    ['POST', { host, origin: address, 'content-length': '1000001' }],
  ] as const) {
    const answer = await rawAnswer(Number(port), method, '/api/health', { ...headers });
    statuses.push(answer.status);
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'content-security-policy': expect.stringContaining('frame-ancestors'),
    });
  }
  expect(statuses).toEqual([200, 421, 403, 413]);
});

describe('after kill -9 the next start recovers by itself', () => {
  test('with Postgres still running', async () => {
    const killed = await start();
    const orphan = await postgresPid(folder.path);
    killed.signal('SIGKILL');
    await killed.ended;
    expect(orphan && isAlive(orphan)).toBe(true);

    const marsad = await start();
    expect(orphan && isAlive(orphan)).toBe(false);
    expect(await health(marsad.address)).toMatchObject({ code: 200 });
    expect(await marsad.stop()).toEqual({ code: 0, signal: null });
  });

  test('with Postgres killed too', async () => {
    const killed = await start();
    const postgres = await postgresPid(folder.path);
    killed.signal('SIGKILL');
    await killed.ended;
    if (postgres) process.kill(postgres, 'SIGKILL');

    const marsad = await start();
    expect(await health(marsad.address)).toMatchObject({ code: 200 });
  });

  test('with the number of the dead Postgres taken by a stranger, who is left alone', async () => {
    const first = await start();
    await first.stop();
    const stranger = spawn('sleep', ['300']);
    await writeFile(path.join(folder.path, 'postgres', 'postmaster.pid'), `${stranger.pid}\n${folder.path}/postgres\n0\n5432\n\n127.0.0.1\n`);

    const marsad = await start();
    expect(await health(marsad.address)).toMatchObject({ code: 200 });
    expect(stranger.exitCode).toBeNull();
    expect(stranger.signalCode).toBeNull();
    stranger.kill();
  });
});

/** It ended by itself, with these lines and nothing that looks like a crash. */
async function refuses(marsad: MarsadProcess, code: number, ...lines: RegExp[]): Promise<void> {
  expect(await marsad.ended).toEqual({ code, signal: null });
  const said = marsad.output().split('\n').filter((line) => line.startsWith('Marsad cannot start: '));
  expect(said, marsad.output()).toHaveLength(lines.length);
  for (const [index, line] of lines.entries()) expect(said[index]).toMatch(line);
  expect(marsad.output()).not.toMatch(/^\s+at /mu);
}

describe('what keeps it from starting is one clear line', () => {
  test('another Marsad on the same data folder, which goes on', async () => {
    const first = await start();
    await refuses(launch(), 1, new RegExp(`another Marsad \\(process ${first.pid}\\) is running on ${folder.path}.*DATA_DIR`, 'u'));
    expect(await health(first.address)).toMatchObject({ code: 200 });
  });

  describe('a taken port', () => {
    let taker: Server;
    beforeEach(async () => {
      taker = createServer().listen(0, '127.0.0.1');
      await once(taker, 'listening');
    });
    afterEach(() => { taker.close(); });

    test('which leaves no Postgres behind', async () => {
      const { port } = taker.address() as AddressInfo;
      await refuses(launch({ env: { PORT: String(port) } }), 1, new RegExp(`port ${port} on 127.0.0.1 is taken`, 'u'));
      expect(await postgresPid(folder.path)).toBeNull();
    });
  });

  test('a DATABASE_URL where no Postgres answers, without repeating its password', async () => {
    const port = await freePort();
    const marsad = launch({ env: { DATABASE_URL: `postgresql://marsad:geheim@127.0.0.1:${port}/news` } });
    await refuses(marsad, 1, new RegExp(`DATABASE_URL.*127.0.0.1:${port}/news`, 'u'));
    expect(marsad.output()).not.toContain('geheim');
  });

  test('bad settings, all of them at once', async () => {
    const marsad = launch({ env: { PORT: 'three', POLL_MIN_SECONDS: '0', ROLE: 'both' } });
    await refuses(marsad, 2, /ROLE/u, /PORT/u, /POLL_MIN_SECONDS/u);
  });

  test('a list of feeds that is not there, before anything is started', async () => {
    const marsad = launch({ env: { FEEDS: '/nowhere/أخبار.json' } });
    await refuses(marsad, 1, /FEEDS: \/nowhere\/أخبار\.json can't be read/u);
    expect(marsad.output()).not.toContain('Postgres');
  });

  test('a database of another major version of Postgres, which is not touched', async () => {
    const database = path.join(folder.path, 'postgres');
    await mkdir(database);
    await writeFile(path.join(database, 'PG_VERSION'), '17\n');
    await refuses(launch(), 1, /made by Postgres 17.*brings Postgres 18.*nothing was touched/u);
    expect(await readFile(path.join(database, 'PG_VERSION'), 'utf8')).toBe('17\n');
  });

  test('a folder that holds something else', async () => {
    const database = path.join(folder.path, 'postgres');
    await mkdir(database);
    await writeFile(path.join(database, 'novel.txt'), 'فصل أول');
    await refuses(launch(), 1, /is not empty and holds no database/u);
    expect(await readFile(path.join(database, 'novel.txt'), 'utf8')).toBe('فصل أول');
  });

  test('a data folder that is a file', async () => {
    const file = path.join(folder.path, 'data');
    await writeFile(file, '');
    await refuses(launch({ dataDir: file }), 1, new RegExp(`${file} can't be used`, 'u'));
  });
});

describe('a server of one\'s own in DATABASE_URL', () => {
  let database: TestDatabase;
  beforeEach(async () => { database = await createTestDatabase('empty'); });
  afterEach(async () => { await database.drop(); });

  test('is migrated and used, and no embedded one is started', async () => {
    const marsad = await start({ env: { DATABASE_URL: database.connectionString } });
    expect(await health(marsad.address)).toMatchObject({ code: 200 });
    expect(await postgresPid(folder.path)).toBeNull();
    const client = new Client({ connectionString: database.connectionString });
    await client.connect();
    const { rowCount } = await client.query('select 1 from _prisma_migrations where finished_at is not null');
    await client.end();
    expect(rowCount).toBeGreaterThan(0);
    expect(await marsad.stop()).toEqual({ code: 0, signal: null });
  });
});

describe('a build that a running Marsad uses', () => {
  const BUILD = `.next-test-${process.pid}`;
  const stamp = path.join(PROJECT, `${BUILD}-server`, 'made-from');
  let database: TestDatabase;
  beforeEach(async () => { database = await createTestDatabase(); });
  afterEach(async () => {
    for (const marsad of started) if (isAlive(marsad.pid)) await marsad.stop();
    await rm(path.dirname(stamp), { recursive: true, force: true });
    await database.drop();
  });

  test('is not made anew under it, which is one line; without need for that a second one starts', async () => {
    // an ingest process has no pages to build
    const env = { ROLE: 'ingest', DATABASE_URL: database.connectionString, NEXT_DIST_DIR: BUILD };
    const first = launch({ env });
    await first.line(/Marsad ingests/u);
    const beside = launch({ env });
    await beside.line(/Marsad ingests/u);
    await beside.stop();

    await writeFile(stamp, 'made from older sources');
    const second = launch({ env });
    expect(await second.ended).toEqual({ code: 1, signal: null });
    expect(second.output().trim().split('\n')).toEqual([expect.stringMatching(new RegExp(`process ${first.pid} runs from ${BUILD},.*stop it first`, 'u'))]);
    expect(await readFile(stamp, 'utf8')).toBe('made from older sources');

    expect(await first.stop()).toEqual({ code: 0, signal: null });
    await launch({ env }).line(/Marsad ingests/u);
  });
});

describe.runIf(process.getuid?.() === 0)('as root in a folder that is closed to others', () => {
  test('the database lies where its user can reach it, which one line says', async () => {
    const closed = path.join(folder.path, 'closed');
    await mkdir(closed, { mode: 0o700 });
    const marsad = await start({ dataDir: path.join(closed, 'data') });
    const line = await marsad.line(/The database is kept in/u);
    const home = /kept in (\S+),/u.exec(line)?.[1] ?? '';
    expect(await postgresPid(home)).toBeGreaterThan(0);
    expect(await health(marsad.address)).toMatchObject({ code: 200 });
    await marsad.stop();
    await output('rm', ['-r', home]);
  });
});

describe('npx marsad', () => {
  test('lists its commands', async () => {
    const { code, out } = await output(process.execPath, ['bin/marsad.mjs', '--help']);
    expect(code).toBe(0);
    for (const command of ['tag', 'parse', 'feeds', 'retention', 'replay']) expect(out).toContain(`  ${command}`);
  });

  test('refuses a command that is not there in one line', async () => {
    const { code, out, err } = await output(process.execPath, ['bin/marsad.mjs', 'رصد']);
    expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
    expect(err).toContain('رصد');
  });
});
