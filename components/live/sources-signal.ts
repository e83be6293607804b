'use client';

import { useEffect, useRef, useState } from 'react';
import { nextConnection, NOT_CONNECTED, type Connection, type ConnectionEvent } from './connection';
import { openSocket } from './open-socket';
import type { FeedSocket } from './socket';

/** Tells when the feeds' health may have changed: the server says so, or the connection is back after a break. */
export function useSourcesSignal(onChange: () => void): Connection {
  const [connection, setConnection] = useState(NOT_CONNECTED);
  const changed = useRef(onChange);
  useEffect(() => {
    changed.current = onChange;
  }, [onChange]);
  useEffect(() => {
    let stop: (() => void) | null = null;
    let ended = false;
    void openSocket().then((socket) => {
      if (ended) return;
      stop = watchSources(socket, { onChange: () => changed.current(), onConnection: (event) => setConnection((now) => nextConnection(now, event)) });
    });
    return () => {
      ended = true;
      stop?.();
    };
  }, []);
  return connection;
}

interface Watcher {
  onChange(): void;
  onConnection(event: ConnectionEvent): void;
}

/** @returns what ends it */
export function watchSources(socket: FeedSocket, { onChange, onConnection }: Watcher): () => void {
  const watch = () => {
    onConnection({ type: 'connected' });
    socket.emit('sources:watch', () => {
      onConnection({ type: 'subscribed' });
      onChange();
    });
  };
  const lost = (reason: string) => {
    onConnection({ type: 'disconnected' });
    // Socket.IO takes a disconnection by the server for final; to us it is a restart.
    if (reason === 'io server disconnect') socket.connect();
  };
  const failed = () => onConnection({ type: 'failed' });
  const offline = () => onConnection({ type: 'network-lost' });
  socket.on('connect', watch).on('disconnect', lost).on('connect_error', failed).on('sources:changed', onChange);
  window.addEventListener('offline', offline);
  socket.connect();
  return () => {
    window.removeEventListener('offline', offline);
    socket.off('connect', watch).off('disconnect', lost).off('connect_error', failed).off('sources:changed', onChange);
    socket.disconnect();
  };
}
