import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Entry } from '../../lib/entry';
import { createFeedReader, type FeedReader } from '../ingest/read';
import { loadLanguageDetector } from '../tagging/language';

const HELP = `Reads feed files as Marsad's own ingest would and writes what it made of each as a line of JSON.

usage: npx marsad parse FILE... [--content-type TYPE] [--base URL]

  FILE                 RSS 0.9x to 2.0, RDF, Atom or JSON Feed; "-" is standard input
  --content-type TYPE  what the server would have said, e.g. "application/rss+xml; charset=windows-1256"
  --base URL           where the feed was fetched: relative links are made absolute with it
  --help               this text

A line of standard output is {file, feed: {title, link, language, description, hub, self, ttlSeconds}, notes: [...], items: [...]},
where notes say what was wrong with a file that could be read all the same, and an item is
  {id, url, canonicalUrl, linkKind, title, text, datelineEnd, points, html, author, publishedAt, publishedRaw, dateFlag, updatedAt,
   categories, lang, dir, identity}
where id is the feed's own (guid, atom:id, JSON id; null if none), url its link made absolute (relative without --base; an id that is a
URI where there is no link), canonicalUrl the same without trackers and of the ordinary page rather than its AMP or mobile form (linkKind
is "redirector" where it leads on to somebody else's), text plain with a blank line between paragraphs, times ISO 8601 in UTC.
publishedAt is null where there is no plausible date, and dateFlag says why: missing, unreadable, future, implausible. Believed, but:
no-zone (read as UTC), day-only, approximate.

A file that can't be read gives {file, error} and a line on standard error; the rest goes on. Exit code: 0 if all were read, 1 if any
was not, 2 if the command itself was wrong.

  npx marsad parse feed.xml | jq '.items[] | {publishedAt, title}'
`;

interface Options {
  files: string[];
  contentType: string | null;
  base: string | null;
}

/** The command line of `marsad parse`: returns the exit code. */
export async function main(argv: string[]): Promise<number> {
  const options = readOptions(argv);
  if (typeof options === 'string') return refuse(options);
  if (options === null) {
    process.stdout.write(HELP);
    return 0;
  }
  const read = createFeedReader({ detectLanguage: await loadLanguageDetector() });
  let failed = 0;
  for (const file of options.files) failed += (await parseFile(file, options, read)) ? 0 : 1;
  return failed === 0 ? 0 : 1;
}

/** The options; null where help is asked for; else what is wrong, in a line. */
function readOptions(argv: string[]): Options | string | null {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { 'content-type': { type: 'string' }, base: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help) return null;
    if (positionals.length === 0) return 'name at least one file';
    if (values.base !== undefined && !URL.canParse(values.base)) return `--base is no absolute address: ${values.base}`;
    return { files: positionals, contentType: values['content-type'] ?? null, base: values.base ?? null };
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return error.message;
    throw error;
  }
}

function refuse(problem: string): number {
  process.stderr.write(`marsad parse: ${problem}\ntry: npx marsad parse --help\n`);
  return 2;
}

async function parseFile(file: string, { contentType, base }: Options, read: FeedReader): Promise<boolean> {
  const bytes = await bytesOf(file);
  const result = typeof bytes === 'string'
    ? { ok: false as const, detail: bytes }
    : await read({ bytes, contentType, url: base, feedLanguage: null, timezone: null, now: new Date() });
  if (result.ok) {
    await writeLine({ file, feed: result.feed, notes: result.notes ?? [], items: result.entries.map(itemLine) });
    return true;
  }
  process.stderr.write(`marsad parse: ${file}: ${result.detail}\n`);
  await writeLine({ file, error: result.detail });
  return false;
}

/** The file's bytes, or in words why there are none. */
async function bytesOf(file: string): Promise<Uint8Array | string> {
  try {
    return file === '-' ? Buffer.concat(await process.stdin.toArray()) : await readFile(file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return error.code === 'ENOENT' ? 'no such file' : error.message;
  }
}

/** Resolves once the line is out of our hands, so that a slow pipe doesn't fill the memory. */
function writeLine(value: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${JSON.stringify(value)}\n`, (error) => (error ? reject(error) : resolve()));
  });
}

const URI = /^[a-z][a-z\d+.-]*:[^\s:]/iu;

/** The feed's own id and link go by the names of JSON Feed. An id that is a URI names an item that has no other address. */
export function itemLine({ guid, link, contentHash: _, ...rest }: Entry) {
  return { id: guid, url: link ?? (guid !== null && URI.test(guid) ? guid : null), ...rest };
}
