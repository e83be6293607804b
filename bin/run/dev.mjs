import { fork } from 'node:child_process';
import { watch } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { endingOnSignals } from './children.mjs';
import { complain, createProgress } from './progress.mjs';
import { inProject, PROJECT } from './project.mjs';
import { setUp } from './set-up.mjs';

/** What the server is made of. Pages and components are reloaded by Next itself. */
const WATCHED = ['server', 'lib', 'data'];
const SETTLE_MS = 150;
const SERVER = fileURLToPath(new URL('dev-server.mjs', import.meta.url));

/** Restarts the server part whenever one of its files changes, once the one before has stopped in order. */
function superviseServer(progress) {
  let child = null;
  let stopping = false;
  const begin = () => {
    child = fork(SERVER, { cwd: PROJECT, env: { ...process.env, MARSAD_DEV: '1' } });
    child.once('exit', (code) => {
      child = null;
      if (stopping) process.exit(0);
      else if (code !== 0) progress.say('The server ended: it starts again when a file changes');
    });
  };
  const restart = () => {
    if (stopping) return;
    if (!child) return begin();
    child.once('exit', begin);
    child.kill('SIGTERM');
  };
  const stop = () => {
    stopping = true;
    if (child) child.kill('SIGTERM');
    else process.exit(0);
  };
  begin();
  return { restart, stop };
}

/** Calls `onChange` once for a burst of changes. */
function watchSources(onChange) {
  let timer = null;
  for (const folder of WATCHED) {
    watch(inProject(folder), { recursive: true }, (_event, file) => {
      if (String(file).includes('generated')) return;
      clearTimeout(timer);
      timer = setTimeout(onChange, SETTLE_MS);
    });
  }
}

export async function run() {
  const progress = createProgress(process.stdout);
  try {
    await endingOnSignals(() => setUp({ progress }));
  } catch (error) {
    complain(error);
    process.exitCode = 1;
    return;
  }
  const server = superviseServer(progress);
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, server.stop);
  watchSources(() => {
    progress.say('A file changed: restarting the server');
    server.restart();
  });
}
