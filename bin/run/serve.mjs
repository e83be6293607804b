import { pathToFileURL } from 'node:url';
import { inProject } from './project.mjs';

/** tsx makes Node load TypeScript, and reload is only a restart away. */
async function loadSource() {
  const { register } = await import('tsx/esm/api');
  register();
  return import('../../server/main.ts');
}

/**
 * Loads the server into this process. It stays until a signal ends it.
 * @param serverDir where it was compiled to; null: from its source
 */
export async function serve(serverDir) {
  process.env.NODE_ENV = process.env.MARSAD_DEV === '1' ? 'development' : 'production';
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  const { main } = serverDir ? await import(pathToFileURL(inProject(serverDir, 'main.js')).href) : await loadSource();
  await main();
}
