import type { Label } from '../../../lib/label';
import { fold } from '../../../lib/text/fold';
import type { KnownPlace } from '../../../lib/trends';
import type { Database } from '../client';

const PLACES = `
  select p.id, p.name_en as en, p.name_ar as ar, p.kind, p.country, p.lat, p.lon, p.within, n.articles
  from place p join key k on k.name = 'region:' || p.id
    cross join lateral (select coalesce(sum(count), 0)::int as articles from mention m where m.key = k.id) n
  where n.articles > 0 and ($3::text is null or $3 = any(p.within))
    and ($1 = '' or position(' ' || $1 in ' ' || marsad_fold(p.name_en)) > 0 or position(' ' || $1 in replace(' ' || marsad_fold(coalesce(p.name_ar, '')), ' ال', ' ')) > 0
      or position(' ' || $1 in ' ' || marsad_fold(coalesce(p.name_ar, ''))) > 0)
  order by n.articles desc, p.id limit $2`;

/** Places with articles, the most mentioned first: those with a word in their name, in either script, that begins as `text` does, with or without the Arabic article. @param within the id of what they lie in; null: anywhere */
export async function readPlaces(db: Database, text: string, limit: number, within: string | null): Promise<KnownPlace[]> {
  const { rows } = await db.pool.query<Omit<KnownPlace, 'label'> & Label>(PLACES, [fold(text.trim()), limit, within]);
  return rows.map(({ en, ar, ...row }) => ({ ...row, label: { en, ar } }));
}
