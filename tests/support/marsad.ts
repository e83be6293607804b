import { spawn, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { environmentWith } from '../../server/config';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** Where tests build the pages, so that a running Marsad keeps its own. */
export const TEST_DIST_DIR = '.next-test';

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface MarsadProcess {
  pid: number;
  /** all that it has said, standard error included */
  output(): string;
  /** resolves with the first line that matches, said already or later; rejects with the output if it ends before */
  line(pattern: RegExp): Promise<string>;
  ended: Promise<Ended>;
  /** to the process alone */
  signal(name: NodeJS.Signals): void;
  /** to the whole group, as a terminal sends Ctrl-C */
  signalGroup(name: NodeJS.Signals): void;
  /** ends it in order, and waits */
  stop(): Promise<Ended>;
}

export interface StartOptions {
  dataDir: string;
  /** `npm start` instead of the file behind it */
  throughNpm?: boolean;
  /** over the settings of a test; null takes one out */
  env?: Record<string, string | null>;
}

/** The product's own way of starting, but for folders, port and feeds of the test's own. */
export function launchMarsad({ dataDir, throughNpm = false, env = {} }: StartOptions): MarsadProcess {
  const [file, args] = throughNpm ? ['npm', ['start']] : [process.execPath, ['bin/start.mjs']];
  const child = spawn(file, args, {
    cwd: PROJECT,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environmentWith({
      DATA_DIR: dataDir, PORT: '0', FEEDS: 'none', POLL_MIN_SECONDS: '1', NEXT_DIST_DIR: TEST_DIST_DIR,
      HOST: null, ROLE: null, DATABASE_URL: null, ADMIN_TOKEN: null, NODE_ENV: null, ...env,
    }) as NodeJS.ProcessEnv,
  });
  let output = '';
  const waiting = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    output += chunk.toString('utf8');
    for (const look of waiting) look();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  const pid = child.pid ?? 0;
  return {
    pid,
    ended,
    output: () => output,
    line: (pattern) => new Promise((resolve, reject) => {
      const look = () => {
        const found = output.split('\n').find((line) => pattern.test(line));
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
      ended.then(() => reject(new Error(`Marsad ended before it said ${String(pattern)}:\n${output}`)), reject);
    }),
    signal: (name) => { child.kill(name); },
    signalGroup: (name) => { process.kill(-pid, name); },
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** Starts Marsad and waits until it answers. `address` has no slash at its end. */
export async function startMarsad(options: StartOptions): Promise<MarsadProcess & { address: string }> {
  const marsad = launchMarsad(options);
  const line = await marsad.line(/Marsad is ready: /u);
  return { ...marsad, address: line.replace(/^.*Marsad is ready: /u, '').trim() };
}

/** The embedded Postgres of a data folder: its process, while its file is there. */
export async function postgresPid(dataDir: string): Promise<number | null> {
  const written = await readFile(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => null);
  return written === null ? null : Number.parseInt(written, 10);
}

/** Whether a process runs. One that has ended and was not collected by its parent (a container's first process may not) does not. */
export function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.trim().startsWith('Z');
}
