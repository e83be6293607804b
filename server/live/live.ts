import type { FeedStatus, Panel, Snapshot } from '../../lib/dashboard';
import type { FilterQuery, SubscribeReply, SubscribeRequest } from '../../lib/events';
import type { Filter } from '../../lib/filter';
import type { WindowName } from '../../lib/window';
import { articleIds, batchFor, createRoom, panelChange, touchedBars, type LiveArticle, type LiveChange, type Room } from './rooms';

export interface LiveDeps {
  toFilter(query: FilterQuery): Filter;
  changesSince(cursor: string, limit: number): Promise<LiveChange[]>;
  holdsAllSince(cursor: string): Promise<boolean>;
  articlesById(ids: readonly string[]): Promise<Map<string, LiveArticle>>;
  readPanel(filter: Filter, window: WindowName): Promise<Panel>;
  readStatus(): Promise<FeedStatus>;
  readSnapshot(query: FilterQuery): Promise<Snapshot>;
  /** everything up to here has been handed to the rooms */
  cursor(): string;
  send: Sender;
  onError(error: unknown): void;
}

export interface Sender {
  articles(room: string, batch: ReturnType<typeof batchFor>): void;
  panel(room: string, change: ReturnType<typeof panelChange>): void;
  status(status: FeedStatus): void;
  sources(): void;
}

export interface Subscriber {
  join(room: string): void;
  /** told how many articles changed since its cursor, as soon as that is known */
  behind(articles: number): void;
}

export interface Live {
  /** takes the subscriber into its room first and reads afterwards, so that nothing falls between the two */
  subscribe(request: SubscribeRequest, subscriber: Subscriber): Promise<SubscribeReply>;
  /** the room has no readers left */
  leave(room: string): void;
  onBatch(changes: LiveChange[], cursor: string): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

/** Beyond this many changes a fresh page is cheaper than catching up. */
const MAX_CATCH_UP = 1_000;
/** So soon after the first change that they tell of numbers are sent, and so seldom while changes go on: counting is work, and so is drawing. */
const PANEL_MS = 300;
const PANEL_EVERY_MS = 1_000;
const REFRESH_MS = 60_000;

/** Brings the log's batches to the readers, room by room: a room is a filter and a window. */
export function createLive(deps: LiveDeps): Live {
  const rooms = new Map<string, Room>();
  let statusDue = false;
  let panels: Promise<void> = Promise.resolve();
  let panelTimer: NodeJS.Timeout | null = null;
  let panelsMay = 0;
  let refreshTimer: NodeJS.Timeout | null = null;

  async function sendPanel(room: Room, bars: ReadonlySet<string> | 'all'): Promise<void> {
    const cursor = deps.cursor();
    deps.send.panel(room.name, panelChange(await deps.readPanel(room.filter, room.window), bars, cursor));
  }

  async function sendDue(): Promise<void> {
    for (const room of rooms.values()) {
      if (room.dirty.size === 0) continue;
      const bars = new Set(room.dirty);
      room.dirty.clear();
      await sendPanel(room, bars);
    }
    if (statusDue && rooms.size > 0) {
      statusDue = false;
      deps.send.status(await deps.readStatus());
    }
  }

  function schedulePanels(): void {
    panelTimer ??= setTimeout(() => {
      panelTimer = null;
      panelsMay = performance.now() + PANEL_EVERY_MS;
      panels = panels.then(sendDue).catch(deps.onError);
    }, Math.max(PANEL_MS, panelsMay - performance.now()));
  }

  // The window slides and feeds are polled without a change of any article: once a minute everything is said anew.
  function refresh(): void {
    statusDue = true;
    panels = panels.then(async () => {
      for (const room of rooms.values()) await sendPanel(room, 'all');
      await sendDue();
    }).catch(deps.onError);
  }

  /** @returns null where beginning anew is cheaper, or the log does not reach back to the cursor */
  async function catchUp(room: Room, cursor: string, behind: (articles: number) => void): Promise<SubscribeReply | null> {
    if (!(await deps.holdsAllSince(cursor))) return null;
    const changes = await deps.changesSince(cursor, MAX_CATCH_UP);
    if (changes.length === MAX_CATCH_UP) return null;
    const ids = articleIds(changes);
    if (ids.length > 0) behind(ids.length);
    const batch = batchFor(room, changes, await deps.articlesById(ids), changes.at(-1)?.seq ?? cursor);
    const [panel, status] = await Promise.all([deps.readPanel(room.filter, room.window), deps.readStatus()]);
    return { ok: true, kind: 'since', batch, panel, status };
  }

  return {
    async subscribe({ filter: query, cursor }, { join, behind }) {
      const fresh = createRoom(deps.toFilter(query), query.window);
      const room = rooms.get(fresh.name) ?? fresh;
      rooms.set(room.name, room);
      join(room.name);
      const since = cursor === null ? null : await catchUp(room, cursor, behind);
      return since ?? { ok: true, kind: 'snapshot', snapshot: await deps.readSnapshot(query) };
    },
    leave(room) {
      rooms.delete(room);
    },
    async onBatch(changes, cursor) {
      statusDue = true;
      if (changes.some(({ kind }) => kind === 'feed:changed')) deps.send.sources();
      if (rooms.size === 0) return;
      // bars too: which of them changed nobody has listed
      if (changes.some(({ kind }) => kind === 'topics:changed')) refresh();
      const articles = await deps.articlesById(articleIds(changes));
      for (const room of rooms.values()) {
        const batch = batchFor(room, changes, articles, cursor);
        if (batch.upserts.length + batch.removed.length > 0) deps.send.articles(room.name, batch);
        for (const bar of touchedBars(room, batch, changes)) room.dirty.add(bar);
      }
      schedulePanels();
    },
    start() {
      refreshTimer = setInterval(refresh, REFRESH_MS);
    },
    async stop() {
      if (panelTimer) clearTimeout(panelTimer);
      if (refreshTimer) clearInterval(refreshTimer);
      await panels;
    },
  };
}
