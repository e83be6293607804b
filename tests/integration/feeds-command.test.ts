import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../server/config';
import { withDatabase } from '../../server/cli/feeds/database';
import type { Database } from '../../server/db/client';
import { startEmbeddedPostgres } from '../../server/db/embedded-postgres';
import { applyMigrations } from '../../server/db/migrate';
import { addSources } from '../../server/db/sources/add';
import { StartError } from '../../server/start-error';
import { createTestDatabase } from '../support/database';
import { temporaryFolder } from '../support/folders';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => { folder = await temporaryFolder(); });
afterEach(async () => { await folder.remove(); });

const config = (env: Record<string, string> = {}) => readConfig({ DATA_DIR: folder.path, ...env }, folder.path);
const titles = (db: Database) => db.prisma.feed.findMany().then((feeds) => feeds.map(({ title }) => title));
const add = (db: Database) => addSources(db, [{ url: 'https://news.example/rss', title: 'أخبار' }]);
const quiet = () => undefined;

describe('the database of a command', () => {
  test('is the embedded one, started and stopped for it, and again', async () => {
    await withDatabase(config(), quiet, add);
    expect(await withDatabase(config(), quiet, titles)).toEqual(['أخبار']);
    // stopped: a Marsad can have it now
    const server = await startEmbeddedPostgres({ dataDir: folder.path, log: quiet });
    await server.stop();
  });

  test('is that of a Marsad that is running, which goes on', async () => {
    const server = await startEmbeddedPostgres({ dataDir: folder.path, log: quiet });
    try {
      await applyMigrations({ connectionString: server.connectionString });
      await withDatabase(config(), quiet, add);
      expect(await withDatabase(config(), quiet, titles)).toEqual(['أخبار']);
    } finally {
      await server.stop();
    }
  });

  test('is the one that DATABASE_URL names', async () => {
    const database = await createTestDatabase();
    await withDatabase(config({ DATABASE_URL: database.connectionString }), quiet, add);
    expect(await withDatabase(config({ DATABASE_URL: database.connectionString }), quiet, titles)).toEqual(['أخبار']);
    await database.drop();
  });

  test('that does not answer is one clear error', async () => {
    const refused = withDatabase(config({ DATABASE_URL: 'postgres://127.0.0.1:1/x' }), quiet, titles);
    await expect(refused).rejects.toThrow(StartError);
    await expect(refused).rejects.toThrow(/no Postgres answers/u);
  });

  test('is stopped also after a failure', async () => {
    await expect(withDatabase(config(), quiet, () => Promise.reject(new Error('فشل')))).rejects.toThrow('فشل');
    expect(await withDatabase(config(), quiet, titles)).toEqual([]);
  });
});
