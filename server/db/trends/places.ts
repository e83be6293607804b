import type { Label } from '../../../lib/label';
import { fold } from '../../../lib/text/fold';
import type { KnownPlace } from '../../../lib/trends';
import type { Database } from '../client';

/** Names first, then numbers: adding up the mentions of every place takes longer than folding its name. */
const PLACES = `
  with folded as materialized (
    select p.*, ' ' || marsad_fold(p.name_en || ' ' || coalesce(p.name_ar, '')) as names from place p where $3::text is null or $3 = any(p.within)),
  named as materialized (
    select * from folded where $1 = '' or position(' ' || $1 in names) > 0 or position(' ' || $1 in replace(names, ' ال', ' ')) > 0)
  select p.id, p.name_en as en, p.name_ar as ar, p.kind, p.country, p.lat, p.lon, p.within, n.articles
  from named p join key k on k.name = 'region:' || p.id
    cross join lateral (select coalesce(sum(count), 0)::int as articles from mention m where m.key = k.id) n
  where n.articles > 0 order by n.articles desc, p.id limit $2`;

/** Places with articles, the most mentioned first: those with a word in their name, in either script, that begins as `text` does, with or without the Arabic article. @param within the id of what they lie in; null: anywhere */
export async function readPlaces(db: Database, text: string, limit: number, within: string | null): Promise<KnownPlace[]> {
  const { rows } = await db.pool.query<Omit<KnownPlace, 'label'> & Label>(PLACES, [fold(text.trim()), limit, within]);
  return rows.map(({ en, ar, ...row }) => ({ ...row, label: { en, ar } }));
}
