import { endingOnSignals } from './children.mjs';
import { complain, createProgress } from './progress.mjs';
import { serverDirOf, setUp } from './set-up.mjs';

/** Sets up and ends. */
export async function run() {
  const progress = createProgress(process.stdout);
  try {
    const distDir = process.env.NEXT_DIST_DIR || '.next';
    await endingOnSignals(() => setUp({ distDir, serverDir: serverDirOf(distDir), progress }));
    progress.say('Marsad is set up: npm start');
  } catch (error) {
    complain(error);
    process.exitCode = 1;
  }
}
