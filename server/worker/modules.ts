/** As source the threads' modules lie beside this file; compiled, this file is part of the server's and they lie beside that. */
const suffix = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/** What the threads run: the files to load, as boot.mjs does. */
export const THREAD_MODULES = {
  parse: new URL(`./parse${suffix}`, import.meta.url),
  tag: new URL(`./tag${suffix}`, import.meta.url),
  topics: new URL(`./topics${suffix}`, import.meta.url),
  page: new URL(`./page${suffix}`, import.meta.url),
};
