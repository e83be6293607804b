import { chown, mkdir, realpath, stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { totalmem } from 'node:os';
import path from 'node:path';
import { StartError } from '../start-error';
import { findBinaries, program } from './postgres/binaries';
import { databaseFolder, ensureCluster, SUPERUSER } from './postgres/cluster';
import { lockFolder } from './postgres/folder-lock';
import { clearLeftover, stopServer, stopServerAtOnce } from './postgres/leftover';
import { run } from './postgres/run';
import { complaints, keepLogSmall } from './postgres/server-log';
import { chooseSite, type Site } from './postgres/server-user';

export interface EmbeddedPostgres {
  connectionString: string;
  /** stops the server in order and gives the folder free */
  stop(): Promise<void>;
  /** for a process that is about to end and has no time left: the server recovers at its next start */
  stopAtOnce(): Promise<void>;
}

const TRIES = 5;
const RETRY_AFTER_MS = 300;

const MB = 2 ** 20;
/** Of the machine's memory: what a long history is read from again and again is not copied from the system's cache each time. */
const BUFFERS_SHARE = 1 / 8;
const LEAST_BUFFERS_MB = 128;
const MOST_BUFFERS_MB = 2048;

/** A container may have less than its machine; no limit is 0 or more than there can be. */
const memoryHere = (): number => Math.min(totalmem(), process.constrainedMemory() || Infinity);

/** @param memory of the machine, bytes. @returns Postgres's shared buffers, MB; they take what is used of them */
export const buffersFor = (memory: number): number => Math.round(Math.min(MOST_BUFFERS_MB, Math.max(LEAST_BUFFERS_MB, (memory * BUFFERS_SHARE) / MB)));

/** Sized for one machine that does other things too. Everything that is committed is on the disk. */
const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: `${buffersFor(memoryHere())}MB`,
  max_wal_size: '1GB',
  // after each checkpoint the first change of a page writes all of it: the rarer, the less is written
  checkpoint_timeout: '15min',
  wal_level: 'minimal',
  max_wal_senders: '0',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
};

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

const flags = (settings: Record<string, string>) => Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`).join(' ');

interface Launch {
  site: Site;
  logFile: string;
  settings: Record<string, string>;
}

/** pg_ctl gives the server a session of its own, so that it outlives a Ctrl-C until it is stopped in order. */
async function launch({ site, logFile, settings }: Launch): Promise<number> {
  for (let tried = 1; ; tried += 1) {
    const port = await freePort();
    const before = (await stat(logFile)).size;
    const { code, output } = await run(program(site.binaries, 'pg_ctl'), [
      'start', '-w', '-t', '120', '-D', databaseFolder(site), '-l', logFile, '-o', `-p ${port} ${flags(settings)}`,
    ], site.user);
    if (code === 0) return port;
    const why = (await complaints(logFile, before)) || output.trim();
    // somebody else took the port meanwhile, or the last processes of a killed server are still ending
    const passing = /Address already in use|shared memory block/u.test(why);
    if (!passing || tried === TRIES) throw new StartError(`Postgres does not start on ${databaseFolder(site)}: ${why}`);
    await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
  }
}

/** What the file system refuses, in one line; anything else as it is. */
function inOneLine(error: unknown, folder: string): unknown {
  if (!(error instanceof Error && 'syscall' in error)) return error;
  return new StartError(`the data folder ${folder} can't be used (${error.message}): open it, or choose another with DATA_DIR`, { cause: error });
}

async function makeFolder(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true });
    return await realpath(dataDir);
  } catch (error) {
    throw inOneLine(error, dataDir);
  }
}

async function startIn(folder: string, settings: Record<string, string>, say: (line: string) => void): Promise<EmbeddedPostgres> {
  const site = await chooseSite(folder, await findBinaries(), say);
  const secret = await ensureCluster(site);
  await clearLeftover(site, say);
  const logFile = path.join(site.home, 'postgres.log');
  const leaveLog = await keepLogSmall(logFile, (error) => say(`The log of Postgres can't be cut: ${String(error)}`));
  if (site.user) await chown(logFile, site.user.uid, site.user.gid);
  const port = await launch({ site, logFile, settings });
  return {
    connectionString: `postgresql://${SUPERUSER}:${secret}@127.0.0.1:${port}/postgres`,
    async stop() {
      leaveLog();
      await stopServer(site);
    },
    stopAtOnce: () => stopServerAtOnce(site),
  };
}

/**
 * Starts the Postgres that npm brought, on a free port of the loopback, with its files in `dataDir` (or, as root in a folder
 * that is closed to others, where its user can reach them). Recovers by itself after Marsad or Postgres was killed.
 * @param log told in one line what a person should know
 * @param settings server settings over our own, for tests
 * @throws StartError with one line: the folder is in use, unreachable, or of another version
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  log: (line: string) => void;
  settings?: Record<string, string>;
}): Promise<EmbeddedPostgres> {
  const folder = await makeFolder(options.dataDir);
  const lock = await lockFolder(folder);
  try {
    const server = await startIn(folder, { ...SETTINGS, ...options.settings }, options.log);
    return {
      ...server,
      async stop() {
        await server.stop();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw inOneLine(error, folder);
  }
}
