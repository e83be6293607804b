import type { OwnTopic, RetagProgress, TopicCounts } from '../../../lib/own-topic';
import type { Database } from '../client';

const DAY = 86_400_000;

const OWN = `
  select t.id, t.label_ar as name, t.colour, t.definition, t.version, t.updated_at as "updatedAt",
    case when r.topic_id is null then null
      else jsonb_build_object('state', r.state, 'done', r.done, 'total', r.total, 'error', r.error) end as retag
  from topic t left join retag r on r.topic_id = t.id
  where t.own and t.removed_at is null`;

interface Row extends Omit<OwnTopic, 'updatedAt' | 'articles'> {
  updatedAt: Date;
  retag: RetagProgress | null;
}

const NONE: TopicCounts = { day: 0, week: 0 };
const inOrder = new Intl.Collator('ar', { numeric: true });

/** How many articles of each topic were published in the last day and the last seven, from the mentions: to the hour. */
export async function readTopicCounts(db: Database, now: Date): Promise<Map<string, TopicCounts>> {
  const { rows } = await db.pool.query<{ key: string; day: string; week: string }>(
    `select substr(key.name, 7) as key, coalesce(sum(m.count) filter (where m.hour > $1), 0) as day, sum(m.count) as week
     from key join mention m on m.key = key.id where key.name like 'topic:%' and m.hour > $2 and m.hour <= $3 group by 1`,
    [new Date(now.getTime() - DAY), new Date(now.getTime() - 7 * DAY), now],
  );
  return new Map(rows.map(({ key, day, week }) => [key, { day: Number(day), week: Number(week) }]));
}

/** The users' topics by name, without those on their way out. */
export async function readOwnList(db: Database, counts: ReadonlyMap<string, TopicCounts>): Promise<OwnTopic[]> {
  const { rows } = await db.pool.query<Row>(OWN);
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString(), articles: counts.get(row.id) ?? NONE }))
    .sort((a, b) => inOrder.compare(a.name, b.name));
}
