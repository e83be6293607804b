import { emptyDatabase, findEntryKeys } from '../db/replay-check';
import { startEmbeddedPostgres } from '../db/embedded-postgres';
import { DataFolderError, prepareDataFolder } from '../replay/data-folder';
import { isPortFree } from '../replay/marsad-process';
import { readOptions, type ReplayOptions } from '../replay/options';
import { judge, verdictText } from '../replay/progress';
import { readStream, type Stream } from '../replay/read-stream';
import { MarsadEnded, replay, type ReplayRun } from '../replay/run';
import { StartError } from '../start-error';

const HELP = `Replays a recorded stream of articles as live feeds and runs Marsad on them, in a data folder of its own.

usage: npx marsad replay FILE.jsonl[.gz] [options]

  FILE               JSON lines {id, source, title, text, url, dateExtracted}; "source" is the newspaper, dateExtracted is read as UTC
                     where it names no zone, "lang" (ISO 639) is optional
  --speed N          so many times as fast as it was recorded (60)
  --pace WHICH       recorded: in the bursts of the recording; even: over the same span in equal gaps (recorded)
  --dates WHICH      now: an item is dated the moment it appears; recorded: dateExtracted (now)
  --limit N          only the first N usable lines
  --port P           where the dashboard is served (3000)
  --data DIR         the data folder (.data-replay); the articles of an earlier replay are deleted from it
  --keep             keep the articles of an earlier replay
  --exit-when-done   end once every item has appeared and is known to be taken; else the dashboard stays until Ctrl-C
  --check            at the end, look in the database for every guid that was served
  --kill-after S     a drill: kill -9 Marsad S seconds after the start; it is started again, as it is whenever it ends unasked
  --help             this text

Each newspaper is an RSS feed on a port of its own on the loopback. An item stays in its feed until a later request names the ETag
of a document that held it, so that nothing is lost when Marsad dies between being served and storing. The clock starts when Marsad
is ready. Settings of npm start that are set around this command hold, but for those of the feeds, the database and the role.

A broken line is named on standard error and the rest goes on. Exit code: 0 if all was well, 1 if a line was broken, Marsad could
not be kept running or the check found a guid missing or doubled, 2 if the command itself was wrong.

  npx marsad replay stream.jsonl.gz --speed 1000 --exit-when-done --check
`;

const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`marsad replay: ${line}\n`);

/** An expected reason not to go on, in a line for the person at the command line. */
class Refusal extends Error {}

/** The command line of `marsad replay`: returns the exit code. */
export async function main(argv: string[]): Promise<number> {
  const read = readOptions(argv, process.cwd());
  if (read.kind === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  if (read.kind === 'wrong') {
    complain(`${read.problem}\ntry: npx marsad replay --help`);
    return 2;
  }
  try {
    return (await run(read.options)) ? 0 : 1;
  } catch (error) {
    const known = [Refusal, DataFolderError, MarsadEnded, StartError].some((kind) => error instanceof kind);
    if (!known || !(error instanceof Error)) throw error;
    complain(error.message);
    return 1;
  }
}

/** @returns whether all was well */
async function run(options: ReplayOptions): Promise<boolean> {
  const stream = await readFile(options);
  if (!(await isPortFree(options.port))) throw new Refusal(`port ${options.port} is taken: stop what uses it, or choose another with --port`);
  const feedsFile = prepareDataFolder(options.dataDir);
  if (!options.keep) await withPostgres(options.dataDir, emptyDatabase);
  const played = await play(stream, options, feedsFile);
  const found = options.check ? await withPostgres(options.dataDir, (address) => check(address, played)) : true;
  return stream.broken === 0 && found && (played.done || !options.exitWhenDone);
}

async function readFile({ file, limit }: ReplayOptions): Promise<Stream> {
  const stream = await readStream(file, limit, (line, problem) => complain(`${file}, line ${line}: ${problem}`)).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Refusal(`${file}: ${error.code === 'ENOENT' ? 'no such file' : error.message}`);
  });
  if (stream.broken > 0) complain(`${stream.broken} broken ${stream.broken === 1 ? 'line' : 'lines'} left out`);
  if (stream.records.length === 0) throw new Refusal(`${file} has no line that can be used`);
  return stream;
}

/** Runs until done or Ctrl-C. */
async function play({ records }: Stream, options: ReplayOptions, feedsFile: string): Promise<ReplayRun> {
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const sources = new Set(records.map((record) => record.source)).size;
  say(`${records.length} articles of ${sources} newspapers, ${options.speed} times as fast as they were recorded`);
  try {
    return await replay(records, options, feedsFile, interrupted.signal, say);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

/** The replay's database, for as long as `use` takes: before Marsad starts, or after it has stopped. */
async function withPostgres<T>(dataDir: string, use: (connectionString: string) => Promise<T>): Promise<T> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: say });
  try {
    return await use(postgres.connectionString);
  } finally {
    await postgres.stop();
  }
}

/** Asks the database for every guid that was served. @returns whether each was found exactly once */
async function check(connectionString: string, { served }: ReplayRun): Promise<boolean> {
  const found = new Map<string, number>();
  for (const { url, guids } of served) {
    for (const [guid, articles] of await findEntryKeys(connectionString, url, guids)) found.set(guid, articles);
  }
  const verdict = judge(served.flatMap(({ guids }) => guids), found);
  say(verdictText(verdict));
  return verdict.once === verdict.served;
}
