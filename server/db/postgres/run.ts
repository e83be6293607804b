import { spawn } from 'node:child_process';

/** Whose process it is to be; null: our own user. */
export interface ServerUser {
  name: string;
  uid: number;
  gid: number;
}

export interface Outcome {
  code: number | null;
  /** standard output and standard error, as they came */
  output: string;
}

/**
 * Runs a program to its end, in a session of its own: a Ctrl-C meant for Marsad does not reach it.
 * Never rejects; a program that could not be started has the code null and says why in `output`.
 */
export function run(file: string, args: readonly string[], user: ServerUser | null): Promise<Outcome> {
  const env: NodeJS.ProcessEnv = { NODE_ENV: 'production', PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', ...windowsEnvironment() };
  const identity = user ? { uid: user.uid, gid: user.gid } : {};
  return new Promise((resolve) => {
    let output = '';
    const failed = (error: unknown) => resolve({ code: null, output: error instanceof Error ? error.message : String(error) });
    try {
      const child = spawn(file, [...args], { ...identity, env, cwd: '/', detached: true, windowsHide: true, stdio: ['ignore', 'pipe', 'pipe'] });
      const keep = (chunk: Buffer) => { output += chunk.toString('utf8'); };
      child.stdout.on('data', keep);
      child.stderr.on('data', keep);
      child.on('error', failed);
      child.on('close', (code) => resolve({ code, output }));
    } catch (error) {
      failed(error);
    }
  });
}

/** Windows programs do not start without these. */
function windowsEnvironment(): Record<string, string> {
  if (process.platform !== 'win32') return {};
  return { SystemRoot: 'C:\\Windows', PATH: 'C:\\Windows\\System32' };
}
