import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { MOST_PAGE_BYTES, type PageResult } from '../ingest/stages/extract/extract';
import { isPayloadFault } from '../ingest/worker-errors';
import { createPageReading, type PageReading } from '../worker/page-reading';

const HELP = `Finds the article in HTML pages, as Marsad does where a feed carries only a summary, and writes each as a line of JSON.

usage: npx marsad extract FILE... [--url URL] [--content-type TYPE]

  FILE                 an HTML page, also gzipped (.gz); a folder stands for the pages in it; "-" is standard input
  --url URL            where the page was fetched: relative links are made absolute with it
  --content-type TYPE  what the server would have said, e.g. "text/html; charset=windows-1256"
  --help               this text

A line of standard output is {file, title, text, author, publishedAt, lang, canonicalUrl}, text plain with a blank line between
paragraphs, publishedAt ISO 8601 in UTC; what the page doesn't say is null.

A file that can't be read gives {file, error} and a line on standard error; the rest goes on. Exit code: 0 if all were read, 1 if any
was not, 2 if the command itself was wrong.

  npx marsad extract page.html | jq -r .text
`;

interface Options {
  files: string[];
  url: string | null;
  contentType: string | null;
}

/** The command line of `marsad extract`: returns the exit code. */
export async function main(argv: string[]): Promise<number> {
  const options = readOptions(argv);
  if (typeof options === 'string') {
    process.stderr.write(`marsad extract: ${options}\ntry: npx marsad extract --help\n`);
    return 2;
  }
  if (options === null) {
    process.stdout.write(HELP);
    return 0;
  }
  const reading = createPageReading();
  try {
    let failed = 0;
    for (const name of options.files) {
      for (const file of await pagesOf(name)) failed += (await extractFile(file, options, reading)) ? 0 : 1;
    }
    return failed === 0 ? 0 : 1;
  } finally {
    await reading.stop();
  }
}

/** The options; null where help is asked for; else what is wrong, in a line. */
function readOptions(argv: string[]): Options | string | null {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { url: { type: 'string' }, 'content-type': { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help) return null;
    if (positionals.length === 0) return 'name at least one file';
    if (values.url !== undefined && !URL.canParse(values.url)) return `--url is no absolute address: ${values.url}`;
    return { files: positionals, url: values.url ?? null, contentType: values['content-type'] ?? null };
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return error.message;
    throw error;
  }
}

const PAGE = /\.(?:html?|xhtml)(?:\.gz)?$/iu;

/** The file itself, or a folder's pages in the order of their names. */
async function pagesOf(name: string): Promise<string[]> {
  const found = name === '-' ? null : await stat(name).catch(() => null);
  if (!found?.isDirectory()) return [name];
  return (await readdir(name)).filter((file) => PAGE.test(file)).sort().map((file) => path.join(name, file));
}

async function extractFile(file: string, { url, contentType }: Options, reading: PageReading): Promise<boolean> {
  const bytes = await bytesOf(file);
  const result = typeof bytes === 'string' ? failed(bytes) : await understood(reading, bytes, url, contentType);
  if (result.ok) {
    const { title, text, author, publishedAt, lang, canonicalUrl } = result.page;
    await writeLine({ file, title, text, author, publishedAt, lang, canonicalUrl });
    return true;
  }
  process.stderr.write(`marsad extract: ${file}: ${result.detail}\n`);
  await writeLine({ file, error: result.detail });
  return false;
}

const failed = (detail: string): PageResult => ({ ok: false, outcome: 'no-article', detail });

/** A page that the thread fails at costs itself only. */
async function understood(reading: PageReading, bytes: Uint8Array, url: string | null, contentType: string | null): Promise<PageResult> {
  try {
    return await reading.extract({ bytes, url, contentType, now: new Date(), timezone: null });
  } catch (error) {
    if (!isPayloadFault(error)) throw error;
    return failed(error.message);
  }
}

/** The file's bytes, unpacked; or in words why there are none. */
async function bytesOf(file: string): Promise<Uint8Array | string> {
  try {
    const bytes = file === '-' ? Buffer.concat(await process.stdin.toArray()) : await readFile(file);
    const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return packed ? await promisify(gunzip)(bytes, { maxOutputLength: MOST_PAGE_BYTES * 2 }) : bytes;
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
