import { io, type Socket } from 'socket.io-client';
import type { ClientEvents, ServerEvents } from '../../lib/events';
import { EMPTY_QUERY } from '../../lib/filter-address';
import type { StreamRecord } from '../../server/replay/record';
import { query, startRun, type Desk, type Run } from './desk';
import { median, medianOf, megabytes, seconds, type Table } from './figures';
import { watchMemory, type Memory } from './memory';

const GIVE_UP_MS = 180_000;
const SETTLE_MS = 5_000;

interface Replayed {
  stored: number;
  /** milliseconds from the first fetch to the last store, by the database's clock */
  byDatabase: number;
  /** milliseconds from the articles' appearing to the last one's arrival at the socket */
  byWall: number;
  before: Memory;
  after: Memory;
  settled: Memory;
}

/** One reader on the socket, as the page is one: takes every batch of articles and every new value of the panel. */
async function openSocket(address: string): Promise<Socket<ServerEvents, ClientEvents>> {
  const socket: Socket<ServerEvents, ClientEvents> = io(address, { transports: ['websocket'], reconnection: false });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  await new Promise<void>((resolve, reject) => socket.emit('feed:subscribe', { filter: EMPTY_QUERY, cursor: null }, (reply) => {
    if (reply.ok) resolve();
    else reject(new Error(reply.error));
  }));
  return socket;
}

interface Arrivals {
  ids: ReadonlySet<string>;
  /** when the last one came, by this process's clock */
  last(): number;
}

function arrivalsAt(socket: Socket<ServerEvents, ClientEvents>): Arrivals {
  const ids = new Set<string>();
  let last = 0;
  socket.on('articles:changed', ({ upserts }) => {
    for (const { id } of upserts) ids.add(id);
    last = Date.now();
  });
  return { ids, last: () => last };
}

const KEPT = 'select (select count(distinct entry_key) from article_feed)::int as seen, (select count(*) from article)::int as articles';
const LOOK_MS = 500;

/**
 * Resolves once every item is on an article and all those have arrived: there are fewer articles than items, since some items say the same.
 * @throws where that takes too long
 */
async function untilAllArrived(database: string, { ids }: Arrivals, items: number): Promise<void> {
  const until = Date.now() + GIVE_UP_MS;
  for (;;) {
    const [kept] = await query<{ seen: number; articles: number }>(database, KEPT);
    if (kept && kept.seen >= items && ids.size >= kept.articles) return;
    if (Date.now() > until) {
      throw new Error(`within ${seconds(GIVE_UP_MS)} ${kept?.seen ?? 0} of ${items} items were stored, and ${ids.size} of ${kept?.articles ?? 0} articles arrived`);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

const SPAN = `
  select (select count(*) from article)::int as stored,
    extract(epoch from (select max(stored_at) from article) - (select min(started_at) from poll where new_articles > 0)) * 1000 as "byDatabase"`;

async function measure({ marsad, pid, database, begin }: Run, items: number): Promise<Replayed> {
  const socket = await openSocket(marsad.address);
  const memory = watchMemory(pid);
  try {
    const before = await memory.read();
    const arrivals = arrivalsAt(socket);
    const began = begin();
    await untilAllArrived(database, arrivals, items);
    const byWall = arrivals.last() - began;
    const after = await memory.read();
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    const settled = await memory.read();
    const [span] = await query<{ stored: number; byDatabase: string }>(database, SPAN);
    return { stored: span?.stored ?? 0, byDatabase: Number(span?.byDatabase), byWall, before, after, settled };
  } finally {
    memory.stop();
    socket.close();
  }
}

async function replayOnce(desk: Desk, records: readonly StreamRecord[]): Promise<Replayed> {
  const run = await startRun(desk, records.map((record) => ({ record, at: 0 })));
  try {
    return await measure(run, records.length);
  } finally {
    await run.stop();
  }
}

/** All articles at once, taken as fast as Marsad takes them, with one reader on the socket. */
export async function measurePipeline(desk: Desk, records: readonly StreamRecord[], repeat: number, say: (line: string) => void): Promise<Table> {
  const runs: Replayed[] = [];
  for (let n = 1; n <= repeat; n += 1) {
    const run = await replayOnce(desk, records);
    runs.push(run);
    say(`  ${n} of ${repeat}: ${run.stored} articles in ${seconds(run.byDatabase)}, ${megabytes(run.settled.now)}, peak ${megabytes(run.settled.peak)}`);
  }
  const rates = runs.map(({ stored, byDatabase }) => stored / (byDatabase / 1000));
  const walls = runs.map(({ stored, byWall }) => stored / (byWall / 1000));
  const whole = (value: number) => value.toFixed(0);
  const stored = median(runs.map((run) => run.stored));
  return {
    title: 'The whole pipeline, and its memory',
    rows: [
      { what: 'articles a second', figure: medianOf(rates, whole), aim: '> 300',
        how: `${stored} articles, from the first poll's start to the last row's stored_at, both on this machine's clock` },
      { what: 'the same to the socket', figure: medianOf(walls, whole), aim: '',
        how: 'from the articles\' appearing to the last one\'s arrival at an open socket; up to 1.1 s of it is the wait until a feed is due' },
      { what: 'memory after the replay', figure: medianOf(runs.map((run) => run.settled.now), megabytes), aim: '< 400 MB',
        how: `resident set of the app process (Postgres apart), ${seconds(SETTLE_MS)} after the last article` },
      { what: 'memory at its peak', figure: medianOf(runs.map((run) => run.settled.peak), megabytes), aim: '',
        how: 'the largest the resident set ever was, start included' },
      { what: 'memory before the first article', figure: medianOf(runs.map((run) => run.before.now), megabytes), aim: '',
        how: 'once all feeds were asked and found empty, with one reader' },
    ],
    notes: [],
  };
}
