import type { FilterQuery } from '../../../lib/events';
import { NO_FILTER, type Filter } from '../../../lib/filter';
import { toSearchParams } from '../../../lib/filter-address';
import { keyName, readKeyName } from '../../../lib/key';
import type { Label } from '../../../lib/label';
import type { SpikeLane, SpikeState, SpikeStory, SpikeView } from '../../../lib/spike';
import type { Database } from '../client';
import { questionOf } from './searches';

interface Row {
  id: string;
  series: string;
  lane: SpikeLane;
  state: SpikeState;
  startedAt: Date;
  foundAt: Date;
  peakAt: Date;
  endedAt: Date | null;
  observed: number;
  expected: number;
  windowMinutes: number;
  surprise: number;
  publishers: number;
  story: SpikeStory;
  labels: Label[];
  /** of a saved search: the view that its reader has of it */
  own: { name: string; query: FilterQuery } | null;
}

const SPIKES = `
  select s.id, s.series, s.lane, s.state, s.started_at as "startedAt", s.found_at as "foundAt", s.peak_at as "peakAt", s.ended_at as "endedAt", s.observed, s.expected,
    s."window" as "windowMinutes", s.surprise, s.publishers, s.story,
    (select jsonb_agg(coalesce(
        (select jsonb_build_object('en', name_en, 'ar', name_ar) from place where n.name = 'region:' || place.id),
        (select jsonb_build_object('en', label_en, 'ar', label_ar) from topic where n.name = 'topic:' || topic.id),
        jsonb_build_object('en', n.name, 'ar', null)) order by n.at)
      from regexp_split_to_table(s.series, ' ') with ordinality as n(name, at)) as labels, own.view as own
  from spike s left join lateral (
    select jsonb_build_object('name', v.name, 'query', v.query) as view from saved_search first join saved_search v on ${questionOf('v')} = ${questionOf('first')}
    where v.reader_id = $1::uuid and first.id = case when s.series ~ '^search:[0-9]{1,9}$' then substr(s.series, 8)::int end order by v.position limit 1) own on true
  where (s.series not like 'search:%' or own.view is not null)`;

/** The address of the articles that a spike counts: its series' filter, from a window before its beginning to its end. */
function addressOf({ series, startedAt, endedAt, windowMinutes, own }: Row): string {
  const keys = series.split(' ').map(readKeyName);
  const of = (kind: string) => keys.filter((key) => key.kind === kind).map(({ id }) => id);
  const query = own?.query ?? { region: of('region'), topic: of('topic'), q: '', window: '24h' };
  return toSearchParams({ ...query, last: null, from: new Date(startedAt.getTime() - windowMinutes * 60_000).toISOString(), to: endedAt?.toISOString() ?? null }).toString();
}

function toView({ own, ...row }: Row): SpikeView {
  return {
    ...row, labels: own ? [{ en: own.name, ar: own.name }] : row.labels, query: addressOf({ ...row, own }),
    startedAt: row.startedAt.toISOString(), foundAt: row.foundAt.toISOString(), peakAt: row.peakAt.toISOString(), endedAt: row.endedAt?.toISOString() ?? null,
  };
}

const ASKED = `
  and ($2::text[] = '{}' or s.state = any($2)) and ($3::text[] = '{}' or string_to_array(s.series, ' ') && $3) and ($4::text[] = '{}' or string_to_array(s.series, ' ') && $4)
    and ($5::timestamptz is null or coalesce(s.ended_at, 'infinity') > $5) and ($6::timestamptz is null or s.started_at < $6)`;

type Of = Pick<Filter, 'regions' | 'topics' | 'from' | 'to'>;

/**
 * Spikes, those found last first, of these regions and topics, and going on within the filter's time; of saved searches only the reader's own.
 * @param states empty: of all
 */
export async function readSpikes(db: Database, states: readonly SpikeState[], limit: number, { regions, topics, from, to }: Of = NO_FILTER, reader: string | null = null): Promise<SpikeView[]> {
  const named = (kind: 'region' | 'topic', ids: readonly string[]) => ids.map((id) => keyName(kind, id));
  const { rows } = await db.pool.query<Row>(
    `${SPIKES} ${ASKED} order by s.found_at desc, s.id desc limit $7`, [reader, states, named('region', regions), named('topic', topics), from, to, limit]);
  return rows.map(toView);
}

const HOURS = `
  select count(*)::int as hours from generate_series(0, $2::int - 1) as n(hour)
  where exists (select 1 from article_key where sort_at >= $1::timestamptz - (n.hour + 1) * interval '1 hour' and sort_at < $1::timestamptz - n.hour * interval '1 hour' and not late)`;

/** How many of so many hours before a time have articles that say something of it. */
export async function countHours(db: Database, end: Date, hours: number): Promise<number> {
  const { rows: [row] } = await db.pool.query<{ hours: number }>(HOURS, [end, hours]);
  return row?.hours ?? 0;
}

/** One spike; null where there is none of that id, or it is of another reader's search. */
export async function readSpike(db: Database, id: string, reader: string | null = null): Promise<SpikeView | null> {
  const { rows: [row] } = await db.pool.query<Row>(`${SPIKES} and s.id = $2`, [reader, id]);
  return row ? toView(row) : null;
}
