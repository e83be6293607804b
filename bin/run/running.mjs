import { rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { inProject } from './project.mjs';
import { socketAddress } from './socket-address.mjs';

/** As many as can run from one build and be known of: one for pages and ingest each, and some to spare. */
const PLACES = [0, 1, 2, 3, 4, 5, 6, 7];
const addresses = (distDir) => PLACES.map((place) => socketAddress(`run${place}`, inProject(distDir)));

/** The process that listens there; null where nobody does. */
function ask(at) {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(at).setEncoding('utf8');
    socket.on('data', (text) => { answer += text; });
    socket.on('error', () => socket.destroy()).on('close', (failed) => resolve(failed ? null : answer));
  });
}

function listen(at) {
  const server = createServer((caller) => caller.on('error', () => caller.destroy()).end(String(process.pid)));
  return new Promise((resolve, reject) => {
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)));
    server.listen(at, () => resolve(server.unref()));
  });
}

/** Lets others know, until this process ends, that it runs from that build. @returns what takes it back */
export async function runFrom(distDir) {
  for (const at of addresses(distDir)) {
    // a socket's file that its process left behind
    if (!at.startsWith('\0') && (await ask(at)) === null) await rm(at, { force: true });
    const server = await listen(at);
    if (server) return () => new Promise((resolve) => server.close(resolve));
  }
  return async () => undefined;
}

/** A process that runs from that build; null where none does. */
export async function whoRunsFrom(distDir) {
  const pids = await Promise.all(addresses(distDir).map(ask));
  return pids.find((pid) => pid !== null) ?? null;
}
