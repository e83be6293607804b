import type { Config } from '../../config';
import { readSources } from '../../db/sources/read';
import { checkedLine, checkFeed, type Target } from './check';
import { withDatabase } from './database';
import { withNetwork } from './network';
import { isId, type FeedsOptions } from './options';

const CHECKED_AT_ONCE = 8;

export interface Voices {
  say(line: string): void;
  complain(line: string): void;
}

const now = () => new Date();
const toTarget = (url: string): Target => ({ id: null, url, language: null, timezone: null });

/** What is named by its address needs no database. */
async function targetsOf(names: string[], config: Config, { complain }: Voices): Promise<(Target | string)[]> {
  if (names.length > 0 && !names.some(isId)) return names.map(toTarget);
  return withDatabase(config, complain, async (db) => {
    const all = await readSources(db, now());
    if (names.length === 0) return all.filter(({ sample }) => !sample);
    const byId = new Map(all.map((source) => [String(source.id), source]));
    return names.map((name) => (isId(name) ? byId.get(name) ?? `there is no feed ${name}` : toTarget(name)));
  });
}

/** Asks the feeds that are named, or all. @returns the exit code: 1 where one can't be read */
export async function checkAll(options: FeedsOptions, config: Config, voices: Voices): Promise<number> {
  const { say, complain } = voices;
  const targets = await targetsOf(options.names, config, voices);
  const waiting = targets.filter((target) => typeof target !== 'string');
  let failed = 0;
  for (const problem of targets) {
    if (typeof problem === 'string') {
      failed += 1;
      complain(problem);
    }
  }
  await withNetwork(config, async (fetch, parse) => {
    const checkNext = async (): Promise<void> => {
      for (let target = waiting.shift(); target; target = waiting.shift()) {
        const checked = await checkFeed({ fetch, parse, now }, target);
        if (checked.outcome !== 'ok') failed += 1;
        say(options.json ? JSON.stringify(checked) : checkedLine(checked));
      }
    };
    await Promise.all(Array.from({ length: CHECKED_AT_ONCE }, checkNext));
  });
  return failed === 0 ? 0 : 1;
}
