import type pg from 'pg';
import type { Place, PlaceTag } from '../../../lib/place';
import type { TopicTag } from '../../../lib/topic';
import type { Database } from '../client';

const PLACES = `
  select jsonb_build_object('id', p.id, 'geonamesId', p.geonames_id, 'name', jsonb_build_object('en', p.name_en, 'ar', p.name_ar), 'kind', p.kind,
      'country', p.country, 'admin1', case when p.admin1_code is null then null else jsonb_build_object('code', p.admin1_code, 'name', p.admin1_name) end,
      'lat', p.lat, 'lon', p.lon, 'within', p.within) as place,
    ap.role, ap.score, ap.mentions, ap.alternatives
  from article_place ap join place p on p.id = ap.place_id where ap.article_id = $1 order by ap.score desc, p.id`;

const TOPICS = `
  select jsonb_build_object('id', t.id, 'iptc', t.iptc, 'label', jsonb_build_object('en', t.label_en, 'ar', t.label_ar), 'parent', t.parent_id,
      'own', t.own, 'colour', t.colour) as topic,
    at.score, at.evidence
  from article_topic at join topic t on t.id = at.topic_id where at.article_id = $1 order by at.score desc, t.id`;

/** The places of an article with all that they rest on, surest first. */
export async function placeTagsOf(client: pg.PoolClient | Database['pool'], articleId: string): Promise<PlaceTag[]> {
  const { rows } = await client.query<PlaceTag & { place: Place }>(PLACES, [articleId]);
  return rows;
}

/** Its topics likewise. */
export async function topicTagsOf(client: pg.PoolClient | Database['pool'], articleId: string): Promise<TopicTag[]> {
  const { rows } = await client.query<TopicTag>(TOPICS, [articleId]);
  return rows;
}
