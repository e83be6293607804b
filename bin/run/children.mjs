import { spawn } from 'node:child_process';
import { PROJECT } from './project.mjs';

const KEEP_CHARACTERS = 200_000;
const GRACE_MS = 5_000;

/** Everything that runs now, so that a signal can end it. */
const running = new Set();

function signal(child, name) {
  try {
    // the whole group: npm and next have children of their own
    if (process.platform === 'win32') child.kill(name);
    else process.kill(-child.pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Ends every child with all its own children, and waits for it. */
export async function endChildren() {
  await Promise.all([...running].map(async ({ child, closed }) => {
    signal(child, 'SIGTERM');
    const timer = setTimeout(() => signal(child, 'SIGKILL'), GRACE_MS);
    await closed;
    clearTimeout(timer);
  }));
}

/**
 * Runs a program to its end in a process group of its own, out of reach of a Ctrl-C.
 * @param options.env variables over our own; undefined takes one out
 * @param options.show whether its output goes where ours goes; else it is kept
 * @returns {Promise<{ code: number | null, output: string }>} `output` where it was not shown
 */
export function runChild(file, args, { env = {}, show = false } = {}) {
  const stdio = show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'];
  const child = spawn(file, args, { cwd: PROJECT, env: { ...process.env, ...env }, stdio, detached: process.platform !== 'win32' });
  let output = '';
  const keep = (chunk) => { output = (output + chunk).slice(-KEEP_CHARACTERS); };
  child.stdout?.setEncoding('utf8').on('data', keep);
  child.stderr?.setEncoding('utf8').on('data', keep);
  const closed = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, output: `${file}: ${error.message}` }));
    child.once('close', (code) => resolve({ code, output }));
  });
  const entry = { child, closed };
  running.add(entry);
  void closed.then(() => running.delete(entry));
  return closed;
}

/** Runs `work`; a signal meanwhile ends its children and then this process, with the exit code that the signal stands for. */
export async function endingOnSignals(work) {
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
  let interrupted = false;
  const handlers = Object.entries(codes).map(([name, code]) => [name, () => {
    // npm passes on the Ctrl-C that the terminal has sent us as well: the second must not end us before our children
    if (interrupted) return;
    interrupted = true;
    process.stderr.write('\nStopping…\n');
    void endChildren().then(() => process.exit(code));
  }]);
  for (const [name, handler] of handlers) process.on(name, handler);
  try {
    return await work();
  } catch (error) {
    // what was interrupted did not fail: the process is about to end
    if (interrupted) await new Promise(() => undefined);
    throw error;
  } finally {
    for (const [name, handler] of handlers) process.off(name, handler);
  }
}
