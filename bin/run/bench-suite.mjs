import { endingOnSignals } from './children.mjs';
import { complain, createProgress } from './progress.mjs';
import { PROJECT } from './project.mjs';
import { TEST_DIST_DIR } from './runners.mjs';
import { serverDirOf, setUp } from './set-up.mjs';

/** Sets up what a suite without pages needs, and measures. */
export async function run(suite, args) {
  try {
    await endingOnSignals(() => setUp({ serverDir: serverDirOf(TEST_DIST_DIR), progress: createProgress(process.stdout) }));
  } catch (error) {
    complain(error);
    process.exitCode = 1;
    return;
  }
  const { register } = await import('tsx/esm/api');
  register();
  const { main } = await import(`../../tests/bench/${suite}/main.ts`);
  process.exitCode = await main(args, PROJECT);
}
