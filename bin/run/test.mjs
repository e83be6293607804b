import { endingOnSignals } from './children.mjs';
import { complain, createProgress } from './progress.mjs';
import { SetupError } from './project.mjs';
import { FIRST, RUNNERS } from './runners.mjs';
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

async function runAll(names) {
  const progress = createProgress(process.stdout);
  await setUp({ progress });
  const inOrder = async (row) => {
    const all = [];
    for (const name of row) all.push(await runOne(name, progress));
    return all;
  };
  const isFirst = (name) => FIRST.flat().includes(name);
  const first = await Promise.all(FIRST.map((row) => inOrder(row.filter((name) => names.includes(name)))));
  return sum([...first.flat(), ...await inOrder(names.filter((name) => !isFirst(name)))]);
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
