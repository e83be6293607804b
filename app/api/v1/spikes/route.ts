import { readSpikesQuery } from '@/lib/api-query';
import { marsad } from '@/server/db/handle';
import { readerOf } from '../../reader/answers';
import { answer, asked } from '../answers';

export const dynamic = 'force-dynamic';

/**
 * Spikes, those found last first; of the regions and topics that are named, and going on within the time; those of
 * saved searches for the reader who saved them; and whether there is history enough to find any: `{spikes, history: {hours, needed, enough}}`.
 */
export function GET(request: Request): Promise<Response> {
  return asked(request, readSpikesQuery, async ({ filter, state, limit, format }) => {
    const [spikes, history] = await Promise.all([marsad().spikes(state, limit, filter, readerOf(request)), marsad().spikeHistory()]);
    return answer(format, 'spikes', { spikes, history }, () => ({
      columns: ['id', 'series', 'state', 'lane', 'startedAt', 'foundAt', 'peakAt', 'endedAt', 'observed', 'expected', 'windowMinutes', 'surprise', 'publishers', 'first'],
      rows: spikes.map((one) => [
        one.id, one.series, one.state, one.lane, one.startedAt, one.foundAt, one.peakAt, one.endedAt, one.observed, one.expected, one.windowMinutes, one.surprise, one.publishers,
        one.story.first?.publisher.name ?? null,
      ]),
    }));
  });
}
