import type { TopicTag } from '../../lib/topic';
import { createWakeable } from '../wakeable';

/** What a topic's way over the articles needs of its claim; the rest is whoever claims it to know. */
export interface RetagDeps<Claim, Article> {
  /** null where none waits */
  claim(): Promise<Claim | null>;
  next(claim: Claim): Promise<Article[]>;
  /** what the topic comes to on each; aligned with the articles */
  tag(claim: Claim, articles: readonly Article[]): Promise<(TopicTag | null)[]>;
  /** null: the claim is somebody else's by now */
  apply(claim: Claim, looked: { article: Article; tag: TopicTag | null }[]): Promise<Claim | null>;
  finish(claim: Claim, error: string | null): Promise<void>;
  release(claim: Claim): Promise<void>;
  /** whether what was thrown is the topic's own fault, so that to try again can't help */
  isTopicsFault(error: unknown): error is Error;
  onError(error: unknown): void;
  pollMs?: number;
}

export interface Retagger {
  start(): void;
  /** resolves when the batch in hand is stored; what is left is another process's, or the next start's */
  stop(): Promise<void>;
  wake(): void;
}

const POLL_MS = 10_000;

/**
 * Takes saved topics over the articles that were there before them, batch by batch, one topic at a time. A process that dies loses at most a
 * batch: the claim's lease ends, and whoever claims it next goes on where the last stored batch ended.
 */
export function createRetagger<Claim, Article>(deps: RetagDeps<Claim, Article>): Retagger {
  /** @returns the claim as it goes on; null where it is over */
  async function step(claim: Claim): Promise<Claim | null> {
    try {
      const articles = await deps.next(claim);
      const tags = articles.length === 0 ? [] : await deps.tag(claim, articles);
      if (articles.length > 0) return await deps.apply(claim, articles.map((article, n) => ({ article, tag: tags[n] ?? null })));
      await deps.finish(claim, null);
    } catch (error) {
      if (!deps.isTopicsFault(error)) throw error;
      deps.onError(error);
      await deps.finish(claim, error.message);
    }
    return null;
  }

  const wakeable = createWakeable(async () => {
    const first = await deps.claim();
    let claim = first;
    while (claim !== null && !wakeable.stopped()) claim = await step(claim);
    if (claim !== null) await deps.release(claim);
    return first !== null;
  }, deps.onError);

  return { start: () => wakeable.start(deps.pollMs ?? POLL_MS), stop: wakeable.stop, wake: wakeable.wake };
}
