import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

export interface Memory {
  /** resident set, in bytes */
  now: number;
  /** the largest it ever was; on Linux the kernel's own mark, else the largest that was seen */
  peak: number;
}

const KIB = 1024;

async function read(pid: number): Promise<Memory> {
  if (process.platform === 'linux') {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const field = (name: string) => Number(new RegExp(`^${name}:\\s+([0-9]+) kB`, 'mu').exec(status)?.[1] ?? NaN) * KIB;
    return { now: field('VmRSS'), peak: field('VmHWM') };
  }
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  const now = Number(stdout.trim()) * KIB;
  return { now, peak: now };
}

/** Follows the resident memory of a process. `read` says how it stands; `stop` ends the looking. */
export function watchMemory(pid: number, everyMs = 250): { read(): Promise<Memory>; stop(): void } {
  let peak = 0;
  const look = async () => {
    const memory = await read(pid);
    peak = Math.max(peak, memory.peak);
    return { now: memory.now, peak };
  };
  // a process that has ended meanwhile has nothing more to say
  const timer = setInterval(() => void look().catch(() => undefined), everyMs);
  return { read: look, stop: () => clearInterval(timer) };
}
