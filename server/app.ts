import { randomUUID } from 'node:crypto';
import { toFilter } from '../lib/filter-terms';
import type { StartingFeed } from '../lib/starting-feeds';
import type { Config } from './config';
import { articlePage, articlesById, readPageKey } from './db/articles';
import { changesSince, holdsAllSince, newestCursor, type Change } from './db/changes';
import type { Database } from './db/client';
import { correctArticle, undoCorrection } from './db/corrections/correct';
import { readArticle } from './db/corrections/detail';
import { correctionCases, listCorrections } from './db/corrections/list';
import { provideHandle, type Handle, type SettingsHandle, type TopicsHandle } from './db/handle';
import { listen, type Listener } from './db/listen';
import { readSnapshot } from './db/snapshot';
import { readChoices } from './db/choices';
import { readHealth, readStatus } from './db/status';
import { readTimes } from './db/trends/tallies';
import { createIngest, type Ingest } from './ingest-app';
import { createLive } from './live/live';
import { createLiveSeries } from './live/live-series';
import { createSocketServer } from './live/socket';
import { createTail } from './live/tail';
import type { Log } from './log';
import { createReader } from './reader-app';
import { createSettings } from './settings-app';
import { readPanel } from './panel-app';
import { createSources } from './sources-app';
import { askToRemoveSample } from './tasks-app';
import { createTopics } from './topics-app';
import { createTrends } from './trends-app';
import { createWriteGuard } from './web/access';
import { createWeb, type Web } from './web/http';
import { SOCKET_HEADERS, socketAdmitted } from './web/security';
import { createHubCallback } from './websub-app';

export interface App {
  /** @returns the port that the dashboard is served on; null where the role has none */
  serve(): Promise<number | null>;
  /** begins to poll, where the role does; takes a moment longer than serving, since the gazetteer is read. @throws the signal's reason, once it is aborted */
  ingest(signal: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

const CHANGE_CHANNEL = 'marsad_change';

function createHandle(config: Config, db: Database, log: Log, parts: TopicsHandle & SettingsHandle): Handle {
  const guard = createWriteGuard(config);
  return {
    snapshot: (query) => readSnapshot(db, query, new Date(), (filter, window) => readPanel({ db, now: () => new Date() }, filter, window)),
    older: async (query, key) => articlePage(db, toFilter(query), readPageKey(key)),
    choices: (places) => readChoices(db, places),
    status: () => readStatus(db),
    health: () => readHealth(db, (error) => log.error({ err: error }, 'the database could not be asked')),
    writeAccess: guard.access,
    mayWrite: guard.mayWrite,
    removeSample: () => askToRemoveSample(db),
    ...parts,
    ...createTrends({ db, now: () => new Date() }),
    ...createReader({ db, now: () => new Date() }),
    ...createSources({ db, now: () => new Date(), log }),
    article: (id) => readArticle(db, id),
    correct: (id, input) => correctArticle(db, id, input),
    undoCorrection: (id, correction) => undoCorrection(db, id, correction),
    corrections: () => listCorrections(db),
    correctionCases: () => correctionCases(db),
  };
}

interface WebSide {
  web: Web;
  start(): Promise<number>;
  stop(): Promise<void>;
}

/** The web side: pages, the tail of the log, and the socket. It meets the ingest side only in Postgres. */
async function createWebSide(config: Config, db: Database, log: Log): Promise<WebSide> {
  const onError = (error: unknown) => log.error({ err: error }, 'the web side failed at something');
  const topics = createTopics({ db, now: () => new Date(), log });
  const settings = await createSettings({ config, db, now: () => new Date(), onError });
  const handle = createHandle(config, db, log, { ...topics.handle, ...settings.handle });
  provideHandle(handle);
  const web = await createWeb({ ...config, callback: createHubCallback(config, db, () => new Date(), onError), tileOrigin: settings.tileOrigin, onError });
  const socket = createSocketServer(web.server, { admit: (request) => socketAdmitted(request, config.allowedHosts), headers: SOCKET_HEADERS }, onError);
  const tail = createTail<Change>({
    changesSince: (cursor, limit) => changesSince(db, cursor, limit),
    newestCursor: () => newestCursor(db),
    async onBatch(changes, cursor) {
      await live.onBatch(changes, cursor);
      await series.onBatch(changes);
    },
    onError,
  });
  const series = createLiveSeries({ readSeries: handle.series, publishedAt: (ids) => readTimes(db, ids), send: socket.sendSeries, onError });
  const live = createLive({
    toFilter,
    changesSince: (cursor, limit) => changesSince(db, cursor, limit),
    holdsAllSince: (cursor) => holdsAllSince(db, cursor),
    articlesById: (ids) => articlesById(db, ids),
    readPanel: (filter, window) => readPanel({ db, now: () => new Date() }, filter, window),
    readStatus: () => readStatus(db),
    readSnapshot: handle.snapshot,
    cursor: tail.cursor,
    send: socket.send,
    onError,
  });
  socket.serve(live, series);
  let listener: Listener | null = null;
  return {
    web,
    async start() {
      await tail.start();
      listener = listen(db.connectionString, CHANGE_CHANNEL, tail.wake, onError);
      live.start();
      series.start();
      return web.listen();
    },
    async stop() {
      socket.close();
      await web.stop();
      await listener?.stop();
      await tail.stop();
      await live.stop();
      await series.stop();
      await topics.stop();
    },
  };
}

/**
 * The composition root: wires the parts of a role by passing functions.
 * @param startingFeeds of no use to ROLE=web
 * @param db open and migrated; stays the caller's to close
 */
export async function createApp(config: Config, startingFeeds: readonly StartingFeed[], db: Database, log: Log): Promise<App> {
  const owner = randomUUID();
  const ingest: Ingest | null = config.role === 'web' ? null : createIngest(config, startingFeeds, db, owner, log);
  const webSide = config.role === 'ingest' ? null : await createWebSide(config, db, log);
  return {
    serve: async () => (webSide ? webSide.start() : null),
    ingest: async (signal) => ingest?.start(signal),
    async stop() {
      await ingest?.stop();
      await webSide?.stop();
    },
  };
}
