import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { StartError } from '../../start-error';
import { program } from './binaries';
import { run } from './run';
import type { Site } from './server-user';

export const SUPERUSER = 'marsad';

export const databaseFolder = (site: Site) => path.join(site.home, 'postgres');
const passwordFile = (site: Site) => path.join(site.home, 'postgres.password');

async function own(file: string, site: Site, mode: number): Promise<void> {
  await chmod(file, mode);
  if (site.user) await chown(file, site.user.uid, site.user.gid);
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The one of last time, or a new one that nobody but the owner can read. */
async function password(site: Site): Promise<string> {
  const known = await readIfThere(passwordFile(site));
  if (known) return known;
  const made = randomBytes(24).toString('hex');
  await writeFile(passwordFile(site), `${made}\n`, { mode: 0o600 });
  await own(passwordFile(site), site, 0o600);
  return made;
}

function refuseOtherVersion(found: string, site: Site): void {
  const ours = site.binaries.version.split('.')[0];
  if (found === ours) return;
  throw new StartError(
    `${databaseFolder(site)} was made by Postgres ${found} and this Marsad brings Postgres ${ours}; nothing was touched: `
    + 'name a server that can read it in DATABASE_URL, or start afresh with another DATA_DIR',
  );
}

/** Made beside its place and moved there whole, so that a half-made one is never taken for a database. */
async function create(site: Site): Promise<void> {
  const folder = databaseFolder(site);
  const half = `${folder}.new`;
  const left = await readdir(folder).catch(() => []);
  if (left.length > 0) throw new StartError(`${folder} is not empty and holds no database: move it away, or choose another folder with DATA_DIR`);
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true });
  await own(half, site, 0o700);
  const { code, output } = await run(program(site.binaries, 'initdb'), [
    '-D', half, `--username=${SUPERUSER}`, `--pwfile=${passwordFile(site)}`, '--auth=scram-sha-256',
    // the same order and the same case on every machine, whatever locales it has
    '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C',
  ], site.user);
  if (code !== 0) throw new StartError(`no database could be made in ${folder}: ${output.trim().split('\n').slice(-2).join(' ')}`);
  await rm(folder, { recursive: true, force: true });
  await rename(half, folder);
}

/**
 * Makes the database on the first start, and leaves it alone on every later one.
 * @returns the superuser's password
 * @throws StartError where the folder holds another version's database, or something else
 */
export async function ensureCluster(site: Site): Promise<string> {
  const version = await readIfThere(path.join(databaseFolder(site), 'PG_VERSION'));
  if (version) refuseOtherVersion(version, site);
  const secret = await password(site);
  if (!version) await create(site);
  return secret;
}
