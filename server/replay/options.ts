import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Pace } from './timeline';

export interface ReplayOptions {
  file: string;
  speed: number;
  pace: Pace;
  dates: 'now' | 'recorded';
  limit: number;
  port: number;
  dataDir: string;
  keep: boolean;
  exitWhenDone: boolean;
  check: boolean;
  /** seconds after the start; null: never */
  killAfter: number | null;
}

/** What a command line came to: options, a wish for help, or what is wrong with it in a line. */
export type ReadOptions = { kind: 'run'; options: ReplayOptions } | { kind: 'help' } | { kind: 'wrong'; problem: string };

const SPEC = {
  speed: { type: 'string', default: '60' },
  pace: { type: 'string', default: 'recorded' },
  dates: { type: 'string', default: 'now' },
  limit: { type: 'string' },
  port: { type: 'string', default: '3000' },
  data: { type: 'string', default: '.data-replay' },
  keep: { type: 'boolean', default: false },
  'exit-when-done': { type: 'boolean', default: false },
  check: { type: 'boolean', default: false },
  'kill-after': { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

class Wrong extends Error {}

function number(name: string, text: string, min: number, max: number, whole: boolean): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (value >= min && value <= max && (!whole || Number.isInteger(value))) return value;
  throw new Wrong(`--${name} must be a ${whole ? 'whole ' : ''}number from ${min} to ${max}: ${text}`);
}

function oneOf<T extends string>(name: string, text: string, choices: readonly T[]): T {
  const choice = choices.find((one) => one === text);
  if (choice !== undefined) return choice;
  throw new Wrong(`--${name} must be ${choices.join(' or ')}: ${text}`);
}

function parse(argv: string[], workingDir: string): ReadOptions {
  const { values, positionals } = parseArgs({ args: argv, options: SPEC, allowPositionals: true });
  if (values.help) return { kind: 'help' };
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Wrong('name one file');
  return {
    kind: 'run',
    options: {
      file: path.resolve(workingDir, file),
      speed: number('speed', values.speed, 0.001, 1e9, false),
      pace: oneOf('pace', values.pace, ['recorded', 'even']),
      dates: oneOf('dates', values.dates, ['now', 'recorded']),
      limit: values.limit === undefined ? Infinity : number('limit', values.limit, 1, 1e9, true),
      port: number('port', values.port, 1, 65_535, true),
      dataDir: path.resolve(workingDir, values.data),
      keep: values.keep,
      exitWhenDone: values['exit-when-done'],
      check: values.check,
      killAfter: values['kill-after'] === undefined ? null : number('kill-after', values['kill-after'], 0, 1e6, false),
    },
  };
}

/** @param workingDir what relative paths start from */
export function readOptions(argv: string[], workingDir: string): ReadOptions {
  try {
    return parse(argv, workingDir);
  } catch (error) {
    const known = error instanceof Wrong || (error instanceof TypeError && 'code' in error);
    if (known) return { kind: 'wrong', problem: error.message };
    throw error;
  }
}
