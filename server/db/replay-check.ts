import { Client } from 'pg';

const KEYS = `
  select wanted.key, count(distinct seen.article_id)::int as articles
  from unnest($2::text[]) as wanted (key)
  left join feed on feed.url = $1
  left join article_feed seen on seen.feed_id = feed.id and seen.entry_key = wanted.key
  group by wanted.key`;

/**
 * Of each id of a feed, how many different stored articles its seen-in rows lead to: 1 where all is well, 0 where it is lost.
 * @throws what pg throws where the database can't be asked
 */
export async function findEntryKeys(connectionString: string, feedUrl: string, guids: string[]): Promise<Map<string, number>> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ key: string; articles: number }>(KEYS, [feedUrl, guids]);
    return new Map(rows.map(({ key, articles }) => [key, articles]));
  } finally {
    await client.end();
  }
}

/** Empties the database, so that a replay starts with nothing: the migrations make everything anew. */
export async function emptyDatabase(connectionString: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query('drop schema public cascade; create schema public');
  } finally {
    await client.end();
  }
}
