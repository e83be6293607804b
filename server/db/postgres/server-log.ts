import { copyFile, readFile, stat, truncate, writeFile } from 'node:fs/promises';

const LIMIT_BYTES = 4_000_000;
const CHECK_EVERY_MS = 10 * 60_000;

/** Keeps the newest lines in the file, those before in one more; the server goes on appending to what was emptied. */
async function limit(file: string): Promise<void> {
  const { size } = await stat(file);
  if (size < LIMIT_BYTES) return;
  await copyFile(file, `${file}.1`);
  await truncate(file);
}

/** Makes the file where it is missing, and keeps it below some megabytes until the answered function is called. */
export async function keepLogSmall(file: string, onError: (error: unknown) => void): Promise<() => void> {
  await writeFile(file, '', { flag: 'a', mode: 0o600 });
  await limit(file);
  const timer = setInterval(() => { limit(file).catch(onError); }, CHECK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** What the server said since the log was `from` bytes long: its fatal lines, or the last one. */
export async function complaints(file: string, from: number): Promise<string> {
  const said = (await readFile(file)).subarray(from).toString('utf8').trim().split('\n');
  const fatal = said.filter((line) => /FATAL|PANIC|HINT/u.test(line));
  return (fatal.length > 0 ? fatal : said.slice(-1)).join(' ');
}
