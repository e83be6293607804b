import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { ClaimedFeed, PollRecord } from '../lib/feed';
import type { StartingFeed } from '../lib/starting-feeds';
import type { Config } from './config';
import { claimFeeds, releaseAllLeases, releaseLeases, renewLease } from './db/claim';
import type { Database } from './db/client';
import { addFeeds, realFeedHealth } from './db/feeds';
import { tidy } from './db/housekeeping';
import { knownEntries } from './db/known';
import { listen, type Listener } from './db/listen';
import { tryHold, type Hold } from './db/only-one';
import { recordPoll } from './db/polls';
import { syncReference } from './db/reference';
import { retentionCutoff } from './db/retention';
import { registerSampleFeed, removeSample } from './db/sample';
import { readSetting, writeSetting } from './db/settings';
import { knownSources } from './db/sources/add';
import { storeEntries } from './db/store';
import { TASK_CHANNEL, finishTask, takeTask } from './db/tasks';
import { fetcherFor, userAgent } from './fetcher-app';
import { createDiscovery } from './ingest/discover/discover';
import { createLeaseKeeper } from './ingest/lease';
import { createPoller } from './ingest/poll';
import { createSchedule } from './ingest/schedule';
import { createTaskRunner } from './ingest/tasks';
import type { Log } from './log';
import { createOwnTopicsAtStore, createRetagging } from './own-topics-app';
import { createPages } from './pages-app';
import { createSampleKeeper, type SampleKeeper } from './sample/keeper';
import { startSampleWire } from './sample/server';
import { parseWire } from './sample/wire';
import { createSpikeWatch } from './spikes-app';
import { DISCOVER, EXPIRE, REMOVE_SAMPLE, discoverSchema } from './tasks-app';
import { createWakeable } from './wakeable';
import { createWebSub } from './websub-app';
import { createReading, type Reading } from './worker/reading';

export interface Ingest {
  /** @throws the signal's reason, where it is aborted while the gazetteer is read */
  start(signal?: AbortSignal): Promise<void>;
  /** ends the polls in hand, gives the leases back */
  stop(): Promise<void>;
}

const LEASE_SECONDS = 120;
const CONCURRENCY = 32;
const TIDY_EVERY_MS = 6 * 3_600_000;
const SAMPLE_STATE = 'sample';
// only a name
const SAMPLE_LOCK = 6363734848n;

const sampleStateSchema = z.object({ startedAt: z.iso.datetime(), dismissed: z.boolean() });

