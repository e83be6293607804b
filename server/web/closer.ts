import type { Server, Socket } from 'node:net';

/**
 * Has to be called before the server listens. The function it answers stops listening, ends every connection and waits for
 * that. Node's own closeAllConnections() passes over upgraded ones (a reader's socket), whose peer may never answer.
 */
export function createCloser(server: Server): () => Promise<void> {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of open) socket.destroy();
    return closed;
  };
}
