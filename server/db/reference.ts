import { createHash } from 'node:crypto';
import type { Reference } from '../../lib/reference';
import type { Database } from './client';
import { syncTopics, upsertPlaces } from './places';
import { readSetting, writeSetting } from './settings';

const KEY = 'reference';

/** Writes the gazetteer's hierarchy and the taxonomy into the database, if they are other than last time. */
export async function syncReference(db: Database, reference: Reference): Promise<void> {
  const hash = createHash('sha256').update(JSON.stringify(reference)).digest('hex');
  if ((await readSetting(db, KEY)) === hash) return;
  await upsertPlaces(db.pool, reference.places);
  await syncTopics(db, reference.topics);
  await writeSetting(db, KEY, hash);
}
