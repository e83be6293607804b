import { endingOnSignals } from './children.mjs';
import { complain, createProgress } from './progress.mjs';
import { setUp } from './set-up.mjs';

const COMMANDS = {
  tag: { what: 'reads articles as JSON lines and writes the places and topics found in each', builds: false },
  places: { what: 'looks a name up in the gazetteer: which places are called so', builds: false },
  parse: { what: 'reads feed documents and writes their items as JSON lines', builds: false },
  extract: { what: 'finds the article in HTML pages and writes each as a JSON line', builds: false },
  feeds: { what: 'adds, lists, checks, imports, exports, pauses and deletes feeds', builds: false },
  corrections: { what: 'writes what readers took off articles, as tests of the tagger', builds: false },
  backtest: { what: 'replays stored history through the detector of spikes, and says what it finds', builds: false },
  retention: { what: 'says or sets how many days articles are kept', builds: false },
  replay: { what: 'serves a recorded stream of articles as live feeds and runs Marsad on it', builds: true },
};

const HELP = `Marsad's stages at the command line.

usage: npx marsad COMMAND [arguments]

${Object.entries(COMMANDS).map(([name, { what }]) => `  ${name.padEnd(11)} ${what}`).join('\n')}

  npx marsad COMMAND --help   says what a command reads and writes
  npm start                   serves the dashboard

The first use installs what is needed; that is talked about on standard error only.
`;

/** A reader that has seen enough (head) is no error. */
function endQuietlyOnClosedPipe() {
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}

/** Runs one command and sets the exit code. */
export async function run([name, ...args]) {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(HELP);
    process.exitCode = name === undefined ? 2 : 0;
    return;
  }
  if (!Object.hasOwn(COMMANDS, name)) {
    process.stderr.write(`marsad: there is no command "${name}"; npx marsad --help lists them\n`);
    process.exitCode = 2;
    return;
  }
  const distDir = COMMANDS[name].builds ? process.env.NEXT_DIST_DIR || '.next' : null;
  try {
    await endingOnSignals(() => setUp({ distDir, progress: createProgress(process.stderr) }));
  } catch (error) {
    complain(error);
    process.exitCode = 1;
    return;
  }
  endQuietlyOnClosedPipe();
  const { register } = await import('tsx/esm/api');
  register();
  const { main } = await import(`../../server/cli/${name}.ts`);
  process.exitCode = await main(args);
}
