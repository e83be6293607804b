import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { environmentWith } from '../../server/config';
import { temporaryFolder } from '../support/folders';
import { closing } from './closing';
import { medianOf, seconds, type Table } from './figures';

const GIVE_UP_MS = 300_000;

interface Start {
  /** milliseconds from the command to the address */
  toAddress: number;
  /** milliseconds from SIGTERM to the end */
  toEnd: number;
  output: string;
}

/** A clone has settings and data of its own, and asks no feeds. */
const environment = () => environmentWith({
  PORT: '0', FEEDS: 'none', HOST: null, ROLE: null, DATABASE_URL: null, DATA_DIR: null, NEXT_DIST_DIR: null, NODE_ENV: null, POLL_MIN_SECONDS: null,
}) as NodeJS.ProcessEnv;

/** Types `npm start` in the folder, waits for the address, and stops it as a service manager does. */
function start(folder: string): Promise<Start> {
  const began = performance.now();
  const child = spawn('npm', ['start'], { cwd: folder, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let toAddress: number | null = null;
  let stopping = 0;
  const hear = (chunk: Buffer) => {
    output += chunk.toString('utf8');
    if (toAddress !== null || !output.includes('Marsad is ready: ')) return;
    toAddress = performance.now() - began;
    stopping = performance.now();
    child.kill('SIGTERM');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = closing(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => void stop(), GIVE_UP_MS);
    child.once('error', reject);
    void ended.then(() => {
      clearTimeout(timer);
      void stop();
      if (toAddress === null) reject(new Error(`npm start in a fresh clone came to no address:\n${output}`));
      else resolve({ toAddress, toEnd: performance.now() - stopping, output });
    });
  });
}

/** What the first start said of its steps: `✓ Packages installed (41.2 s)` and the like. */
function stepsOf(output: string): string {
  return output.split('\n').flatMap((line) => /✓ (.*\([0-9.]+ s\))/u.exec(line)?.[1] ?? []).join(', ');
}

/** `npm start` in a fresh clone, and again. */
export async function measureStarts(projectDir: string, repeat: number, say: (line: string) => void): Promise<Table> {
  const title = 'First and second start';
  if (!existsSync(path.join(projectDir, '.git'))) return { title, rows: [], notes: ['not measured: this folder is no git checkout, so there is nothing to clone'] };
  const folder = await temporaryFolder();
  const remove = closing(() => rm(folder.path, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));
  try {
    const clone = path.join(folder.path, 'marsad');
    await promisify(execFile)('git', ['clone', '--quiet', projectDir, clone]);
    const first = await start(clone);
    say(`  first start: ${seconds(first.toAddress)}`);
    const later: Start[] = [];
    for (let n = 0; n < repeat; n += 1) later.push(await start(clone));
    const ends = [first, ...later].map(({ toEnd }) => toEnd);
    return {
      title,
      rows: [
        { what: 'first start', figure: seconds(first.toAddress), aim: '', how: `\`npm start\` in a fresh clone to the address: ${stepsOf(first.output)}` },
        { what: 'second start', figure: medianOf(later.map(({ toAddress }) => toAddress), seconds), aim: '< 5 s', how: 'the same again, with nothing stale' },
        { what: 'stop', figure: medianOf(ends, seconds), aim: '', how: 'from SIGTERM sent to npm to the end of all, Postgres included' },
      ],
      notes: ['The first start\'s packages come from the registry that npm is set to, or its cache.'],
    };
  } finally {
    await remove();
  }
}
