import type pg from 'pg';
import type { DefinedTopic, TopicDefinition } from '../../../lib/topic';
import type { Database } from '../client';

/** Which own topics there are, each with its version: what an article was tagged with is compared by it. Empty: none. */
export const NO_OWN_TOPICS = '';

export interface OwnTopics {
  revision: string;
  topics: DefinedTopic[];
}

/** Articles were tagged with own topics that are no longer the ones that stand: tag them anew, and store them then. */
export class OwnTopicsChangedError extends Error {
  override name = 'OwnTopicsChangedError';

  constructor() {
    super('the users\' topics were changed since the articles were tagged');
  }
}

// only a name
const LOCK = 1953656688;
const STANDING = 'own and removed_at is null';
const REVISION = `select coalesce(string_agg(id || ':' || version, ' ' order by id collate "C"), '') as revision from topic where ${STANDING}`;

/**
 * While the transaction lasts no own topic changes; many may hold this at once. Before all other locks. Whoever saves a topic therefore knows:
 * what is stored before has a lower id, and is for the retag; what is stored after was tagged with it.
 * @throws OwnTopicsChangedError
 */
export async function holdOwnTopics(client: pg.PoolClient, revision: string): Promise<void> {
  await client.query('select pg_advisory_xact_lock_shared($1)', [LOCK]);
  // a statement of its own: it sees what was committed while the lock was waited for
  const { rows: [row] } = await client.query<{ revision: string }>(REVISION);
  if (row?.revision !== revision) throw new OwnTopicsChangedError();
}

/** Nobody stores an article until the transaction ends, so that it may change the own topics. Before all other locks. */
export async function lockOwnTopics(client: pg.PoolClient): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
}

interface Row {
  id: string;
  name: string;
  colour: string | null;
  definition: TopicDefinition;
}

const ALL = `
  select (${REVISION}) as revision,
    coalesce((select jsonb_agg(jsonb_build_object('id', id, 'name', label_ar, 'colour', colour, 'definition', definition) order by id collate "C")
      from topic where ${STANDING}), '[]') as topics`;

/** The own topics as they stand. */
export async function readOwnTopics(db: Database): Promise<OwnTopics> {
  const { rows: [row] } = await db.pool.query<{ revision: string; topics: Row[] }>(ALL);
  return { revision: row?.revision ?? NO_OWN_TOPICS, topics: (row?.topics ?? []).map(toDefined) };
}

function toDefined({ id, name, colour, definition }: Row): DefinedTopic {
  return { topic: { id, iptc: null, label: { en: name, ar: name }, parent: null, own: true, colour }, definition };
}
