import type { Socket } from 'socket.io-client';
import type { FeedStatus } from '@/lib/dashboard';
import type { Batch, ClientEvents, PanelChange, ServerEvents, SubscribeReply, SubscribeRequest } from '@/lib/events';
import type { ConnectionEvent } from './connection';

export type FeedSocket = Socket<ServerEvents, ClientEvents>;

export interface SubscriptionDeps {
  socket: FeedSocket;
  /** what is wanted now, and the last change that is known of it */
  position(): SubscribeRequest;
  onReply(request: SubscribeRequest, reply: Extract<SubscribeReply, { ok: true }>): void;
  /** `advance`: whether the batch may move the cursor */
  onBatch(batch: Batch, advance: boolean): void;
  onPanel(change: PanelChange): void;
  onStatus(status: FeedStatus): void;
  onConnection(event: ConnectionEvent): void;
}

export interface Subscription {
  /** asks for what is wanted now; does nothing while there is no connection, which asks by itself once there is one */
  ask(): void;
  start(): void;
  stop(): void;
}

const REPLY_WITHIN_MS = 15_000;
const ASK_AGAIN_MS = 3_000;

/**
 * One reader's subscription over a socket that delivers at most once: after every connection it asks for what was missed.
 * Batches carry no filter, so what comes between a question and a reply that begins anew could belong to the old filter as
 * well as to the new one: it is dropped, and the question put once more from the new cursor.
 */
export function createSubscription(deps: SubscriptionDeps): Subscription {
  const { socket } = deps;
  /** the question that is open; a reply to an earlier one is out of date */
  let open: SubscribeRequest | null = null;
  let missed = false;
  /** numbers that came before the reply: newer than its own, if their cursor is */
  let early: PanelChange[] = [];
  let retry: ReturnType<typeof setTimeout> | undefined;

  function ask() {
    clearTimeout(retry);
    if (!socket.connected) return;
    const request = deps.position();
    open = request;
    missed = false;
    early = [];
    socket.timeout(REPLY_WITHIN_MS).emit('feed:subscribe', request, (error: Error | null, reply: SubscribeReply) => {
      if (open !== request) return;
      if (error) return ask();
      open = null;
      receive(request, reply);
    });
  }

  function receive(request: SubscribeRequest, reply: SubscribeReply) {
    if (!reply.ok) {
      deps.onConnection({ type: 'refused', reason: reply.error });
      retry = setTimeout(ask, ASK_AGAIN_MS);
      return;
    }
    deps.onReply(request, reply);
    if (reply.kind === 'snapshot' && missed) return ask();
    if (reply.kind === 'since') early.forEach(deps.onPanel);
    deps.onConnection({ type: 'subscribed' });
  }

  function onBatch(batch: Batch) {
    missed = true;
    if (open?.cursor !== null) deps.onBatch(batch, open === null);
  }

  function onPanel(change: PanelChange) {
    missed = true;
    if (open === null) deps.onPanel(change);
    else early.push(change);
  }

  function onConnect() {
    deps.onConnection({ type: 'connected' });
    ask();
  }

  function onDisconnect(reason: string) {
    open = null;
    deps.onConnection({ type: 'disconnected' });
    // Socket.IO takes a disconnection by the server for final; to us it is a restart.
    if (reason === 'io server disconnect') socket.connect();
  }

  const onBehind = (count: number) => deps.onConnection({ type: 'behind', count });
  const onError = () => deps.onConnection({ type: 'failed' });

  return {
    ask,
    start() {
      socket.on('connect', onConnect).on('disconnect', onDisconnect).on('connect_error', onError).on('feed:behind', onBehind);
      socket.on('articles:changed', onBatch).on('panel:changed', onPanel).on('status:changed', deps.onStatus);
      socket.connect();
    },
    stop() {
      clearTimeout(retry);
      open = null;
      socket.off('connect', onConnect).off('disconnect', onDisconnect).off('connect_error', onError).off('feed:behind', onBehind);
      socket.off('articles:changed', onBatch).off('panel:changed', onPanel).off('status:changed', deps.onStatus);
      socket.disconnect();
    },
  };
}
