import { NO_FILTER, type Filter } from '../../../lib/filter';
import { toSearchParams } from '../../../lib/filter-address';
import { keyName, readKeyName } from '../../../lib/key';
import type { Label } from '../../../lib/label';
import type { SpikeLane, SpikeState, SpikeStory, SpikeView } from '../../../lib/spike';
import type { Database } from '../client';

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
}

const SPIKES = `
  select s.id, s.series, s.lane, s.state, s.started_at as "startedAt", s.found_at as "foundAt", s.peak_at as "peakAt", s.ended_at as "endedAt", s.observed, s.expected,
    s."window" as "windowMinutes", s.surprise, s.publishers, s.story,
    (select jsonb_agg(coalesce(
        (select jsonb_build_object('en', name_en, 'ar', name_ar) from place where n.name = 'region:' || place.id),
        (select jsonb_build_object('en', label_en, 'ar', label_ar) from topic where n.name = 'topic:' || topic.id),
        jsonb_build_object('en', n.name, 'ar', null)) order by n.at)
      from regexp_split_to_table(s.series, ' ') with ordinality as n(name, at)) as labels
  from spike s`;

/** The address of the articles that a spike counts: its series' filter, from a window before its beginning to its end. */
function addressOf({ series, startedAt, endedAt, windowMinutes }: Row): string {
  const keys = series.split(' ').map(readKeyName);
  const of = (kind: string) => keys.filter((key) => key.kind === kind).map(({ id }) => id);
  return toSearchParams({
    region: of('region'), topic: of('topic'), q: '', from: new Date(startedAt.getTime() - windowMinutes * 60_000).toISOString(), to: endedAt?.toISOString() ?? null, window: '24h',
  }).toString();
}

const toView = (row: Row): SpikeView => ({
  ...row, query: addressOf(row), startedAt: row.startedAt.toISOString(), foundAt: row.foundAt.toISOString(), peakAt: row.peakAt.toISOString(), endedAt: row.endedAt?.toISOString() ?? null,
});

const ASKED = `
  where ($1::text[] = '{}' or s.state = any($1)) and ($2::text[] = '{}' or string_to_array(s.series, ' ') && $2) and ($3::text[] = '{}' or string_to_array(s.series, ' ') && $3)
    and ($4::timestamptz is null or coalesce(s.ended_at, 'infinity') > $4) and ($5::timestamptz is null or s.started_at < $5)`;

/** Spikes, those found last first, of these regions and topics, and going on within the filter's time. @param states empty: of all */
export async function readSpikes(db: Database, states: readonly SpikeState[], limit: number, { regions, topics, from, to }: Pick<Filter, 'regions' | 'topics' | 'from' | 'to'> = NO_FILTER): Promise<SpikeView[]> {
  const named = (kind: 'region' | 'topic', ids: readonly string[]) => ids.map((id) => keyName(kind, id));
  const { rows } = await db.pool.query<Row>(
    `${SPIKES} ${ASKED} order by s.found_at desc, s.id desc limit $6`, [states, named('region', regions), named('topic', topics), from, to, limit]);
  return rows.map(toView);
}

/** One spike; null where there is none of that id. */
export async function readSpike(db: Database, id: string): Promise<SpikeView | null> {
  const { rows: [row] } = await db.pool.query<Row>(`${SPIKES} where s.id = $1`, [id]);
  return row ? toView(row) : null;
}
