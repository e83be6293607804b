import { environmentWith } from '../config';
import { writeFeeds } from './data-folder';
import { startMarsad, storedArticles, untilReady } from './marsad-process';
import { languageOf, startingFeed, startNewspaper, type Newspaper } from './newspapers';
import type { ReplayOptions } from './options';
import { sum } from './progress';
import type { StreamRecord } from './record';
import { armDrill, supervise } from './supervise';
import { bySource, timeline, type Cue } from './timeline';
import { watch } from './watch';

export interface ReplayRun {
  /** all items have appeared and are taken */
  done: boolean;
  /** what each feed handed out, for the check */
  served: { url: string; guids: string[] }[];
}

/** Marsad could not be kept running; the message says how it ended. */
export class MarsadEnded extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MarsadEnded';
  }
}

/** The replay's clock: it stands until Marsad is up, so that the first burst isn't over before anyone looks. */
function createClock() {
  let began: number | null = null;
  return {
    begin: () => void (began ??= Date.now()),
    began: () => began ?? Date.now(),
    elapsed: () => (began === null ? -1 : Date.now() - began),
  };
}
type Clock = ReturnType<typeof createClock>;

function startNewspapers(sources: ReadonlyMap<string, Cue[]>, clock: Clock, dates: ReplayOptions['dates']): Promise<Newspaper[]> {
  const dateOf = ({ at, record }: Cue) => (dates === 'now' ? new Date(clock.began() + at) : record.extractedAt);
  return Promise.all([...sources].map(([source, cues]) => startNewspaper(source, cues, { elapsed: clock.elapsed, dateOf })));
}

/** Marsad with these feeds and nothing else: no other database, no other role, whatever is set around us. */
function environment(options: ReplayOptions, feedsFile: string, newspapers: readonly Newspaper[]): Record<string, string | undefined> {
  return environmentWith({
    FEEDS: feedsFile,
    ALLOW_PRIVATE_FEEDS: newspapers.map(({ server }) => server.hostPort).join(','),
    POLL_MIN_SECONDS: '1',
    DATA_DIR: options.dataDir,
    PORT: String(options.port),
    DATABASE_URL: null,
    ROLE: null,
    HOST: null,
  });
}

/**
 * Serves the records as feeds, runs Marsad on them, and says how it goes: until all is taken (with `exitWhenDone`), or `interrupted`.
 * @param feedsFile where the list of the feeds is to be written
 * @throws MarsadEnded
 */
export async function replay(
  records: readonly StreamRecord[], options: ReplayOptions, feedsFile: string, interrupted: AbortSignal, say: (line: string) => void,
): Promise<ReplayRun> {
  const clock = createClock();
  const sources = bySource(timeline(records, options.speed, options.pace));
  const newspapers = await startNewspapers(sources, clock, options.dates);
  try {
    writeFeeds(feedsFile, newspapers.map(({ source, server }, index) =>
      startingFeed(source, index, server.url, languageOf(sources.get(source) ?? []))));
    const done = await runMarsad(records.length, newspapers, clock, options, environment(options, feedsFile, newspapers), interrupted, say);
    return { done, served: newspapers.map(({ server, window }) => ({ url: server.url, guids: window.served() })) };
  } finally {
    await Promise.all(newspapers.map(({ server }) => server.stop()));
  }
}

async function runMarsad(
  total: number, newspapers: readonly Newspaper[], clock: Clock, { port, killAfter, exitWhenDone }: ReplayOptions,
  env: Record<string, string | undefined>, interrupted: AbortSignal, say: (line: string) => void,
): Promise<boolean> {
  const ending = new AbortController();
  const cancelled = AbortSignal.any([interrupted, ending.signal]);
  const watching = watch({
    total, cancelled, say,
    elapsed: clock.elapsed,
    counts: (elapsed) => sum(newspapers.map(({ window }) => window.counts(elapsed))),
    stored: () => storedArticles(port),
  });
  const exiting = watching.then(() => exitWhenDone && ending.abort(), () => ending.abort());
  const problem = await supervise({
    cancelled, say,
    start: () => startMarsad(env),
    untilReady: (marsad) => untilReady(marsad, port, cancelled),
    onReady(marsad) {
      clock.begin();
      if (killAfter !== null) armDrill(killAfter, marsad, { cancelled, say });
    },
  });
  ending.abort();
  await exiting;
  if (problem) throw new MarsadEnded(problem);
  return watching;
}
