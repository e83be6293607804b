import { rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { PROJECT } from './project.mjs';
import { socketAddress } from './socket-address.mjs';

function listen(at) {
  const waiting = new Set();
  const server = createServer((caller) => {
    waiting.add(caller);
    caller.on('error', () => caller.destroy()).on('close', () => waiting.delete(caller));
  });
  const release = () => {
    for (const caller of waiting) caller.destroy();
    return new Promise((resolve) => server.close(resolve));
  };
  return new Promise((resolve, reject) => {
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)));
    server.listen(at, () => resolve(release));
  });
}

/** Until the one who listens is done. @returns false where nobody listened */
function wait(at) {
  return new Promise((resolve) => {
    let connected = false;
    const socket = connect(at, () => { connected = true; });
    socket.on('error', () => socket.destroy()).on('close', () => resolve(connected)).resume();
  });
}

/** Runs `work` while no other set-up of this folder runs; `onWait` is told once if that takes waiting. */
export async function oneAtATime(work, onWait) {
  const at = socketAddress('setup', PROJECT);
  let release = await listen(at);
  for (let waited = false; !release; release = await listen(at)) {
    if (!waited) onWait();
    waited = true;
    if (!(await wait(at)) && !at.startsWith('\0')) await rm(at, { force: true });
  }
  try {
    return await work();
  } finally {
    await release();
  }
}
