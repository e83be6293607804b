import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../server/db/embedded-postgres';
import { applyMigrations } from '../../server/db/migrate';
import { writeFeeds } from '../../server/replay/data-folder';
import { languageOf, startingFeed, startNewspaper, type Newspaper } from '../../server/replay/newspapers';
import { bySource, type Cue } from '../../server/replay/timeline';
import { temporaryFolder } from '../support/folders';
import { startMarsad, type MarsadProcess } from '../support/marsad';
import { closing } from './closing';
import { onlyChildOf } from './process';

/** A Postgres of the bench's own, set up as the product's, with a database for each run. */
export interface Desk {
  folder: string;
  /** migrated: only a first start has to load the engine that does it */
  createDatabase(): Promise<string>;
  close(): Promise<void>;
}

export async function openDesk(say: (line: string) => void): Promise<Desk> {
  const folder = await temporaryFolder();
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder.path, 'postgres'), log: say });
  let databases = 0;
  return {
    folder: folder.path,
    async createDatabase() {
      const name = `bench_${(databases += 1)}`;
      await query(postgres.connectionString, `create database ${name}`);
      const address = Object.assign(new URL(postgres.connectionString), { pathname: `/${name}` }).href;
      await applyMigrations({ connectionString: address });
      return address;
    },
    close: closing(async () => {
      await postgres.stop();
      await folder.remove();
    }),
  };
}

/** One question to a database, on a connection of its own. */
export async function query<R extends pg.QueryResultRow>(connectionString: string, sql: string): Promise<R[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<R>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Marsad at work on newspapers that have nothing yet, each asked once already. */
export interface Run {
  marsad: MarsadProcess & { address: string };
  /** of the process that npm started */
  pid: number;
  database: string;
  newspapers: Newspaper[];
  /** lets the first article appear; the others follow at their times. @returns when that was, in milliseconds since 1970 */
  begin(): number;
  stop(): Promise<void>;
}

interface Health {
  feeds: { total: number; waiting: number } | null;
}

/** Until every feed has answered once. */
export async function untilAllWereAsked(address: string): Promise<void> {
  for (;;) {
    const { feeds } = (await (await fetch(`${address}/api/health`)).json()) as Health;
    if (feeds && feeds.total > 0 && feeds.waiting === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** @param cues each article and when it appears, in milliseconds after begin() */
export async function startRun(desk: Desk, cues: readonly Cue[]): Promise<Run> {
  const database = await desk.createDatabase();
  const dataDir = path.join(desk.folder, 'data');
  await mkdir(dataDir, { recursive: true });
  let began: number | null = null;
  const clock = {
    elapsed: () => (began === null ? -1 : Date.now() - began),
    dateOf: ({ at }: Cue) => new Date((began ?? 0) + at),
  };
  const sources = bySource(cues);
  const newspapers = await Promise.all([...sources].map(([source, own]) => startNewspaper(source, own, clock)));
  const feedsFile = path.join(desk.folder, 'feeds.json');
  writeFeeds(feedsFile, newspapers.map(({ source, server }, n) => startingFeed(source, n, server.url, languageOf(sources.get(source) ?? []))));
  const marsad = await startMarsad({
    dataDir,
    throughNpm: true,
    env: { DATABASE_URL: database, FEEDS: feedsFile, ALLOW_PRIVATE_FEEDS: newspapers.map(({ server }) => server.hostPort).join(',') },
  });
  const stopMarsad = closing(() => marsad.stop());
  await untilAllWereAsked(marsad.address);
  return {
    marsad, database, newspapers,
    pid: await onlyChildOf(marsad.pid),
    begin: () => (began = Date.now()),
    async stop() {
      const { code } = await stopMarsad();
      await Promise.all(newspapers.map(({ server }) => server.stop()));
      await rm(dataDir, { recursive: true, force: true });
      if (code !== 0) throw new Error(`Marsad did not stop cleanly (${code}):\n${marsad.output()}`);
    },
  };
}
