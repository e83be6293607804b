import { existsSync } from 'node:fs';
import path from 'node:path';
import { runChild } from './children.mjs';
import { SetupError } from './project.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/snap/bin/chromium',
];

export function findChromium() {
  if (process.env.CHROMIUM_PATH) {
    if (existsSync(process.env.CHROMIUM_PATH)) return process.env.CHROMIUM_PATH;
    throw new SetupError(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which is not there`);
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))), ...ELSEWHERE];
  return candidates.find((file) => existsSync(file)) ?? null;
}

const mayInstall = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

async function apt(args) {
  const { code, output } = await runChild('apt-get', args, { env: { DEBIAN_FRONTEND: 'noninteractive' } });
  if (code !== 0) throw new SetupError(`apt-get ${args.join(' ')} failed: install Chromium, or name one in CHROMIUM_PATH`, output);
}

/**
 * The browser for the end-to-end tests: the system's; as root on Debian it is installed where there is none.
 * @throws {SetupError} saying what to install
 */
export async function provideChromium(progress) {
  const there = findChromium();
  if (there) return there;
  if (!mayInstall()) {
    throw new SetupError('The end-to-end tests need a browser: install Chromium (Debian: apt-get install chromium), or name one in CHROMIUM_PATH');
  }
  await progress.step('Installing Chromium', 'Chromium installed', async () => {
    await apt(['update', '-qq']);
    await apt(['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  });
  const installed = findChromium();
  if (!installed) throw new SetupError('Chromium was installed and is not in the PATH: name it in CHROMIUM_PATH');
  return installed;
}
