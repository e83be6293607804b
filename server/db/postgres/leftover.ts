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

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/**
 * Ends what a Marsad that was killed left behind: a server that still runs on the folder is stopped in order. The file of one
 * that doesn't is Postgres' own to judge, which also looks for its shared memory; but Postgres refuses to start where the
 * number in it has become a stranger's, or none can be read (cut off by a power cut): then it is removed. The caller holds
 * the lock on the folder.
 */
export async function clearLeftover(site: Site, say: (line: string) => void): Promise<void> {
  const folder = databaseFolder(site);
  const pidFile = path.join(folder, 'postmaster.pid');
  const written = await readFile(pidFile, 'utf8').catch(() => null);
  if (written === null) return;
  const pid = Number.parseInt(written, 10);
  if (pid > 0 && !isAlive(pid)) return;
  if (!(pid > 0) || !(await isServerOf(pid, folder))) return rm(pidFile, { force: true });
  say('Stopping the Postgres that an interrupted Marsad left running');
  await stopServer(site);
}

/** pg_ctl's own word for it. @returns null where no server runs any more, else what pg_ctl says */
async function stop(site: Site, mode: 'fast' | 'immediate', seconds: number): Promise<string | null> {
  const { code, output } = await run(program(site.binaries, 'pg_ctl'), ['stop', '-D', databaseFolder(site), '-m', mode, '-w', '-t', String(seconds)], site.user);
  return code === 0 || output.includes('postmaster.pid" does not exist') ? null : output.trim();
}

/**
 * Without an orderly end: the next start replays what was committed.
 * @throws StartError where it goes on all the same
 */
export async function stopServerAtOnce(site: Site): Promise<void> {
  const why = await stop(site, 'immediate', 5);
  if (why !== null) throw new StartError(`the Postgres on ${databaseFolder(site)} does not stop: ${why}`);
}

/** @throws StartError where the server neither ends in order nor at once */
export async function stopServer(site: Site): Promise<void> {
  if ((await stop(site, 'fast', 12)) !== null) await stopServerAtOnce(site);
}
