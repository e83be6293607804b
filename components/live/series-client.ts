import { applySeriesChange, seriesKey, type SeriesChange } from '@/lib/series-change';
import type { SeriesReply } from '@/lib/events';
import type { SeriesAnswer, SeriesQuery } from '@/lib/trends';
import type { ConnectionEvent } from './connection';
import type { FeedSocket } from './socket';

export interface SeriesListener {
  /** whole, and as it is in the database now */
  onAnswer(answer: SeriesAnswer): void;
  /** the server doesn't answer such a question, and says why */
  onRefused(reason: string): void;
}

export interface SeriesClient {
  /** @returns what ends it */
  follow(query: SeriesQuery, listener: SeriesListener): () => void;
  start(): void;
  stop(): void;
}

/** A question that somebody on the page follows. `id`: the server's name for it, once it answered on this connection. */
interface Followed {
  query: SeriesQuery;
  id: string | null;
  answer: SeriesAnswer | null;
  refusal: string | null;
  listeners: Set<SeriesListener>;
  retry: ReturnType<typeof setTimeout> | undefined;
}

const REPLY_WITHIN_MS = 15_000;
const ASK_AGAIN_MS = 3_000;

/** Follows series over one socket: each question once, however many ask it, and anew after every connection. */
export function createSeriesClient(socket: FeedSocket, onConnection: (event: ConnectionEvent) => void): SeriesClient {
  const followed = new Map<string, Followed>();

  function tell(one: Followed, answer: SeriesAnswer) {
    one.answer = answer;
    one.refusal = null;
    for (const listener of one.listeners) listener.onAnswer(answer);
  }

  function ask(key: string, one: Followed) {
    clearTimeout(one.retry);
    one.id = null;
    if (!socket.connected) return;
    const connection = socket.id;
    socket.timeout(REPLY_WITHIN_MS).emit('series:subscribe', one.query, (error: Error | null, reply: SeriesReply) => {
      if (socket.id !== connection) return;
      if (followed.get(key) === one) return error ? ask(key, one) : receive(key, one, reply);
      // nobody waits for it any more; where the same is asked once more, it has the same id
      if (!error && reply.ok && !followed.has(key)) socket.emit('series:unsubscribe', reply.id);
    });
  }

  function receive(key: string, one: Followed, reply: SeriesReply) {
    if (reply.ok) {
      one.id = reply.id;
      tell(one, reply.answer);
      onConnection({ type: 'subscribed' });
      return;
    }
    one.refusal = reply.error;
    for (const listener of one.listeners) listener.onRefused(reply.error);
    if (reply.temporary) one.retry = setTimeout(() => ask(key, one), ASK_AGAIN_MS);
  }

  function onChanged(id: string, change: SeriesChange) {
    for (const one of followed.values()) if (one.id === id && one.answer) tell(one, applySeriesChange(one.answer, change));
  }

  function onConnect() {
    onConnection({ type: 'connected' });
    for (const [key, one] of followed) ask(key, one);
  }

  function onDisconnect(reason: string) {
    for (const one of followed.values()) one.id = null;
    onConnection({ type: 'disconnected' });
    // Socket.IO takes a disconnection by the server for final; to us it is a restart.
    if (reason === 'io server disconnect') socket.connect();
  }

  const onError = () => onConnection({ type: 'failed' });

  function begin(key: string, query: SeriesQuery): Followed {
    const one: Followed = { query, id: null, answer: null, refusal: null, listeners: new Set(), retry: undefined };
    followed.set(key, one);
    ask(key, one);
    return one;
  }

  function end(key: string, one: Followed) {
    clearTimeout(one.retry);
    followed.delete(key);
    if (one.id !== null && socket.connected) socket.emit('series:unsubscribe', one.id);
  }

  return {
    follow(query, listener) {
      const key = seriesKey(query);
      const one = followed.get(key) ?? begin(key, query);
      one.listeners.add(listener);
      if (one.answer) listener.onAnswer(one.answer);
      else if (one.refusal !== null) listener.onRefused(one.refusal);
      return () => {
        one.listeners.delete(listener);
        if (one.listeners.size === 0 && followed.get(key) === one) end(key, one);
      };
    },
    start() {
      socket.on('connect', onConnect).on('disconnect', onDisconnect).on('connect_error', onError).on('series:changed', onChanged);
      socket.connect();
    },
    stop() {
      for (const one of followed.values()) clearTimeout(one.retry);
      socket.off('connect', onConnect).off('disconnect', onDisconnect).off('connect_error', onError).off('series:changed', onChanged);
      socket.disconnect();
    },
  };
}
