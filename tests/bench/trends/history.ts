import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { createDatabase, type Database } from '../../../server/db/client';
import { startEmbeddedPostgres } from '../../../server/db/embedded-postgres';
import { applyMigrations } from '../../../server/db/migrate';
import { fill } from './fill';
import { createWorld, type World } from './generate';

/** When the made-up history ends: what "now" is to everything that is asked of it. */
export const END = new Date('2026-11-24T12:00:00Z');

export interface History {
  db: Database;
  world: World;
  total: number;
  close(): Promise<void>;
}

/** The database of made-up history, made where it isn't there: in a folder that is kept, `.data-trends-<total>` of the project. */
export async function openHistory(projectDir: string, total: number, say: (line: string) => void): Promise<History> {
  const dataDir = path.join(projectDir, `.data-trends-${total}`);
  const server = await startEmbeddedPostgres({ dataDir, log: say });
  await applyMigrations({ connectionString: server.connectionString });
  const db = createDatabase(server.connectionString, (error) => { throw error; });
  const world = createWorld(END, total);
  const done = await db.prisma.setting.findUnique({ where: { key: 'bench-filled' } });
  if (!done) {
    const began = performance.now();
    await fill(db, world, total, END, say);
    await db.prisma.setting.create({ data: { key: 'bench-filled', value: Math.round((performance.now() - began) / 1000) } });
  }
  return {
    db, world, total,
    async close() {
      await db.close();
      await server.stop();
    },
  };
}
