import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export interface MarsadProcess {
  /** how it ended, in words */
  exited: Promise<string>;
  running(): boolean;
  /** asks it to stop, and waits until it has */
  stop(): Promise<void>;
  /** kill -9: nothing of it gets to say goodbye */
  kill(): void;
}

const START = fileURLToPath(new URL('../../bin/start.mjs', import.meta.url));

/** What package.json's start script gives Node as well: a smaller heap, and fewer arenas for what lies beside it. */
const FLAGS = ['--max-old-space-size=512', '--max-semi-space-size=8'];
const ARENAS = { MALLOC_ARENA_MAX: '2' };

/** Starts Marsad as `npm start` does, in a process of its own. It talks where we talk. */
export function startMarsad(environment: Record<string, string | undefined>): MarsadProcess {
  const child = spawn(process.execPath, [...FLAGS, START], { env: { ...(environment as NodeJS.ProcessEnv), ...ARENAS }, stdio: ['ignore', 'inherit', 'inherit'] });
  let running = true;
  const exited = new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      running = false;
      resolve(signal ? `ended by ${signal}` : `ended with exit code ${code}`);
    });
  });
  return {
    exited,
    running: () => running,
    stop: async () => {
      if (running) child.kill('SIGTERM');
      await exited;
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

/** Asked before Marsad starts: else whatever has the port might answer in its place. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

const healthSchema = z.object({ status: z.string(), articles: z.number().nullable() });

/** How many articles Marsad has; null where it doesn't answer, or can't ask its database. */
export async function storedArticles(port: number): Promise<number | null> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(5000) });
    return healthSchema.safeParse(await response.json()).data?.articles ?? null;
  } catch (error) {
    // Not up yet, just gone, or too late: null says so, and the process itself says why it ended.
    if (error instanceof TypeError || error instanceof DOMException || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Waits until Marsad answers. @returns false where it ended instead, or `cancelled` was asked for */
export async function untilReady(marsad: MarsadProcess, port: number, cancelled: AbortSignal): Promise<boolean> {
  while (marsad.running() && !cancelled.aborted) {
    if ((await storedArticles(port)) !== null) return true;
    await delay(200);
  }
  return false;
}
