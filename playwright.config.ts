import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

const asRoot = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/** The system's Chromium: nothing is downloaded. Every test file starts a Marsad of its own. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/support/newsroom-template.ts',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: Math.min(2, availableParallelism()),
  // on a machine that is busy with other things a browser may miss its time once: what fails twice is broken
  retries: process.env.CI ? 1 : 0,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium', args: asRoot },
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
