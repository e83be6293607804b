import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import type { TopicInput } from '../../../lib/own-topic';
import { BadSourceError } from '../../../lib/source';
import { fold } from '../../../lib/text/fold';
import { nameKey } from '../sources/plan';
import { transaction, type Database } from '../client';
import { toJson } from '../json';
import { TASK_CHANNEL } from '../tasks';
import { lockOwnTopics } from './standing';

/** Each costs every article its time. */
const MOST_TOPICS = 200;

// Under the lock nobody is storing: what has a lower id than the cursor was tagged without the topic, what gets a higher one will be tagged with it.
const RETAG = `
  insert into retag (topic_id, version, cursor) select $1, $2, coalesce(max(id), 0) + 1 from article
  on conflict (topic_id) do update set version = excluded.version, cursor = excluded.cursor, state = 'waiting', done = 0, total = 0,
    lease_until = null, error = null, started_at = clock_timestamp(), finished_at = null`;

/** Notifications are sent with the commit. */
async function retag(client: pg.PoolClient, id: string, version: number): Promise<void> {
  await client.query(RETAG, [id, version]);
  await client.query('select pg_notify($1, $2)', [TASK_CHANNEL, '']);
}

/** Hamza and vowel signs make no other name: in a list the two could not be told apart. */
const nameOf = (name: string) => fold(nameKey(name));

async function refuseTaken(client: pg.PoolClient, name: string, id: string | null): Promise<void> {
  const { rows } = await client.query<{ id: string; name: string }>('select id, label_ar as name from topic where own and removed_at is null');
  const other = rows.find((row) => row.id !== id && nameOf(row.name) === nameOf(name));
  if (other) throw new BadSourceError(`there is a topic of the name "${other.name}" already`, 'name-taken', { title: other.name });
  if (id === null && rows.length >= MOST_TOPICS) throw new BadSourceError(`there may be ${MOST_TOPICS} topics of one's own`, 'too-many-topics');
}

/**
 * Adds a user's topic: what is stored from now on is tagged with it, what is there already in the background.
 * @returns its id
 * @throws BadSourceError
 */
export async function addTopic(db: Database, { name, colour, definition }: TopicInput): Promise<string> {
  const id = `own-${randomBytes(6).toString('hex')}`;
  await transaction(db.pool, async (client) => {
    await lockOwnTopics(client);
    await refuseTaken(client, name, null);
    await client.query('insert into topic (id, label_en, label_ar, own, colour, definition) values ($1, $2, $2, true, $3, $4)', [id, name, colour, toJson(definition)]);
    await retag(client, id, 1);
  });
  return id;
}

/**
 * Changes a user's topic. Only another definition sends it over the articles anew.
 * @returns false where there is none of that id
 * @throws BadSourceError
 */
export async function editTopic(db: Database, id: string, { name, colour, definition }: TopicInput): Promise<boolean> {
  return transaction(db.pool, async (client) => {
    await lockOwnTopics(client);
    const { rows: [topic] } = await client.query<{ version: number; definition: unknown }>(
      'select version, definition from topic where id = $1 and own and removed_at is null', [id]);
    if (!topic) return false;
    await refuseTaken(client, name, id);
    const same = isDeepStrictEqual(topic.definition, JSON.parse(toJson(definition)));
    const version = same ? topic.version : topic.version + 1;
    await client.query(
      'update topic set label_en = $2, label_ar = $2, colour = $3, definition = $4, version = $5, updated_at = clock_timestamp() where id = $1',
      [id, name, colour, toJson(definition), version],
    );
    if (!same) await retag(client, id, version);
    return true;
  });
}

/**
 * Deletes a user's topic: it is offered no longer, and goes off its articles in the background.
 * @returns false where there is none of that id
 */
export async function deleteTopic(db: Database, id: string): Promise<boolean> {
  return transaction(db.pool, async (client) => {
    await lockOwnTopics(client);
    const { rows: [topic] } = await client.query<{ version: number }>(
      'update topic set removed_at = clock_timestamp(), version = version + 1 where id = $1 and own and removed_at is null returning version', [id]);
    if (!topic) return false;
    // to be undone no longer: it would come back on articles that it was taken off already
    await client.query(`delete from correction where kind = 'topic' and target_id = $1`, [id]);
    await retag(client, id, topic.version);
    return true;
  });
}
