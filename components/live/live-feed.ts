import type { Snapshot } from '@/lib/dashboard';
import type { FilterQuery, SubscribeReply, SubscribeRequest } from '@/lib/events';
import { listKey } from './address';
import type { Hold } from './batch';
import { nextConnection, NOT_CONNECTED, type Connection, type ConnectionEvent } from './connection';
import { reduce, type LiveAction } from './reducer';
import { createSubscription, type FeedSocket, type Subscription } from './socket';
import { initialState, type LiveState } from './state';

export interface LiveView {
  state: LiveState;
  connection: Connection;
}

export interface LiveFeed {
  view(): LiveView;
  /** @returns what ends the listening */
  listen(listener: () => void): () => void;
  connect(socket: FeedSocket): void;
  disconnect(): void;
  choose(query: FilterQuery): void;
  /** shows what waits; where more waited than is kept, the whole list anew */
  release(): void;
  dispatch(action: LiveAction): void;
  networkLost(): void;
}

/**
 * Owns the dashboard's data outside of React, so that the socket always asks from the cursor that really was reached.
 * @param hold what must wait at this moment, because the reader reads
 */
export function createLiveFeed(query: FilterQuery, snapshot: Snapshot, hold: () => Hold): LiveFeed {
  let view: LiveView = { state: initialState(query, snapshot), connection: NOT_CONNECTED };
  let subscription: Subscription | null = null;
  const listeners = new Set<() => void>();

  function update(next: LiveView) {
    if (next.state === view.state && next.connection === view.connection) return;
    view = next;
    for (const listener of listeners) listener();
  }

  const dispatch = (action: LiveAction) => update({ ...view, state: reduce(view.state, action) });
  const onConnection = (event: ConnectionEvent) => update({ ...view, connection: nextConnection(view.connection, event) });

  function position(): SubscribeRequest {
    const { wanted, query: shown, cursor, overflow } = view.state;
    const same = listKey(wanted) === listKey(shown) && overflow === 0;
    return { filter: wanted, cursor: same ? cursor : null };
  }

  function onReply(request: SubscribeRequest, reply: Extract<SubscribeReply, { ok: true }>) {
    if (reply.kind === 'snapshot') return dispatch({ type: 'snapshot:received', query: request.filter, snapshot: reply.snapshot });
    const { batch, panel, status } = reply;
    dispatch({ type: 'caught-up', query: request.filter, batch, panel, status, hold: hold() });
  }

  return {
    view: () => view,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    connect(socket) {
      subscription = createSubscription({
        socket,
        position,
        onReply,
        onConnection,
        onBatch: (batch, advance) => dispatch({ type: 'batch:received', batch, advance, hold: hold() }),
        onPanel: (change) => dispatch({ type: 'panel:changed', change }),
        onStatus: (status) => dispatch({ type: 'status:changed', status }),
      });
      subscription.start();
    },
    disconnect() {
      subscription?.stop();
      subscription = null;
    },
    choose(next) {
      dispatch({ type: 'query:chosen', query: next });
      subscription?.ask();
    },
    release() {
      if (view.state.overflow > 0) return subscription?.ask();
      dispatch({ type: 'waiting:released' });
    },
    dispatch,
    networkLost: () => onConnection({ type: 'network-lost' }),
  };
}
