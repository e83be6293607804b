import type { Config } from '../../config';
import { fetcherFor } from '../../fetcher-app';
import type { Fetcher } from '../../ingest/fetch';
import { createReading, type Reading } from '../../worker/reading';

/** The network, for as long as `work` takes. */
export async function withNetwork<T>(config: Config, work: (fetch: Fetcher['fetch'], parse: Reading['parse']) => Promise<T>): Promise<T> {
  const fetcher = fetcherFor(config, config.allowPrivateFeeds);
  const reading = createReading();
  try {
    return await work(fetcher.fetch, reading.parse);
  } finally {
    await fetcher.close();
    await reading.stop();
  }
}
