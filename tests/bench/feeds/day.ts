import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { writeFeeds } from '../../../server/replay/data-folder';
import { readStream } from '../../../server/replay/read-stream';
import type { StreamRecord } from '../../../server/replay/record';
import { createEdition, type DayItem, type Edition } from '../../support/hostile-day/edition';
import { createFaults, KILLERS } from '../../support/hostile-day/faults';
import { judgeDay, type DayVerdict } from '../../support/hostile-day/verdict';
import { createHostileServer, type Fault, type HostileServer } from '../../support/hostile-server';
import { launchMarsad, type MarsadProcess } from '../../support/marsad';
import { seeded } from '../../support/random';
import { closing } from '../closing';
import { missingData } from '../data';
import { openDesk, type Desk } from '../desk';
import type { Table } from '../figures';
import { watchMemory } from '../memory';
import type { PartContext, SuitePart } from '../suite';
import { createDayClock, HOUR, movePlans, type DayClock } from './day-clock';
import { DAY_OPTIONS, dayTable, TITLE, type DayOptions, type MemorySample } from './day-table';

const STREAM = 'cluster/saudinews_stream_ar.jsonl.gz';
const DAY = 24 * HOUR;
const WINDOW = 40;
const SECTIONS = 3;
/** the part of a request's documents that are made to break the reader */
const KILLER_SHARE = 0.01;
const SETTLE_WITHIN_MS = 180_000;

/** The recorded articles over one day, in their order, equally far apart; every twentieth is edited two hours later. */
function dayOf(records: readonly StreamRecord[]): DayItem[] {
  return records.map(({ id, source, title, text, url }, n) => {
    const at = (n / records.length) * DAY;
    return { id: `${source}-${id}`, source, title, text, url, at, editedAt: n % 20 === 7 ? at + 2 * HOUR : null };
  });
}

/** All that the day needs: servers with the feeds, a database, the clock. */
interface Day {
  options: DayOptions;
  edition: Edition;
  servers: Map<string, HostileServer>;
  faults: ReadonlyMap<Fault, number>;
  killers(): number;
  clock: DayClock;
  pool: pg.Pool;
  env: Record<string, string>;
  dataDir: string;
  /** from now on every request gets an honest answer */
  calmDown(): void;
  close(): Promise<void>;
}

async function prepare(desk: Desk, records: readonly StreamRecord[], options: DayOptions): Promise<Day> {
  const random = seeded(options.seed);
  const clock = createDayClock(options.speed);
  const edition = createEdition(dayOf(records), { began: new Date(Date.now() - DAY), window: WINDOW, sections: SECTIONS, random });
  const faults = createFaults({ share: options.faultShare, slowShare: 0.03, random });
  let calm = false;
  let killers = 0;
  const document = (name: string) => {
    if (calm || random() >= KILLER_SHARE) return edition.document(name, clock.now());
    return KILLERS[(killers += 1) % KILLERS.length] ?? null;
  };
  const servers = new Map<string, HostileServer>();
  for (const { name } of edition.feeds) {
    servers.set(name, await createHostileServer({ items: document, fault: () => (calm ? 'feed' : faults.next()), onServed: edition.served }));
  }
  const database = await desk.createDatabase();
  const pool = new pg.Pool({ connectionString: database, max: 3 });
  const feedsFile = path.join(desk.folder, 'day-feeds.json');
  writeFeeds(feedsFile, edition.feeds.map(({ name, source }) => ({
    publisher: { slug: `day-${[...new Set(edition.feeds.map((feed) => feed.source))].indexOf(source) + 1}`, name: source, country: null },
    url: servers.get(name)?.url(name) ?? '', title: name, language: 'ar', country: null,
  })));
  const dataDir = path.join(desk.folder, 'day');
  await mkdir(dataDir, { recursive: true });
  return {
    options, edition, servers, faults: faults.seen, killers: () => killers, clock, pool, dataDir,
    env: {
      ROLE: 'ingest', DATABASE_URL: database, FEEDS: feedsFile, POLL_MIN_SECONDS: '60', LOG_LEVEL: 'fatal',
      ALLOW_PRIVATE_FEEDS: [...servers.values()].map(({ hostPort }) => hostPort).join(','),
    },
    calmDown: () => { calm = true; },
    close: closing(async () => {
      await Promise.all([...servers.values()].map((server) => server.close()));
      await pool.end();
    }),
  };
}

async function startIngest({ dataDir, env }: Day): Promise<MarsadProcess> {
  const marsad = launchMarsad({ dataDir, env });
  await marsad.line(/Marsad ingests/u);
  return marsad;
}

