import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { inProject, PROJECT, SetupError } from './project.mjs';

/** The server, and the modules of its threads. */
const ENTRIES = { main: 'server/main.ts', parse: 'server/worker/parse.ts', tag: 'server/worker/tag.ts', page: 'server/worker/page.ts', topics: 'server/worker/topics.ts' };

/** Where the threads' modules lie is asked of the compiled file, everything else (data, migrations) of its source. */
const ASKS_THE_COMPILED = inProject('server/worker/modules.ts');

/** Packages are loaded as they are. With the maps, NODE_OPTIONS=--enable-source-maps makes traces name the sources' lines. */
const OPTIONS = {
  absWorkingDir: PROJECT, bundle: true, splitting: true, packages: 'external', format: 'esm', platform: 'node', target: 'node20.19',
  sourcemap: 'linked', logLevel: 'silent',
};

const withSlashes = (file) => file.split(path.sep).join('/');

/** All compiled files lie in one folder: from there `import.meta.url` leads back to the source. */
const urlsOfSources = (folder) => ({
  name: 'urls of sources',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, async ({ path: file }) => {
      const source = await readFile(file, 'utf8');
      if (file === ASKS_THE_COMPILED || !source.includes('import.meta.url')) return { contents: source, loader: 'ts' };
      const back = withSlashes(path.relative(inProject(folder), file));
      return { contents: source.replaceAll('import.meta.url', `new URL(${JSON.stringify(back)}, import.meta.url).href`), loader: 'ts' };
    });
  },
});

/**
 * Compiles the server to JavaScript. Run by tsx instead it takes 130 MB more: tsx keeps a thread of its own beside each of
 * ours, and every module's text.
 * @param folder a path of the project
 * @throws {SetupError} with what esbuild said
 */
export async function compileServer(folder) {
  const { build, stop } = await import('esbuild');
  try {
    await build({ ...OPTIONS, entryPoints: ENTRIES, outdir: folder, plugins: [urlsOfSources(folder)] });
  } catch (error) {
    throw new SetupError('Marsad can\'t be set up: compiling the server failed (see above)', error.message);
  } finally {
    // its program would else run beside Marsad for as long
    await stop();
  }
}
