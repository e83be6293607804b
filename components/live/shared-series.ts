import type { SeriesQuery } from '@/lib/trends';
import { nextConnection, NOT_CONNECTED, type Connection, type ConnectionEvent } from './connection';
import { openSocket } from './open-socket';
import { createSeriesClient, type SeriesClient, type SeriesListener } from './series-client';

export interface SharedListener extends SeriesListener {
  onConnection(connection: Connection): void;
}

interface Joined {
  query: SeriesQuery;
  listener: SharedListener;
  leave: (() => void) | null;
}

interface Shared {
  client: SeriesClient | null;
  connection: Connection;
  joined: Set<Joined>;
  ended: boolean;
}

/** How long the connection outlives its last follower: from one chart to the next it is not broken off. */
const LINGER_MS = 5_000;

let shared: Shared | null = null;

function change(here: Shared, event: ConnectionEvent) {
  here.connection = nextConnection(here.connection, event);
  for (const { listener } of here.joined) listener.onConnection(here.connection);
}

function connect(here: Shared) {
  const lost = () => change(here, { type: 'network-lost' });
  void openSocket().then((socket) => {
    if (here.ended) return;
    here.client = createSeriesClient(socket, (event) => change(here, event));
    for (const one of here.joined) one.leave = here.client.follow(one.query, one.listener);
    window.addEventListener('offline', lost);
    here.client.start();
  });
  return () => {
    here.ended = true;
    window.removeEventListener('offline', lost);
    here.client?.stop();
  };
}

let end: (() => void) | null = null;
let lingering: ReturnType<typeof setTimeout> | undefined;

/** Follows a series over the page's one connection for them. @returns what ends it */
export function joinSeries(query: SeriesQuery, listener: SharedListener): () => void {
  clearTimeout(lingering);
  if (shared === null) {
    shared = { client: null, connection: NOT_CONNECTED, joined: new Set(), ended: false };
    end = connect(shared);
  }
  const here = shared;
  const one: Joined = { query, listener, leave: here.client?.follow(query, listener) ?? null };
  here.joined.add(one);
  listener.onConnection(here.connection);
  return () => {
    here.joined.delete(one);
    one.leave?.();
    if (here.joined.size === 0) lingering = setTimeout(endShared, LINGER_MS);
  };
}

function endShared() {
  end?.();
  end = null;
  shared = null;
}
