import { claimFeeds, releaseLeases } from '../../../../server/db/claim';
import { createDatabase, type Database } from '../../../../server/db/client';
import { DAYS, KINDS, simulatePolls } from '../../../support/poll-simulation';
import { openDesk } from '../../desk';
import { median, megabytes, seconds, type Row, type Table } from '../../figures';
import type { PartContext, SuitePart } from '../../suite';
import { startChild, type Child } from './child';
import { ITEMS } from './documents';
import { addBenchFeeds, askAll, hostPortOf, type Round } from './rounds';

/** Feeds that are read from cold; up to how many they grow, then only unchanged. */
const COLD = 1000;
const GROWTH = [1000, 3000, 10_000];
const REPEAT = 3;
const CLAIMED_AT_ONCE = 32;

interface Parties {
  db: Database;
  ingest: Child;
  server: Child;
  say(line: string): void;
}

const each = ({ cpuMs, feeds }: Round) => `${(cpuMs / feeds).toFixed(2)} ms`;
const inWords = ({ feeds, ms, rss, outcomes }: Round) => `${feeds} feeds in ${seconds(ms)}, ${megabytes(rss)}: ${Object.entries(outcomes).map(([name, n]) => `${n} ${name}`).join(', ')}`;

/** The median of some rounds by what a feed costs. The first is not counted: connections and plans are made in it. */
async function rounds({ db, ingest, say }: Parties): Promise<Round> {
  await askAll(db, ingest);
  const all: Round[] = [];
  for (let n = 0; n < REPEAT; n += 1) {
    const round = await askAll(db, ingest);
    say(`  ${inWords(round)}; ${each(round)} of CPU a feed`);
    all.push(round);
  }
  const middle = median(all.map(({ cpuMs }) => cpuMs));
  return all.find(({ cpuMs }) => cpuMs === middle) ?? (all[0] as Round);
}

async function unchanged(parties: Parties): Promise<Row[]> {
  await parties.server.ask('tags');
  const notModified = await rounds(parties);
  await parties.server.ask('no-tags');
  const same = await rounds(parties);
  const row = (what: string, round: Round): Row => ({ what: `${what}, ${round.feeds} feeds`, figure: `${each(round)} of CPU a feed`, aim: '< 2 ms', how: inWords(round) });
  return [row('unchanged, 304', notModified), row('unchanged, the same body', same)];
}

/** How long the question for due feeds takes, from here to Postgres and back. */
async function claimCost(db: Database, due: boolean): Promise<number> {
  await db.pool.query(`update feed set next_poll_at = clock_timestamp() + $1::interval`, [due ? '-1 second' : '1 day']);
  // else it would walk over the rows that were just rewritten
  await db.pool.query('vacuum analyze feed, origin');
  const times: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    const began = performance.now();
    await claimFeeds(db, 'claimer', CLAIMED_AT_ONCE, 60);
    times.push(performance.now() - began);
  }
  await db.pool.query(`update feed set next_poll_at = clock_timestamp() + interval '1 day'`);
  await releaseLeases(db, 'claimer');
  return median(times);
}

async function measureGrowth(parties: Parties, context: PartContext, port: number): Promise<Row[]> {
  const rows: Row[] = [];
  let there = COLD;
  for (const feeds of GROWTH) {
    if (feeds > there) await addBenchFeeds(parties.db, context.projectDir, port, there, feeds, true);
    there = feeds;
    rows.push(...(await unchanged(parties)));
  }
  return rows;
}

async function measurePolls(context: PartContext): Promise<Table> {
  const desk = await openDesk(context.say);
  const server = startChild('./server-process.ts', [context.projectDir]);
  const port = await server.first<number>();
  const databaseUrl = await desk.createDatabase();
  const db = createDatabase(databaseUrl, (error) => context.say(String(error)));
  const ingest = startChild('./ingest-process.ts');
  try {
    const most = Math.max(...GROWTH);
    const allowed = Array.from({ length: most }, (_, n) => hostPortOf(n, port));
    await addBenchFeeds(db, context.projectDir, port, 0, COLD, false);
    await ingest.ask({ databaseUrl, dataDir: desk.folder, projectDir: context.projectDir, allowed });
    const cold = await askAll(db, ingest);
    context.say(`  cold: ${inWords(cold)}`);
    const growth = await measureGrowth({ db, ingest, server, say: context.say }, context, port);
    await ingest.stop();
    const claims = [await claimCost(db, false), await claimCost(db, true)].map((ms) => `${ms.toFixed(1)} ms`);
    return {
      title: 'Asking many feeds',
      rows: [
        { what: `cold, ${COLD} feeds of ${ITEMS} items`, figure: `${seconds(cold.ms)}, ${each(cold)} of CPU a feed`, aim: '', how: `all is read, tagged and stored: ${inWords(cold)}` },
        ...growth,
        { what: `the question for due feeds, ${most} feeds`, figure: `${claims[0]} where none is due, ${claims[1]} where all are`, aim: '', how: `median of 20, ${CLAIMED_AT_ONCE} at a time, there and back` },
      ],
      notes: ['CPU is that of the ingest process with all its threads; the feeds\' server and Postgres are processes of their own. Every feed is an origin of its own on the loopback, over plain http: TLS would come on top.'],
    };
  } finally {
    await db.close();
    await Promise.all([ingest.stop(), server.stop()]);
    await desk.close();
  }
}

/** By the rules alone, without network and clock. */
function rhythmTable(): Table {
  return {
    title: 'How often feeds are asked, and how late their news is seen',
    rows: KINDS.map((kind) => {
      const { requestsPerDay, meanDelaySeconds, missed } = simulatePolls(kind, DAYS);
      const delay = meanDelaySeconds === null ? '' : `, seen after ${meanDelaySeconds < 600 ? `${Math.round(meanDelaySeconds)} s` : `${Math.round(meanDelaySeconds / 60)} min`} on average, ${missed} missed`;
      return { what: kind.name, figure: `${Math.round(requestsPerDay)} requests a day${delay}`, aim: '', how: `simulated over ${DAYS} days, POLL_MIN_SECONDS=60` };
    }),
    notes: [],
  };
}

async function measure(context: PartContext): Promise<Table[]> {
  if (process.platform !== 'linux') throw new Error('needs the many loopback addresses that Linux has');
  return [await measurePolls(context), rhythmTable()];
}

export const throughput: SuitePart = { what: 'a thousand feeds from cold, then unchanged, up to ten thousand; how often which feeds are asked (Linux)', measure };
