import { rm } from 'node:fs/promises';
import { runChild } from './children.mjs';
import { compileServer } from './compile-server.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { inProject, SetupError } from './project.mjs';
import { whoRunsFrom } from './running.mjs';
import { createStamp, hashOf, packagesAreStale } from './stale.mjs';

/** What the pages are built from: the lint rules let app/ import nothing else. */
const PAGES = [
  'app', 'components', 'lib', 'i18n', 'messages', 'server/db/handle.ts', 'server/trends', 'server/tagging',
  'next.config.mjs', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json',
];
const SCHEMA = ['prisma/schema.prisma', 'package-lock.json'];
const SERVER = ['server', 'lib', 'bin/run/compile-server.mjs', 'package-lock.json'];

/** Where the server is compiled to that goes with these pages: a running Marsad keeps its own of both. */
export const serverDirOf = (distDir) => `${distDir}-server`;

async function mustSucceed(what, file, args, env) {
  const { code, output } = await runChild(file, args, { env });
  if (code !== 0) throw new SetupError(`Marsad can't be set up: ${what} failed (see above)`, output);
}

/** npm as the one that started us, else the one in the path. */
function npm(args) {
  const cli = process.env.npm_execpath;
  return cli && /npm-cli\.[cm]?js$/u.test(cli) ? [process.execPath, [cli, ...args]] : ['npm', args];
}

/** Install scripts are not needed by anything here, and some would download. */
const installing = {
  doing: 'Installing packages',
  done: 'Packages installed',
  isStale: packagesAreStale,
  make: () => mustSucceed('npm ci', ...npm(['ci', '--include=dev', '--ignore-scripts', '--loglevel=error', '--no-audit', '--no-fund', '--no-progress'])),
};

/** A step whose result carries the hash of what it was made from. */
function stamped({ doing, done, sources, stampFile, make }) {
  const stamp = createStamp(stampFile);
  return {
    doing,
    done,
    isStale: async () => !(await stamp.matches(await hashOf(sources))),
    async make() {
      const hash = await hashOf(sources);
      await rm(inProject(stampFile), { force: true });
      await make();
      await stamp.write(hash);
    },
  };
}

const generating = stamped({
  doing: 'Generating the database client',
  done: 'Database client generated',
  sources: SCHEMA,
  stampFile: 'server/db/generated/.made-from',
  make: () => mustSucceed('prisma generate', process.execPath, [inProject('node_modules/prisma/build/index.js'), 'generate'], {
    // generating needs no engine; any program that exists keeps Prisma from downloading one
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1',
  }),
});

const building = (distDir) => stamped({
  doing: 'Building the pages',
  done: 'Pages built',
  sources: PAGES,
  stampFile: `${distDir}/made-from`,
  make: () => mustSucceed('next build', process.execPath, [inProject('node_modules/next/dist/bin/next'), 'build'], {
    NODE_ENV: 'production', NEXT_DIST_DIR: distDir, NEXT_TELEMETRY_DISABLED: '1',
  }),
});

const compiling = (serverDir) => stamped({
  doing: 'Compiling the server',
  done: 'Server compiled',
  sources: SERVER,
  stampFile: `${serverDir}/made-from`,
  async make() {
    await rm(inProject(serverDir), { recursive: true, force: true });
    await compileServer(serverDir);
  },
});

/** Next reads its pages from the folder while it runs: built anew under it, it would serve halves of both. */
async function refuseWhileRunning(distDir) {
  const pid = await whoRunsFrom(distDir);
  if (pid === null) return;
  throw new SetupError(`Marsad can't be set up: process ${pid} runs from ${distDir}, which is older than the source: stop it first, or choose another folder with NEXT_DIST_DIR`);
}

async function anyStale(steps) {
  for (const step of steps) if (await step.isStale()) return true;
  return false;
}

/**
 * Brings the checkout up to date: packages, database client and, where their folders are given, the pages and the compiled
 * server. Does only what is stale, and one set-up at a time works on a folder.
 * @throws {SetupError} with what the failed program said
 */
export async function setUp({ distDir = null, serverDir = null, progress }) {
  const steps = [installing, generating, ...(serverDir ? [compiling(serverDir)] : []), ...(distDir ? [building(distDir)] : [])];
  if (!(await anyStale(steps))) return;
  const build = distDir ?? serverDir?.replace(/-server$/u, '');
  await oneAtATime(async () => {
    if (build && (await anyStale(steps))) await refuseWhileRunning(build);
    for (const step of steps) {
      if (await step.isStale()) await progress.step(step.doing, step.done, step.make);
    }
  }, () => progress.say('Another set-up of this folder is running: waiting for it …'));
}
