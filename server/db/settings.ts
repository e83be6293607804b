import type { Prisma } from './generated/client';
import type { Database } from './client';

/** Product settings and small pieces of state that outlive a process. The reader checks the shape. */
export async function readSetting(db: Database, key: string): Promise<unknown> {
  return (await db.prisma.setting.findUnique({ where: { key } }))?.value ?? null;
}

export async function writeSetting(db: Database, key: string, value: Prisma.InputJsonValue): Promise<void> {
  await db.prisma.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}
