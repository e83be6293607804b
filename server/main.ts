import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp, type App } from './app';
import { addressOf, ConfigError, readProcessConfig, type Config } from './config';
import { createDatabase, type Database } from './db/client';
import { startEmbeddedPostgres } from './db/embedded-postgres';
import { applyMigrations } from './db/migrate';
import { createLog, type Log } from './log';
import { createStarted, type Started } from './started';
import { StartError, startErrorOf } from './start-error';
import { readStartingFeeds } from './starting-feeds';

const PROJECT_DIR = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const STOP_WITHIN_MS = 20_000;

const refuse = (problems: string[]) => process.stderr.write(problems.map((problem) => `Marsad cannot start: ${problem}\n`).join(''));
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Says what is being done and, when it is done, how long it took. */
async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  say(`✓ ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  return result;
}

async function openDatabase(config: Config, log: Log, started: Started, signal: AbortSignal): Promise<Database> {
  const onError = (error: Error) => log.warn({ err: error }, 'a database connection broke');
  let connectionString = config.databaseUrl;
  if (connectionString === null) {
    const postgres = await step('Postgres started', () => startEmbeddedPostgres({ dataDir: config.dataDir, log: say }));
    started.add({ name: 'Postgres', stop: postgres.stop, stopAtOnce: postgres.stopAtOnce });
    connectionString = postgres.connectionString;
  }
  signal.throwIfAborted();
  const url = connectionString;
  await step('Database schema up to date', () => applyMigrations({ connectionString: url }));
  const db = createDatabase(url, onError);
  started.add({ name: 'database connections', stop: db.close });
  return db;
}

/** @throws the signal's reason, where it comes to an end before all is up */
async function bringUp(config: Config, log: Log, started: Started, signal: AbortSignal): Promise<void> {
  const startingFeeds = config.role === 'web' ? [] : await readStartingFeeds(config.feedsFile);
  const db = await openDatabase(config, log, started, signal);
  signal.throwIfAborted();
  const app: App = await step('Marsad prepared', () => createApp(config, startingFeeds, db, log));
  started.add({ name: 'Marsad', stop: app.stop });
  const port = await app.serve();
  if (port !== null) say(`Marsad is ready: ${addressOf(config.host, port)}`);
  await app.ingest(signal);
  if (port === null) say('Marsad ingests; a process with ROLE=web serves the dashboard');
}

function readConfigOrExit(): Config {
  try {
    return readProcessConfig(PROJECT_DIR);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    refuse(error.problems);
    process.exit(2);
  }
}

/** Brings everything up, and takes it down again on SIGINT, SIGTERM or SIGHUP. Every ending is one clear line and an exit code. */
export async function main(): Promise<void> {
  const config = readConfigOrExit();
  const log = createLog(config.logLevel);
  const started = createStarted((error, name) => log.error({ err: error }, `${name} did not stop cleanly`));
  const ending = new AbortController();
  let stopping: Promise<void> | null = null;

  const stop = (code: number): Promise<void> => {
    stopping ??= (async () => {
      const bound = setTimeout(() => {
        process.stderr.write('Marsad did not stop in time\n');
        void started.stopAtOnce().finally(() => process.exit(1));
      }, STOP_WITHIN_MS);
      ending.abort(new Error('Marsad is stopping'));
      await up.catch(() => undefined);
      const clean = await started.stop();
      clearTimeout(bound);
      process.exit(clean ? code : 1);
    })();
    return stopping;
  };

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!stopping) say('Stopping…');
      void stop(0);
    });
  }
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise failed unseen'));

  const up = bringUp(config, log, started, ending.signal);
  try {
    await up;
  } catch (error) {
    if (error === ending.signal.reason) return;
    const known = startErrorOf(error, config);
    refuse(known instanceof StartError ? known.message.split('\n') : [String(error)]);
    if (!(known instanceof StartError)) log.error({ err: error }, 'start failed');
    await stop(1);
  }
}
