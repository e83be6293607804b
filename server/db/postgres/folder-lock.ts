import { createHash } from 'node:crypto';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rm } from 'node:fs/promises';
import { FolderInUseError } from '../../start-error';

/** The longest name a Unix socket can have; full length, so that every Node version makes the same name of it. */
const SOCKET_NAME_LENGTH = 107;

/**
 * Where the holder of a folder listens. A listening socket ends with its process, however that ends, and can't be mistaken
 * for another process with the same number. Linux has sockets without a file; elsewhere it lies in the temporary folder.
 */
function socketAddress(folder: string): string {
  const name = `marsad-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${name.padEnd(SOCKET_NAME_LENGTH, '-')}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return path.join(tmpdir(), name);
}

function listen(address: string): Promise<Server | null> {
  const server = createServer((caller) => caller.on('error', () => caller.destroy()).end(String(process.pid)));
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)));
    server.listen(address, () => resolve(server));
  });
}

/** The process that listens there; null where nobody does (a socket file that its process left behind). */
function askHolder(address: string): Promise<string | null> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(address);
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => { answer += text; });
    socket.on('close', (failed) => resolve(failed ? null : answer));
    socket.on('error', () => socket.destroy());
  });
}

/**
 * Makes this process the only Marsad on a folder, until `release` or its end.
 * @param folder its real path
 * @throws StartError naming the folder and the process that has it
 */
export async function lockFolder(folder: string): Promise<{ release(): Promise<void> }> {
  const address = socketAddress(folder);
  let server = await listen(address);
  if (!server) {
    const holder = await askHolder(address);
    if (holder === null && !address.startsWith('\0')) await rm(address, { force: true });
    server = holder === null ? await listen(address) : null;
    if (!server) throw new FolderInUseError(`another Marsad${holder ? ` (process ${holder})` : ''} is running on ${folder}: stop it, or choose another folder with DATA_DIR`);
  }
  server.unref();
  const held = server;
  return { release: () => new Promise((resolve) => held.close(() => resolve())) };
}
