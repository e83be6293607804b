import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runChild } from './children.mjs';
import { provideTestChromium } from './chromium.mjs';
import { inProject } from './project.mjs';
import { serverDirOf, setUp } from './set-up.mjs';

/** Tests build into a folder of their own: they pass beside a running Marsad. */
export const TEST_DIST_DIR = '.next-test';

const NONE = { passed: 0, failed: 0, skipped: 0 };
const modules = (name) => inProject('node_modules', name);

/** What the tests of a run must not inherit from the person's own settings. */
const CLEAN = Object.fromEntries(
  ['ROLE', 'HOST', 'PORT', 'DATABASE_URL', 'DATA_DIR', 'FEEDS', 'ADMIN_TOKEN', 'ALLOWED_HOSTS', 'ALLOW_PRIVATE_FEEDS', 'MARSAD_DEV', 'NODE_ENV', 'LOG_LEVEL']
    .map((name) => [name, undefined]));
const PLAIN = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined };
const ENVIRONMENT = { ...CLEAN, ...PLAIN, NEXT_DIST_DIR: TEST_DIST_DIR };

/** A program that only passes or fails counts as one test; what it says is shown if it failed. */
async function check(file, args) {
  const { code, output } = await runChild(process.execPath, [file, ...args], { env: ENVIRONMENT });
  if (code !== 0) process.stderr.write(`${output.trimEnd()}\n`);
  return code === 0 ? { ...NONE, passed: 1 } : { ...NONE, failed: 1 };
}

/** A runner that died, or failed outside of its tests, has failed once, whatever it counted. */
function counted(counts, code) {
  if (!counts) return { ...NONE, failed: 1 };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function withReport(use) {
  const folder = await mkdtemp(path.join(tmpdir(), 'marsad-report-'));
  const file = path.join(folder, 'report.json');
  try {
    const code = await use(file);
    const text = await readFile(file, 'utf8').catch(() => null);
    return { code, report: text === null ? null : JSON.parse(text) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function vitest(project) {
  const { code, report } = await withReport(async (file) => {
    const args = ['run', '--project', project, '--passWithNoTests=false', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    return (await runChild(process.execPath, [modules('vitest/vitest.mjs'), ...args], { env: ENVIRONMENT, show: true })).code;
  });
  return counted(report && {
    passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests,
  }, code);
}

async function playwright(progress) {
  const chromium = await provideTestChromium(progress);
  const { code, report } = await withReport(async (file) => {
    const env = { ...ENVIRONMENT, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
    return (await runChild(process.execPath, [modules('@playwright/test/cli.js'), 'test', '--reporter=list,json'], { env, show: true })).code;
  });
  return counted(report && {
    passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky, skipped: report.stats.skipped,
  }, code);
}

const withPages = (run) => async (progress) => {
  await setUp({ distDir: TEST_DIST_DIR, serverDir: serverDirOf(TEST_DIST_DIR), progress });
  return run(progress);
};

/** Run side by side, each row in its order: the linter keeps one core busy for as long as the others take. What is in no row comes afterwards. */
export const FIRST = [['lint'], ['types', 'unit']];

/** In the order in which they run, but for those that run side by side: what is quick to fail first. Each answers its counts. */
export const RUNNERS = {
  lint: () => check(modules('eslint/bin/eslint.js'), ['.', '--max-warnings=0']),
  types: () => check(modules('typescript/bin/tsc'), ['--noEmit']),
  unit: () => vitest('unit'),
  integration: withPages(() => vitest('integration')),
  e2e: withPages(playwright),
};
