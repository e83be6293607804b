import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closing } from '../../closing';

/** A process of the bench that answers each message with one of its own. */
export interface Child {
  /** @throws where it ends instead of answering */
  ask<T>(message: object | string): Promise<T>;
  /** its first word, said without being asked */
  first<T>(): Promise<T>;
  stop(): Promise<void>;
}

/** What package.json's start script gives Node as well. */
const FLAGS = ['--max-old-space-size=512', '--max-semi-space-size=8', '--import', 'tsx'];

export function startChild(module: string, args: string[] = []): Child {
  const child: ChildProcess = fork(new URL(module, import.meta.url), args, { execArgv: FLAGS, env: { ...process.env, MALLOC_ARENA_MAX: '2' } });
  const ended = once(child, 'exit');
  const next = async <T>(): Promise<T> => {
    const [answer] = (await Promise.race([once(child, 'message'), ended.then(() => Promise.reject(new Error(`${module} ended`)))])) as [T];
    return answer;
  };
  ended.catch(() => undefined);
  return {
    first: next,
    ask: (message) => {
      const answer = next<never>();
      child.send(message);
      return answer;
    },
    stop: closing(async () => {
      if (child.connected) child.disconnect();
      await ended;
    }),
  };
}
