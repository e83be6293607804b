import { existsSync } from 'node:fs';
import path from 'node:path';
import { runChild } from './children.mjs';
import { SetupError } from './project.mjs';

/** The same engine without the windows around it: a third less work for the same pages. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell'];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/snap/bin/chromium',
];

/** @param names of programs, the best first */
function findChromium(names) {
  if (process.env.CHROMIUM_PATH) {
    if (existsSync(process.env.CHROMIUM_PATH)) return process.env.CHROMIUM_PATH;
    throw new SetupError(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which is not there`);
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const candidates = [...names.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...ELSEWHERE];
  return candidates.find((file) => existsSync(file)) ?? null;
}

const mayInstall = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

async function apt(args) {
  const { code, output } = await runChild('apt-get', args, { env: { DEBIAN_FRONTEND: 'noninteractive' } });
  if (code !== 0) throw new SetupError(`apt-get ${args.join(' ')} failed: install Chromium, or name one in CHROMIUM_PATH`, output);
}

/**
 * A browser: the system's; as root on Debian it is installed where there is none.
 * @throws {SetupError} saying what to install
 */
async function provide(progress, names, debianPackage) {
  const there = findChromium(names);
  if (there) return there;
  if (!mayInstall()) {
    throw new SetupError('This needs a browser: install Chromium (Debian: apt-get install chromium), or name one in CHROMIUM_PATH');
  }
  await progress.step('Installing Chromium', 'Chromium installed', async () => {
    await apt(['update', '-qq']);
    await apt(['install', '-y', '-qq', '--no-install-recommends', debianPackage]);
  });
  const installed = findChromium(names);
  if (!installed) throw new SetupError('Chromium was installed and is not in the PATH: name it in CHROMIUM_PATH');
  return installed;
}

/** What readers have: for measuring and for pictures. */
export const provideChromium = (progress) => provide(progress, NAMES, 'chromium');
/** For the end-to-end tests. */
export const provideTestChromium = (progress) => provide(progress, [...SHELLS, ...NAMES], 'chromium-headless-shell');