/** kill -9 and a new start. The clock stands meanwhile; the leases of the dead are given back, as where Marsad has its own Postgres. */
async function killAndRestart(day: Day, marsad: MarsadProcess): Promise<MarsadProcess> {
  marsad.signal('SIGKILL');
  await marsad.ended;
  day.clock.stand();
  await day.pool.query('update origin set lease_owner = null, lease_until = null');
  const next = await startIngest(day);
  day.clock.go();
  return next;
}

/** When Marsad is killed: some moments of the first half of the day, so that memory has the other half for itself. */
function killTimes({ kills, seed }: DayOptions): number[] {
  const random = seeded(seed + 1);
  return Array.from({ length: kills }, () => HOUR + random() * 10 * HOUR).sort((a, b) => a - b);
}

/** The whole day. @returns the last process, still running, and its memory in the second half */
async function liveThrough(day: Day, say: (line: string) => void): Promise<{ marsad: MarsadProcess; memory: MemorySample[] }> {
  const kills = killTimes(day.options);
  const memory: MemorySample[] = [];
  let marsad = await startIngest(day);
  let watching = watchMemory(marsad.pid, 60_000);
  let spoke = 0;
  day.clock.go();
  while (day.clock.now() < DAY) {
    await delay(500);
    const hours = day.clock.now() / HOUR;
    if (kills[0] !== undefined && day.clock.now() >= kills[0]) {
      kills.shift();
      watching.stop();
      marsad = await killAndRestart(day, marsad);
      watching = watchMemory(marsad.pid, 60_000);
    }
    if (hours >= 12) memory.push({ hours, bytes: (await watching.read()).now });
    if (hours - spoke >= 2) {
      spoke = hours;
      const { rows: [row] } = await day.pool.query<{ articles: string; polls: string }>('select (select count(*) from article) as articles, (select count(*) from poll) as polls');
      say(`  ${hours.toFixed(1)} h: ${row?.articles} articles, ${row?.polls} polls, ${Math.round((await watching.read()).now / 1e6)} MB`);
    }
  }
  watching.stop();
  return { marsad, memory };
}

/** After the storm every feed is asked again, and answers. */
async function settle({ pool, calmDown }: Day): Promise<void> {
  calmDown();
  const { rows: [row] } = await pool.query<{ at: Date }>(`update feed set status = 'active' returning clock_timestamp() as at`);
  const giveUp = Date.now() + SETTLE_WITHIN_MS;
  for (;;) {
    const { rows: waiting } = await pool.query('select id from feed where last_success_at is null or last_success_at < $1', [row?.at]);
    if (waiting.length === 0) return;
    if (Date.now() > giveUp) throw new Error(`${waiting.length} feeds did not answer within ${SETTLE_WITHIN_MS / 1000} s of the end`);
    await pool.query('update feed set next_poll_at = clock_timestamp() where last_success_at is null or last_success_at < $1', [row?.at]);
    await delay(1000);
  }
}

/** A day of the recorded stream at speed, with feeds that fail in every way at random and an ingest process that is killed. */
async function measureDay(desk: Desk, records: readonly StreamRecord[], say: (line: string) => void, options: DayOptions): Promise<Table> {
  const day = await prepare(desk, records, options);
  const began = Date.now();
  const stopMoving = movePlans(day.pool, day.clock, (error) => say(`  the clock: ${String(error)}`));
  try {
    const { marsad, memory } = await liveThrough(day, say);
    stopMoving();
    await settle(day);
    const { code } = await marsad.stop();
    if (code !== 0) throw new Error(`Marsad did not stop cleanly (${code}):\n${marsad.output()}`);
    const verdict: DayVerdict = await judgeDay(day.pool, day.edition);
    const { rows: outcomes } = await day.pool.query<{ outcome: string; count: number }>('select outcome, count(*)::int as count from poll group by outcome order by count desc');
    return dayTable({
      verdict, outcomes, memory, options, items: records.length, feeds: day.edition.feeds.length, took: Date.now() - began,
      faults: day.faults, killers: day.killers(),
    });
  } finally {
    stopMoving();
    await day.close();
  }
}

async function measure({ data, say }: PartContext): Promise<Table[]> {
  const missing = missingData(TITLE, data, STREAM);
  if (missing) return missing;
  const { records } = await readStream(path.join(data, STREAM), Infinity, () => undefined);
  const desk = await openDesk(say);
  try {
    return [await measureDay(desk, records, say, DAY_OPTIONS)];
  } finally {
    await desk.close();
  }
}

export const day: SuitePart = { what: 'a day at speed, with feeds that fail in every way and an ingest process that is killed; some six minutes', measure };
