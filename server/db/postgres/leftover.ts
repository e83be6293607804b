import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { StartError } from '../../start-error';
import { program } from './binaries';
import { databaseFolder } from './cluster';
import { run } from './run';
import type { Site } from './server-user';

async function commandOf(pid: number): Promise<string> {
  const fromProc = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  if (fromProc !== null) return fromProc.replaceAll('\0', ' ');
  const { output } = await run('ps', ['-ww', '-o', 'args=', '-p', String(pid)], null);
  return output;
}

/** A number in a file proves nothing: after a reboot it is another process's. Its command line has to name the folder. */
async function isServerOf(pid: number, folder: string): Promise<boolean> {
  if (process.platform === 'win32') return (await run('tasklist', ['/NH', '/FI', `PID eq ${pid}`], null)).output.includes('postgres');
  const command = await commandOf(pid);
  return command.includes('postgres') && command.includes(folder);
}

/**
 * Ends what a Marsad that was killed left behind: a server that still runs on the folder is stopped in order, and the
 * file of one that doesn't run any more is removed. The caller holds the lock on the folder.
 */
export async function clearLeftover(site: Site, say: (line: string) => void): Promise<void> {
  const folder = databaseFolder(site);
  const pidFile = path.join(folder, 'postmaster.pid');
  const written = await readFile(pidFile, 'utf8').catch(() => null);
  if (written === null) return;
  const pid = Number.parseInt(written, 10);
  if (!(pid > 0) || !(await isServerOf(pid, folder))) return rm(pidFile, { force: true });
  say('Stopping the Postgres that an interrupted Marsad left running');
  await stopServer(site);
}

/** @throws StartError where the server neither ends in order nor at once */
export async function stopServer(site: Site): Promise<void> {
  const stop = (mode: string, seconds: number) =>
    run(program(site.binaries, 'pg_ctl'), ['stop', '-D', databaseFolder(site), '-m', mode, '-w', '-t', String(seconds)], site.user);
  const inOrder = await stop('fast', 12);
  if (inOrder.code === 0 || inOrder.output.includes('postmaster.pid" does not exist')) return;
  const atOnce = await stop('immediate', 5);
  if (atOnce.code !== 0) throw new StartError(`the Postgres on ${databaseFolder(site)} does not stop: ${atOnce.output.trim()}`);
}
