import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ProductSettings } from '../lib/settings';
import type { Config } from './config';
import type { Database } from './db/client';
import type { SettingsHandle } from './db/handle';
import { changeProductSettings, databaseBytes, readProductSettings } from './db/product-settings';
import { readStatus } from './db/status';

export interface SettingsDeps {
  config: Config;
  db: Database;
  now(): Date;
  onError(error: unknown): void;
}

export interface Settings {
  handle: SettingsHandle;
  /** the origin of the map's tiles, for the policy of pages; null where there are none */
  tileOrigin(): string | null;
}

/** A change made through another web process is known here by then. */
const LOOK_EVERY_MS = 15_000;

const versionOf = (projectDir: string) => (JSON.parse(readFileSync(path.join(projectDir, 'package.json'), 'utf8')) as { version: string }).version;

function originOf({ mapTiles }: ProductSettings): string | null {
  return mapTiles === null ? null : new URL(mapTiles.url.replace(/\{[a-z]+\}/gu, '1')).origin;
}

/** What the Settings page asks, and what a page's headers need to know of it. */
export async function createSettings({ config, db, now, onError }: SettingsDeps): Promise<Settings> {
  let origin = originOf(await readProductSettings(db));
  let lookedAt = now().getTime();
  const version = versionOf(config.projectDir);

  async function read(): Promise<ProductSettings> {
    const settings = await readProductSettings(db);
    origin = originOf(settings);
    lookedAt = now().getTime();
    return settings;
  }

  return {
    tileOrigin() {
      if (now().getTime() - lookedAt > LOOK_EVERY_MS) {
        lookedAt = now().getTime();
        read().catch(onError);
      }
      return origin;
    },
    handle: {
      productSettings: read,
      async changeSettings(change) {
        await changeProductSettings(db, change);
        return read();
      },
      async about() {
        const [{ articles, feeds }, bytes] = await Promise.all([readStatus(db), databaseBytes(db)]);
        return { version, databaseBytes: bytes, articles, feeds, environment: [...config.environment] };
      },
    },
  };
}
