import { SetupError } from './project.mjs';

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 100;
const CLEAR_LINE = '\r\u001b[2K';

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Shows that something is going on, on a terminal. @returns what ends it */
function spin(stream, doing, began) {
  if (!stream.isTTY) {
    stream.write(`${doing} …\n`);
    return () => undefined;
  }
  let frame = 0;
  const draw = () => stream.write(`${CLEAR_LINE}${FRAMES[frame++ % FRAMES.length]} ${doing} … ${seconds(began)}`);
  draw();
  const timer = setInterval(draw, FRAME_MS);
  return () => {
    clearInterval(timer);
    stream.write(CLEAR_LINE);
  };
}

/** Says what is being done while it lasts, and how long it took when it is done. */
export function createProgress(stream) {
  return {
    say: (line) => stream.write(`${line}\n`),
    async step(doing, done, work) {
      const began = performance.now();
      const end = spin(stream, doing, began);
      let result;
      try {
        result = await work();
      } catch (error) {
        end();
        stream.write(`✗ ${doing}: not done after ${seconds(began)}\n`);
        throw error;
      }
      end();
      stream.write(`✓ ${done} (${seconds(began)})\n`);
      return result;
    },
  };
}

/** What a failed set-up says: the program's own words where there are any, then one line. Anything unexpected is thrown on. */
export function complain(error) {
  if (!(error instanceof SetupError)) throw error;
  if (error.output.trim()) process.stderr.write(`${error.output.trimEnd()}\n\n`);
  process.stderr.write(`${error.message}\n`);
}
