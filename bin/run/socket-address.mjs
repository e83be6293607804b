import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Where processes that work on the same folder meet. As in server/db/postgres/folder-lock.ts, which can't be loaded before
 * there is a node_modules: a socket ends with its process.
 */
export function socketAddress(what, folder) {
  const name = `marsad-${what}-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${name.padEnd(107, '-')}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return path.join(tmpdir(), name);
}
