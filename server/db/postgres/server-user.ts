import { createHash } from 'node:crypto';
import { chmod, chown, mkdir, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { StartError } from '../../start-error';
import { copyBinaries, program, type Binaries } from './binaries';
import { run, type ServerUser } from './run';

/** Where the server runs from and keeps its things. */
export interface Site {
  /** the folder that holds the database's folder, its password and its log */
  home: string;
  binaries: Binaries;
  /** null: as ourselves */
  user: ServerUser | null;
}

const SHARED_STATE = '/var/lib/marsad';

const exists = (file: string) => stat(file).then(() => true, () => false);

async function idOf(name: string): Promise<ServerUser | null> {
  const [uid, gid] = await Promise.all([run('id', ['-u', name], null), run('id', ['-g', name], null)]);
  if (uid.code !== 0 || gid.code !== 0) return null;
  return { name, uid: Number(uid.output), gid: Number(gid.output) };
}

/** Whoever owns the database already; else `postgres`, made where it is missing; else `nobody`. */
async function chooseUser(database: string): Promise<ServerUser | null> {
  const owner = await stat(database).catch(() => null);
  if (owner && owner.uid !== 0) return { name: String(owner.uid), uid: owner.uid, gid: owner.gid };
  const known = await idOf('postgres');
  if (known) return known;
  await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], null);
  return (await idOf('postgres')) ?? (await idOf('nobody'));
}

/** Not by reading permissions but by trying: mounts, ACLs and namespaces have their say too. */
async function canRun(binaries: Binaries, user: ServerUser): Promise<boolean> {
  const { code } = await run(program(binaries, 'postgres'), ['--version'], user);
  return code === 0;
}

async function canWrite(folder: string, user: ServerUser): Promise<boolean> {
  const { code } = await run('/bin/sh', ['-c', 'cd "$1" && : > .reachable && rm .reachable', 'sh', folder], user);
  return code === 0;
}

/** Whether the user can keep its database below this folder. Leaves no empty folder behind where it can't. */
async function offers(home: string, user: ServerUser): Promise<boolean> {
  const database = path.join(home, 'postgres');
  try {
    if (await mkdir(home, { recursive: true })) await chmod(home, 0o755);
    await mkdir(database, { recursive: true });
    await chown(database, user.uid, user.gid);
    await chmod(database, 0o700);
  } catch {
    // a folder that even root can't write to (a read-only mount): another one will do
    return false;
  }
  if (await canWrite(database, user)) return true;
  await rmdir(database).catch(() => undefined);
  return false;
}

/** Where a database is kept that can't lie in its data folder (its real path). */
export function sharedHome(dataDir: string): string {
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 10);
  const project = path.basename(path.dirname(dataDir)).replace(/[^\p{L}\p{N}._-]/gu, '-');
  return path.join(SHARED_STATE, `${project}-${hash}`);
}

async function makeSharedHome(home: string): Promise<void> {
  await mkdir(home, { recursive: true });
  await chmod(SHARED_STATE, 0o755);
  await chmod(home, 0o755);
}

/** Postgres refuses to run as root: as another user, it needs folders that this user can reach. */
async function settleAsRoot(dataDir: string, binaries: Binaries, say: (line: string) => void): Promise<Site> {
  const user = await chooseUser(path.join(dataDir, 'postgres'));
  if (!user) throw new StartError('Postgres refuses to run as root, and there is no user postgres or nobody to run it as: start Marsad as an ordinary user');
  const shared = sharedHome(dataDir);
  const movedBefore = await exists(path.join(shared, 'postgres', 'PG_VERSION'));
  const home = !movedBefore && (await offers(dataDir, user)) ? dataDir : shared;
  if (home === shared) await makeSharedHome(shared);
  if (home === shared && !(await offers(shared, user))) {
    throw new StartError(`the user ${user.name}, as whom Postgres runs, can reach neither ${dataDir} nor ${shared}: open one to it, or choose another with DATA_DIR`);
  }
  const runnable = (await canRun(binaries, user)) ? binaries : await copyToShared(binaries, shared);
  if (!(await canRun(runnable, user))) throw await cannotRun(runnable, user);
  if (home === shared) say(`The database is kept in ${shared}, since the user ${user.name} can't reach ${dataDir}`);
  return { home, binaries: runnable, user };
}

async function copyToShared(binaries: Binaries, shared: string): Promise<Binaries> {
  await makeSharedHome(shared);
  return copyBinaries(binaries, shared);
}

async function cannotRun(binaries: Binaries, user: ServerUser | null): Promise<StartError> {
  const { output } = await run(program(binaries, 'postgres'), ['--version'], user);
  const reason = output.trim().split('\n').at(-1) ?? '';
  return new StartError(`the embedded Postgres in ${binaries.root} can't be run${user ? ` as the user ${user.name}` : ''} (${reason}): name a Postgres server in DATABASE_URL`);
}

/**
 * Where and as whom the server runs. Marsad's own user and `dataDir`, unless that user is root.
 * @param say told in one line where the database lies somewhere else
 * @throws StartError naming the folder that can't be reached
 */
export async function chooseSite(dataDir: string, binaries: Binaries, say: (line: string) => void): Promise<Site> {
  if (process.getuid?.() === 0) return settleAsRoot(dataDir, binaries, say);
  const { code } = await run(program(binaries, 'postgres'), ['--version'], null);
  if (code !== 0) throw await cannotRun(binaries, null);
  return { home: dataDir, binaries, user: null };
}
