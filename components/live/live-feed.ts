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
  /** what is to be drawn; the same object until the listeners are told */
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

export interface LiveFeedDeps {
  /** what must wait at this moment, because the reader reads */
  hold(): Hold;
  /** runs the task soon, once for however many changes: before the next frame, say */
  soon(task: () => void): void;
  /** likewise, for what comes from the server: not so often that a stream of it keeps the reader's own clicks waiting */
  calmly?(task: () => void): void;
  /** runs the task once what was just drawn is on the screen: an answer is work as well, and would keep it waiting */
  onceShown?(task: () => void): void;
}

/**
 * Owns the dashboard's data outside of React: the socket always asks from the cursor that really was reached, and a burst
 * of batches is drawn once.
 */
export function createLiveFeed(query: FilterQuery, snapshot: Snapshot, { hold, soon, calmly = soon, onceShown = (task) => task() }: LiveFeedDeps): LiveFeed {
  let view: LiveView = { state: initialState(query, snapshot), connection: NOT_CONNECTED };
  /** what is drawn: `view` as of the last time that the listeners were told */
  let shown = view;
  let subscription: Subscription | null = null;
  const listeners = new Set<() => void>();

  /** who has been asked to draw what is not drawn yet */
  let asked: 'nobody' | 'calmly' | 'soon' = 'nobody';

  function update(next: LiveView, pace: 'calmly' | 'soon') {
    if (next.state === view.state && next.connection === view.connection) return;
    view = next;
    if (asked === 'soon' || asked === pace) return;
    asked = pace;
    (pace === 'soon' ? soon : calmly)(publish);
  }

  function publish() {
    asked = 'nobody';
    if (shown === view) return;
    shown = view;
    for (const listener of listeners) listener();
  }

  const dispatch = (action: LiveAction, pace: 'calmly' | 'soon' = 'soon') => update({ ...view, state: reduce(view.state, action) }, pace);
  const onConnection = (event: ConnectionEvent) => update({ ...view, connection: nextConnection(view.connection, event) }, 'soon');

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
    view: () => shown,
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
        onBatch: (batch, advance) => dispatch({ type: 'batch:received', batch, advance, hold: hold() }, 'calmly'),
        onPanel: (change) => dispatch({ type: 'panel:changed', change }, 'calmly'),
        onStatus: (status) => dispatch({ type: 'status:changed', status }, 'calmly'),
      });
      subscription.start();
    },
    disconnect() {
      subscription?.stop();
      subscription = null;
    },
    choose(next) {
      dispatch({ type: 'query:chosen', query: next });
      // what a reader does himself is drawn at once: a box that is ticked must not jump back until the next frame
      publish();
      onceShown(() => subscription?.ask());
    },
    release() {
      if (view.state.overflow > 0) return subscription?.ask();
      dispatch({ type: 'waiting:released' });
    },
    dispatch: (action) => dispatch(action),
    networkLost: () => onConnection({ type: 'network-lost' }),
  };
}
