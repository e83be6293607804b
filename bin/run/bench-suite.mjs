import { endingOnSignals } from './children.mjs';
import { provideChromium } from './chromium.mjs';
import { complain, createProgress } from './progress.mjs';
import { PROJECT } from './project.mjs';
import { TEST_DIST_DIR } from './runners.mjs';
import { serverDirOf, setUp } from './set-up.mjs';

/** The suites that look at the pages, and need a browser for it. */
const WITH_PAGES = ['ui'];

/** Sets up what the suite needs, and measures. */
export async function run(suite, args) {
  const progress = createProgress(process.stdout);
  const pages = WITH_PAGES.includes(suite);
  let chromium;
  try {
    chromium = await endingOnSignals(async () => {
      await setUp({ distDir: pages ? TEST_DIST_DIR : null, serverDir: serverDirOf(TEST_DIST_DIR), progress });
      return pages ? provideChromium(progress) : null;
    });
  } catch (error) {
    complain(error);
    process.exitCode = 1;
    return;
  }
  const { register } = await import('tsx/esm/api');
  register();
  const { main } = await import(`../../tests/bench/${suite}/main.ts`);
  process.exitCode = await main(args, PROJECT, chromium);
}
