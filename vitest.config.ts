import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') };

/** `unit` needs nothing but the code; `integration` gets one Postgres for the whole run, and a database of its own for each file. */
export default defineConfig({
  resolve: { alias },
  test: {
    // left to itself it leaves a core idle: of two, half the machine
    maxWorkers: availableParallelism(),
    projects: [
      // one reading of the gazetteer and the models a worker, not one a file: half of the time
      { resolve: { alias }, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], environment: 'node', testTimeout: 60_000, isolate: false } },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          environment: 'node',
          isolate: false,
          globalSetup: ['tests/support/postgres-for-tests.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
