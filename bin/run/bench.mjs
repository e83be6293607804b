import { endingOnSignals } from './children.mjs';
import { provideChromium } from './chromium.mjs';
import { complain, createProgress } from './progress.mjs';
import { PROJECT } from './project.mjs';
import { TEST_DIST_DIR } from './runners.mjs';
import { serverDirOf, setUp } from './set-up.mjs';

/** Sets up, finds a browser, and measures, or whatever else `work` does with both. The pages are the tests', so that a running Marsad keeps its own. */
export async function run(args, work = '../../tests/bench/main.ts') {
  const progress = createProgress(process.stdout);
  let chromium;
  try {
    chromium = await endingOnSignals(async () => {
      await setUp({ distDir: TEST_DIST_DIR, serverDir: serverDirOf(TEST_DIST_DIR), progress });
      return provideChromium(progress);
    });
  } catch (error) {
    complain(error);
    process.exitCode = 1;
    return;
  }
  const { register } = await import('tsx/esm/api');
  register();
  const { main } = await import(work);
  process.exitCode = await main(args, { projectDir: PROJECT, chromium });
}
