import { describe, expect, test } from 'vitest';

const rule = new URL('../../../lint/imports-rule.mjs', import.meta.url).href;
const { importProblem } = (await import(rule)) as { importProblem(importer: string, specifier: string): string | null };

describe('the table of imports allows', () => {
  test.each([
    ['lib to lib', 'lib/filter.ts', './window'],
    ['zod in lib', 'lib/filter-query.ts', 'zod'],
    ['lib in a stage', 'server/ingest/stages/dates.ts', '../../../lib/entry'],
    ['the handle in a page', 'app/page.tsx', '@/server/db/handle'],
    ['everything of the server in the composition root', 'server/app.ts', './db/store'],
    ['the server in the command line', 'server/cli/tag.ts', '../tagging/tag'],
    ['Tremor in a chart', 'components/charts/bars.tsx', '@tremor/react'],
    ['undici in the fetch stage', 'server/ingest/fetch/agent.ts', 'undici'],
    ['pg in server/db', 'server/db/client.ts', 'pg'],
    ['anything in a test', 'tests/unit/a.test.ts', '../../server/db/store'],
  ])('%s', (_name, importer, specifier) => expect(importProblem(importer, specifier)).toBeNull());
});

describe('the table of imports refuses, and says what to do instead', () => {
  test.each([
    ['the server in lib', 'lib/filter.ts', '../server/db/store', 'pass what it needs as a parameter'],
    ['node in lib', 'lib/filter.ts', 'node:fs', '@orama/stemmers and nothing else'],
    ['the database in a stage', 'server/ingest/poll.ts', '../db/store', 'hands the stages'],
    ['ingest in tagging', 'server/tagging/tag.ts', '../ingest/stages/dates', 'hands the stages'],
    ['a folder whose name only begins alike', 'server/live/tail.ts', '../live-old/tail', 'hands the stages'],
    ['live in a page', 'app/page.tsx', '@/server/live/tail', 'server/db/handle.ts'],
    ['a query in a page', 'app/page.tsx', '../server/db/store', 'server/db/handle.ts'],
    ['the server in a component', 'components/feed/card.tsx', '@/server/config', 'as props'],
    ['a page in the server', 'server/app.ts', '../app/layout', 'move what is shared into lib'],
    ['bin in the server', 'server/cli/tag.ts', '../../bin/run/start.mjs', 'move what is shared into lib'],
    ['Tremor outside of the charts', 'components/feed/card.tsx', '@tremor/react', 'a wrapper of components/charts'],
    ['undici in another stage', 'server/ingest/stages/parse.ts', 'undici', 'only the fetch stage'],
    ['pg outside of server/db', 'server/app.ts', 'pg', 'into server/db'],
    ['Prisma outside of server/db', 'server/app.ts', '@prisma/client', 'into server/db'],
    ['part of a library', 'components/feed/card.tsx', 'next/link', 'pages belong into app/'],
  ])('%s', (_name, importer, specifier, instead) => expect(importProblem(importer, specifier)).toContain(instead));

  test('but takes no library for another whose name it begins with', () => {
    expect(importProblem('server/app.ts', 'pg-connection-string')).toBeNull();
  });
});
