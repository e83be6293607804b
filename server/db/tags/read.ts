import type pg from 'pg';
import type { Place, PlaceTag } from '../../../lib/place';
import type { Topic, TopicTag } from '../../../lib/topic';
import type { Database } from '../client';
import { fromStoredPlace, fromStoredTopic, readTags, type StoredTags, type Texts } from './form';

type Client = pg.PoolClient | Database['pool'];

const PLACES = `
  select id, geonames_id as "geonamesId", jsonb_build_object('en', name_en, 'ar', name_ar) as name, kind, country,
    case when admin1_code is null then null else jsonb_build_object('code', admin1_code, 'name', admin1_name) end as admin1, lat, lon, within
  from place where id = any($1)`;

const TOPICS = `
  select id, iptc, jsonb_build_object('en', label_en, 'ar', label_ar) as label, parent_id as parent, own, colour from topic where id = any($1)`;

/** The places and topics that tags name, by id. */
export interface Named {
  places: Map<string, Place>;
  topics: Map<string, Topic>;
}

async function byId<T extends { id: string }>(client: Client, sql: string, ids: Iterable<string>): Promise<Map<string, T>> {
  const unique = [...new Set(ids)];
  if (unique.length === 0) return new Map();
  return new Map((await client.query<T>(sql, [unique])).rows.map((row) => [row.id, row]));
}

/** Looks up what these tags name. */
export async function namesOfTags(client: Client, tags: readonly StoredTags[]): Promise<Named> {
  return {
    places: await byId<Place>(client, PLACES, tags.flatMap(({ places }) => places.map(([id]) => id))),
    topics: await byId<Topic>(client, TOPICS, tags.flatMap(({ topics }) => topics.map(([id]) => id))),
  };
}

/** Tags with all that they rest on, surest first. A topic that its user has deleted since is none any more. */
export function fullTags({ places, topics }: StoredTags, named: Named, texts: Texts): { places: PlaceTag[]; topics: TopicTag[] } {
  return {
    places: places.flatMap((one) => {
      const place = named.places.get(one[0]);
      return place ? [{ place, ...fromStoredPlace(one, texts) }] : [];
    }),
    topics: topics.flatMap((one) => {
      const topic = named.topics.get(one[0]);
      return topic ? [{ topic, ...fromStoredTopic(one, texts) }] : [];
    }),
  };
}

/** The tags of one article with all that they rest on; null where there is no article of that id. */
export async function tagsOfArticle(client: Client, articleId: string): Promise<{ places: PlaceTag[]; topics: TopicTag[] } | null> {
  const { rows: [row] } = await client.query<Texts & { tags: string }>('select title, text, tags from article where id = $1', [articleId]);
  if (!row) return null;
  const stored = readTags(row.tags);
  return fullTags(stored, await namesOfTags(client, [stored]), row);
}
