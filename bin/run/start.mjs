import { endingOnSignals } from './children.mjs';
import { complain, createProgress } from './progress.mjs';
import { runFrom } from './running.mjs';
import { serve } from './serve.mjs';
import { serverDirOf, setUp } from './set-up.mjs';

/** Sets up what is stale, then serves. An ingest process has no pages to build. */
export async function run() {
  const progress = createProgress(process.stdout);
  const pages = process.env.NEXT_DIST_DIR || '.next';
  const serverDir = serverDirOf(pages);
  const distDir = process.env.ROLE === 'ingest' ? null : pages;
  try {
    await endingOnSignals(() => setUp({ distDir, serverDir, progress }));
  } catch (error) {
    complain(error);
    process.exitCode = 1;
    return;
  }
  await runFrom(pages);
  await serve(serverDir);
}