/** Tells whoever listens that a poll of a real feed was recorded. */
function createPollBell() {
  const listeners = new Set<() => void>();
  return {
    on(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    ring(feed: ClaimedFeed) {
      if (!feed.sample) for (const listener of listeners) listener();
    },
  };
}

interface SampleParts {
  config: Config;
  db: Database;
  log: Log;
  allowPrivate: Set<string>;
  onPollRecorded(listener: () => void): () => void;
}

function createSample({ config, db, log, allowPrivate, onPollRecorded }: SampleParts): SampleKeeper {
  const wireFile = path.join(config.projectDir, 'data/sample-wire.json');
  return createSampleKeeper({
    feedHealth: () => realFeedHealth(db),
    async loadState() {
      const stored = await readSetting(db, SAMPLE_STATE);
      return stored === null ? null : sampleStateSchema.parse(stored);
    },
    saveState: (state) => writeSetting(db, SAMPLE_STATE, { ...state }),
    async startWire(startedAt) {
      const items = parseWire(JSON.parse(await readFile(wireFile, 'utf8')));
      const wire = await startSampleWire({ items, startedAt, now: () => new Date() });
      // Whoever gets the port next is not meant.
      const stop = async () => {
        allowPrivate.delete(wire.hostPort);
        await wire.stop();
      };
      return { ...wire, stop };
    },
    async registerSampleFeed(url, hostPort) {
      allowPrivate.add(hostPort);
      await registerSampleFeed(db, url);
    },
    removeSample: () => removeSample(db),
    onPollRecorded,
    now: () => new Date(),
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    log: { info: (message) => log.info(message), error: (message, error) => log.error({ err: error }, message) },
  });
}

/** A thread that reads the gazetteer can be ended, not interrupted: whoever stops meanwhile need not wait. */
async function startReading(reading: Reading, signal?: AbortSignal): Promise<void> {
  const end = () => void reading.stop();
  signal?.addEventListener('abort', end, { once: true });
  try {
    await reading.start();
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', end);
  }
  signal?.throwIfAborted();
}

/**
 * The ingest side: schedule, fetch, read, store; the sample wire; and the answers to what pages ask for.
 * @param startingFeeds those that the database lacks are added at the start
 */
export function createIngest(config: Config, startingFeeds: readonly StartingFeed[], db: Database, owner: string, log: Log): Ingest {
  const onError = (error: unknown) => log.error({ err: error }, 'the ingest side failed at something');
  const allowPrivate = new Set(config.allowPrivateFeeds);
  const bell = createPollBell();
  let keeping: Hold | null = null;
  const reading = createReading();
  const ownTopics = createOwnTopicsAtStore({ db, tagOwn: reading.tagOwn, onError });
  const retagging = createRetagging({ db, onError });
  const spikes = createSpikeWatch({ db, now: () => new Date(), onError });
  const fetcher = fetcherFor(config, allowPrivate);
  const poller = createPoller({
    fetch: fetcher.fetch,
    parse: reading.parse,
    tag: reading.tag,
    known: async (feed, entries) => knownEntries(db, feed, entries, await retentionCutoff(db, new Date())),
    store: (feed, fetchedAt, batch) => ownTopics.entries(batch.tagged, (tagged, revision) =>
      storeEntries(db, feed, fetchedAt, { ...batch, tagged }, revision)),
    now: () => new Date(),
    minSeconds: config.pollMinSeconds,
    log,
  });
  const webSub = createWebSub({
    config, db, take: poller.take, userAgent: userAgent(config.contact), allowPrivate, now: () => new Date(), log, onError,
  });
  const pages = createPages({ config, db, owner, fetcher, tag: reading.tag, ownTopics, now: () => new Date(), log, onError });
  const schedule = createSchedule({
    claim: (limit) => claimFeeds(db, owner, limit, LEASE_SECONDS, keeping !== null),
    poll: poller.poll,
    hold: createLeaseKeeper({ renew: (feed) => renewLease(db, owner, feed, LEASE_SECONDS), everyMs: (LEASE_SECONDS * 1000) / 4, log }),
    async record(feed: ClaimedFeed, record: PollRecord) {
      await recordPoll(db, owner, feed, await webSub.observe(feed, record));
      bell.ring(feed);
    },
    concurrency: CONCURRENCY,
    log,
  });
  const sample = config.sample ? createSample({ config, db, log, allowPrivate, onPollRecorded: bell.on }) : null;
  const stopping = new AbortController();
  const discover = createDiscovery({ fetch: fetcher.fetch, parse: reading.parse, known: (urls) => knownSources(db, urls), now: () => new Date() });
  const tidying = createWakeable(() => tidy(db, new Date()), onError);
  const tasks = createTaskRunner<object>({
    take: () => takeTask(db),
    finish: (id, outcome) => finishTask(db, id, outcome),
    handlers: {
      [REMOVE_SAMPLE]: async () => ({ removed: (await sample?.dismiss()) ?? (await removeSample(db)) }),
      [DISCOVER]: (payload) => discover(discoverSchema.parse(payload).address, stopping.signal),
      [EXPIRE]: async () => {
        tidying.wake();
        return {};
      },
    },
    onError,
  });
  let listener: Listener | null = null;
  return {
    async start(signal) {
      // The embedded Postgres has one Marsad, which the folder's lock sees to: whoever held a lease is dead.
      if (config.databaseUrl === null) await releaseAllLeases(db);
      await startReading(reading, signal);
      await syncReference(db, await reading.reference());
      await addFeeds(db, startingFeeds);
      if (sample) keeping = await tryHold(db.connectionString, SAMPLE_LOCK, onError);
      if (keeping) await sample?.start();
      await webSub.start();
      schedule.start();
      pages.start();
      tasks.start();
      tidying.start(TIDY_EVERY_MS);
      retagging.start();
      spikes.start();
      listener = listen(db.connectionString, TASK_CHANNEL, () => [tasks, retagging].forEach(({ wake }) => wake()), onError);
    },
    async stop() {
      stopping.abort(new Error('the ingest side is stopping'));
      await listener?.stop();
      await tidying.stop();
      await retagging.stop();
      await spikes.stop();
      await tasks.stop();
      await sample?.stop();
      await pages.stop();
      await schedule.stop();
      await webSub.stop();
      await fetcher.close();
      await reading.stop();
      await releaseLeases(db, owner);
      await keeping?.release();
    },
  };
}
