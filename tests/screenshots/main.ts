import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { closing, endingOnSignals } from '../bench/closing';
import { openNewsroom } from './newsroom';
import { HELP, readOptions, type ScreenshotOptions } from './options';
import { shotsOf, take } from './take';

/** What the command line finds out before this is loaded. */
export interface Surroundings {
  projectDir: string;
  chromium: string;
}

const say = (text: string) => process.stdout.write(`${text}\n`);
// maps are drawn without a graphics card
const AS_ROOT = ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

async function takeAll({ views, widths }: ScreenshotOptions, { projectDir, chromium: executablePath }: Surroundings): Promise<number> {
  const folder = path.join(projectDir, 'screenshots');
  await mkdir(folder, { recursive: true });
  const newsroom = await openNewsroom(projectDir, say);
  const close = closing(() => newsroom.stop());
  const browser = await chromium.launch({ executablePath, args: AS_ROOT });
  const missing = new Set<string>();
  try {
    for (const shot of shotsOf(views, widths)) {
      const file = await take(browser, newsroom.address, folder, shot);
      if (file === null) missing.add(shot.name);
      else say(path.relative(projectDir, file));
    }
  } finally {
    await browser.close();
    await close();
  }
  if (missing.size > 0) say(`not there: ${[...missing].join(', ')}`);
  return missing.size === 0 ? 0 : 1;
}

/** `npm run screenshots`. @returns the exit code; 1 where a view is not there */
export async function main(argv: string[], surroundings: Surroundings): Promise<number> {
  let options: ScreenshotOptions | null;
  try {
    options = readOptions(argv);
  } catch (error) {
    process.stderr.write(`screenshots: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  if (options === null) {
    say(HELP);
    return 0;
  }
  const chosen = options;
  return endingOnSignals(() => takeAll(chosen, surroundings));
}
