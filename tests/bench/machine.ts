import { cpus, loadavg, platform, release, totalmem } from 'node:os';

/** Marsad and what measures it are the same few programs: on a machine that does other work, figures mean less. */
const BUSY_SHARE = 0.5;

/** The machine in a line. */
export function machine(): string {
  const all = cpus();
  const model = all[0]?.model.trim() ?? 'unknown processor';
  return `${model}, ${all.length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB memory, ${platform()} ${release()}, Node ${process.versions.node}`;
}

/** What else the machine did in the last minute, before the bench began. */
export function busyness(): string {
  const [load = 0] = loadavg();
  const word = load > cpus().length * BUSY_SHARE ? '**busy with other things**' : 'otherwise idle';
  return `load average at the start ${load.toFixed(1)}: ${word}`;
}
