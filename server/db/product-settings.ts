import { DEFAULT_SETTINGS, type ProductSettings } from '../../lib/settings';
import { settingsChangeSchema } from '../../lib/settings-input';
import type { Prisma } from './generated/client';
import type { Database } from './client';

/** Where each stands in the table `setting`. */
const KEYS = { mapTiles: 'map-tiles', language: 'language', wall: 'wall' } as const;
type Name = keyof typeof KEYS;
const NAMES = Object.keys(KEYS) as Name[];

/** What was set, with what holds where nothing was. What another version wrote and this one can't read is refused, not guessed at. */
export async function readProductSettings(db: Database): Promise<ProductSettings> {
  const rows = await db.prisma.setting.findMany({ where: { key: { in: Object.values(KEYS) } } });
  const stored = Object.fromEntries(NAMES.flatMap((name) => rows.filter(({ key }) => key === KEYS[name]).map(({ value }) => [name, value])));
  return { ...DEFAULT_SETTINGS, ...settingsChangeSchema.parse(stored) };
}

/** What isn't named stays; null takes a setting out. */
export async function changeProductSettings(db: Database, change: Partial<ProductSettings>): Promise<void> {
  await db.prisma.$transaction(NAMES.filter((name) => change[name] !== undefined).map((name) => {
    const key = KEYS[name];
    const value = change[name] as Prisma.InputJsonValue | null;
    if (value === null) return db.prisma.setting.deleteMany({ where: { key } });
    return db.prisma.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
  }));
}

export async function databaseBytes(db: Database): Promise<number> {
  const { rows } = await db.pool.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes');
  return Number(rows[0]?.bytes ?? 0);
}
