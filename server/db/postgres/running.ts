import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { SUPERUSER } from './cluster';
import { sharedHome } from './server-user';

/** The line of postmaster.pid that holds the port, from 0; it is written once the server listens. */
const PORT_LINE = 3;

async function addressIn(home: string): Promise<string | null> {
  const [pidFile, secret] = await Promise.all([
    readFile(path.join(home, 'postgres', 'postmaster.pid'), 'utf8').catch(() => ''),
    readFile(path.join(home, 'postgres.password'), 'utf8').catch(() => ''),
  ]);
  const port = Number(pidFile.split('\n')[PORT_LINE]);
  return port > 0 && secret !== '' ? `postgresql://${SUPERUSER}:${secret.trim()}@127.0.0.1:${port}/postgres` : null;
}

/**
 * The address of the server that a running Marsad has started on a data folder.
 * @returns null where none listens yet
 */
export async function findRunningServer(dataDir: string): Promise<string | null> {
  const folder = await realpath(dataDir);
  return (await addressIn(folder)) ?? addressIn(sharedHome(folder));
}
