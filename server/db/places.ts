import type pg from 'pg';
import type { Place } from '../../lib/place';
import type { Topic } from '../../lib/topic';
import type { Database } from './client';

const UPSERT_PLACES = `
  insert into place (id, geonames_id, name_en, name_ar, kind, country, admin1_code, admin1_name, lat, lon, within)
  select id, "geonamesId", en, ar, kind, country, "admin1Code", "admin1Name", lat, lon,
         array(select jsonb_array_elements_text(within))
  from jsonb_to_recordset($1::jsonb) as p(
    id text, "geonamesId" int, en text, ar text, kind text, country text, "admin1Code" text, "admin1Name" text,
    lat float8, lon float8, within jsonb)
  on conflict (id) do update set
    geonames_id = excluded.geonames_id, name_en = excluded.name_en, name_ar = excluded.name_ar, kind = excluded.kind,
    country = excluded.country, admin1_code = excluded.admin1_code, admin1_name = excluded.admin1_name,
    lat = excluded.lat, lon = excluded.lon, within = excluded.within
  where (place.geonames_id, place.name_en, place.name_ar, place.kind, place.country, place.admin1_code, place.admin1_name, place.lat, place.lon, place.within)
    is distinct from
    (excluded.geonames_id, excluded.name_en, excluded.name_ar, excluded.kind, excluded.country, excluded.admin1_code, excluded.admin1_name, excluded.lat, excluded.lon, excluded.within)`;

const row = (place: Place) => ({
  id: place.id, geonamesId: place.geonamesId, en: place.name.en, ar: place.name.ar, kind: place.kind, country: place.country,
  admin1Code: place.admin1?.code ?? null, admin1Name: place.admin1?.name ?? null, lat: place.lat, lon: place.lon, within: place.within,
});

/** Writes gazetteer rows, each id once, in id order; an unchanged row is not touched. */
export async function upsertPlaces(client: pg.Pool | pg.PoolClient, places: Iterable<Place>): Promise<void> {
  const byId = new Map([...places].map((place) => [place.id, place]));
  if (byId.size === 0) return;
  const rows = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map(row);
  await client.query(UPSERT_PLACES, [JSON.stringify(rows)]);
}

/** Makes the database's topics the taxonomy's, in any order: parents are looked for once all are in. Topics that left the taxonomy stay, since articles carry them. */
export async function syncTopics(db: Database, topics: readonly Topic[]): Promise<void> {
  await db.pool.query(
    `insert into topic (id, iptc, label_en, label_ar, parent_id)
     select id, iptc, en, ar, parent from jsonb_to_recordset($1::jsonb) as t(id text, iptc text, en text, ar text, parent text)
     on conflict (id) do update set iptc = excluded.iptc, label_en = excluded.label_en, label_ar = excluded.label_ar, parent_id = excluded.parent_id`,
    [JSON.stringify(topics.map((t) => ({ id: t.id, iptc: t.iptc, en: t.label.en, ar: t.label.ar, parent: t.parent })))],
  );
}
