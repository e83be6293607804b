import { createServer } from 'node:net';

/** Below where systems take the ports of outgoing connections from: one of those may have any port that is free now a moment later. */
const [LEAST, SPAN] = [20_000, 10_000];
const TRIES = 50;

function listens(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}

/** A port that nobody has at this moment, and that no outgoing connection will be given. */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const port = LEAST + Math.floor(Math.random() * SPAN);
    if (await listens(port)) return port;
  }
  throw new Error(`no free port from ${LEAST} to ${LEAST + SPAN - 1} in ${TRIES} tries`);
}
