import type { SpikeLane, SpikeState, SpikeStory } from '../../../lib/spike';
import { appendChanges } from '../changes';
import { transaction, type Database } from '../client';

/** A spike as the detector found it. Times are Unix milliseconds. */
export interface FoundSpike {
  /** the detector's own name for it */
  id: string;
  series: string;
  lane: SpikeLane;
  state: SpikeState;
  startedAt: number;
  foundAt: number;
  peakAt: number;
  endedAt: number | null;
  observed: number;
  expected: number;
  windowMinutes: number;
  surprise: number;
  publishers: number;
}

const UPSERT = `
  insert into spike (detected_as, series, lane, state, started_at, found_at, peak_at, ended_at, observed, expected, "window", surprise, publishers, story, updated_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
  on conflict (detected_as) do update set series = excluded.series, lane = excluded.lane, state = excluded.state, started_at = excluded.started_at, peak_at = excluded.peak_at,
    ended_at = excluded.ended_at, observed = excluded.observed, expected = excluded.expected, "window" = excluded."window", surprise = excluded.surprise,
    publishers = excluded.publishers, story = coalesce(nullif(excluded.story, 'null'::jsonb), spike.story), updated_at = excluded.updated_at`;

const time = (at: number) => new Date(at);
const NO_STORY: SpikeStory = { first: null, articles: [], publishers: [], places: [], topics: [] };

/**
 * Stores what became of spikes, and what the detector has to know at its next check, in one transaction; dashboards are told.
 * @param story null: as it was
 */
export async function storeSpikes(db: Database, found: readonly { spike: FoundSpike; story: SpikeStory | null }[], state: unknown, now: Date): Promise<void> {
  await transaction(db.pool, async (client) => {
    for (const { spike, story } of found) {
      const known = (await client.query('select 1 from spike where detected_as = $1', [spike.id])).rowCount === 1;
      await client.query(UPSERT, [
        spike.id, spike.series, spike.lane, spike.state, time(spike.startedAt), time(spike.foundAt), time(spike.peakAt), spike.endedAt === null ? null : time(spike.endedAt),
        spike.observed, spike.expected, spike.windowMinutes, spike.surprise, spike.publishers, JSON.stringify(story ?? (known ? null : NO_STORY)), now,
      ]);
    }
    await client.query(`insert into setting (key, value) values ('spikes', $1) on conflict (key) do update set value = excluded.value`, [JSON.stringify(state)]);
    if (found.length > 0) await appendChanges(client, [{ kind: 'spikes:changed', articleId: null, version: null }]);
  });
}
