import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inProject } from './project.mjs';

async function readOrNull(file) {
  try {
    return await readFile(file);
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Every file at or below a path of the project, in a fixed order; none where there is nothing. */
async function filesAt(name) {
  try {
    const entries = await readdir(inProject(name), { withFileTypes: true });
    const below = await Promise.all(entries.map((entry) => (
      entry.isDirectory() ? filesAt(path.join(name, entry.name)) : [path.join(name, entry.name)])));
    return below.flat().sort();
  } catch (error) {
    if (error.code === 'ENOTDIR') return [name];
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

/** One hash of the contents and names of all files at these paths of the project. */
export async function hashOf(names) {
  const hash = createHash('sha256');
  for (const file of (await Promise.all(names.map(filesAt))).flat()) {
    hash.update(`${file}\0`).update((await readOrNull(inProject(file))) ?? '').update('\0');
  }
  return hash.digest('hex');
}

/** A file beside what was made, that says from what. */
export function createStamp(file) {
  return {
    matches: async (hash) => String(await readOrNull(inProject(file))) === hash,
    async write(hash) {
      await mkdir(path.dirname(inProject(file)), { recursive: true });
      await writeFile(inProject(file), hash);
    },
  };
}

async function readPackages(file) {
  const text = await readOrNull(inProject(file));
  return text === null ? null : JSON.parse(text).packages;
}

/** Whether what npm says it installed is what package-lock.json asks for. npm writes its list last, so a half-done install has none. */
export async function packagesAreStale() {
  const installed = await readPackages('node_modules/.package-lock.json');
  if (!installed) return true;
  const wanted = await readPackages('package-lock.json');
  return Object.entries(wanted).some(([name, { version, optional, devOptional, peer }]) => {
    if (name === '') return false;
    if (!installed[name]) return !(optional || devOptional || peer);
    return installed[name].version !== version;
  });
}
