import { endingOnSignals } from './children.mjs';
import { complain, createProgress } from './progress.mjs';
import { SetupError } from './project.mjs';
import { RUNNERS, SINGLE_THREADED } from './runners.mjs';
import { setUp } from './set-up.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
const inWords = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;
const sum = (all) => all.reduce((total, one) => ({
  passed: total.passed + one.passed, failed: total.failed + one.failed, skipped: total.skipped + one.skipped,
}), { passed: 0, failed: 0, skipped: 0 });

/** One runner; what keeps it from running at all is a failure of its own. */
async function runOne(name, progress) {
  const began = performance.now();
  say(`· ${name} …`);
  let counts;
  try {
    counts = await RUNNERS[name](progress);
  } catch (error) {
    complain(error);
    counts = { passed: 0, failed: 1, skipped: 0 };
  }
  say(`${counts.failed === 0 ? '✓' : '✗'} ${name}: ${inWords(counts)} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  return counts;
}

/** Programs of one thread that say nothing until they end, side by side; the others one after the other. */
function groupsOf(names) {
  const single = names.filter((name) => SINGLE_THREADED.includes(name));
  return [single, ...names.filter((name) => !single.includes(name)).map((name) => [name])];
}

async function runAll(names) {
  const progress = createProgress(process.stdout);
  await setUp({ progress });
  const all = [];
  for (const group of groupsOf(names)) all.push(...await Promise.all(group.map((name) => runOne(name, progress))));
  return sum(all);
}

/** Sets up and runs everything, or the runners that are named. The last line is the sum of all. */
export async function run(names) {
  const wrong = names.filter((name) => !Object.hasOwn(RUNNERS, name));
  if (wrong.length > 0) {
    process.stderr.write(`npm test runs ${Object.keys(RUNNERS).join(', ')}, or those of them that are named; not ${wrong.join(', ')}\n`);
    process.exitCode = 2;
    return;
  }
  let total;
  try {
    total = await endingOnSignals(() => runAll(names.length > 0 ? names : Object.keys(RUNNERS)));
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    complain(error);
    total = { passed: 0, failed: 1, skipped: 0 };
  }
  say(inWords(total));
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
}
