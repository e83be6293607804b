import type { TopicPreview } from '../lib/own-topic';
import type { TopicDefinition } from '../lib/topic';
import type { Database } from './db/client';
import { articlesAfter, articlesBefore } from './db/topics/preview';
import { createPreviewing, type Previewing } from './worker/previewing';

export interface TopicPreviewer {
  preview(definition: TopicDefinition): Promise<TopicPreview>;
  stop(): Promise<void>;
}

const DAY = 86_400_000;
const DAYS = 7;
/** The newest articles that are tried, and how many are read at once. */
const MOST = 20_000;
const CHUNK = 500;
/** Reading articles, then trying them: an answer within a second as a rule. What there was no time for is read when asked next. */
const READ_MS = 400;
const TRY_MS = 400;
/** Nobody writes a topic any more: the thread and its articles go. Also how long an edit or a removal may go unseen. */
const KEEP_MS = 300_000;

/** Tries drafts on the articles of the last days, in a thread that keeps them while somebody writes. */
export function createTopicPreviewer(db: Database, now: () => Date, start: () => Previewing = createPreviewing): TopicPreviewer {
  let thread: Previewing | null = null;
  let timer: NodeJS.Timeout | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  function begin(): Previewing {
    timer ??= setTimeout(() => void stop(), KEEP_MS).unref();
    return (thread ??= start());
  }

  async function stop(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const ending = thread;
    thread = null;
    await ending?.stop();
  }

  /** @returns whether all that is to be tried is there */
  async function read(previewing: Previewing, from: Date): Promise<boolean> {
    const end = now().getTime() + READ_MS;
    let state = await previewing.corpus();
    if (state.size > 0) {
      const fresh = await articlesAfter(db, from, state.newestId, CHUNK);
      if (fresh.length > 0) state = await previewing.keep(fresh);
    }
    while (state.size < MOST) {
      const older = await articlesBefore(db, from, state.oldest, CHUNK);
      if (older.length > 0) state = await previewing.keep(older);
      if (older.length < CHUNK) return true;
      if (now().getTime() > end) return false;
    }
    return false;
  }

  async function preview(definition: TopicDefinition): Promise<TopicPreview> {
    const previewing = begin();
    const from = new Date(now().getTime() - DAYS * DAY);
    const all = await read(previewing, from);
    const { count, looked, since, whole, days, newest } = await previewing.preview({ definition, from: from.toISOString(), withinMs: TRY_MS });
    const oldest = all && whole ? from.toISOString() : since;
    const names = Array.from({ length: DAYS }, (_, n) => new Date(now().getTime() - (DAYS - 1 - n) * DAY).toISOString().slice(0, 10));
    const perDay = names.map((day) => ({ day, count: oldest !== null && day >= oldest.slice(0, 10) ? days[day] ?? 0 : null }));
    return { count, looked, since, partial: !(all && whole), perDay, newest };
  }

  return {
    // one at a time: what is typed meanwhile would only make each later
    preview(definition) {
      const mine = queue.then(() => preview(definition));
      queue = mine.catch(() => undefined);
      return mine;
    },
    stop,
  };
}
