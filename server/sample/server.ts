import { startFeedServer, type FeedServer } from './feed-server';
import { writeRss } from './rss';
import { visibleItems, type WireItem } from './wire';

/** What the feed calls itself; its articles are shown under it, and under no newspaper's name. */
export const SAMPLE_TITLE = 'Marsad sample wire / وكالة مرصد التجريبية (عيّنة)';

const DESCRIPTION =
  'Sample articles that come with Marsad: known events of September 2017, retold. / مقالات نموذجية تأتي مع مرصد: أحداث معروفة من أيلول/سبتمبر 2017.';

export interface SampleWireOptions {
  items: readonly WireItem[];
  /** when it first started: a wire that starts again goes on where it would be */
  startedAt: Date;
  now: () => Date;
}

/** The feed as it stands at `now`. */
export function sampleFeed(url: string, { items, startedAt, now }: SampleWireOptions): string {
  const visible = visibleItems(items, startedAt, now());
  return writeRss(
    { title: SAMPLE_TITLE, link: url, description: DESCRIPTION, lang: null },
    visible.map((item) => ({ ...item, link: null, category: 'sample' })).reverse(),
  );
}

/** Serves the sample wire as real RSS on a free port of the loopback. */
export function startSampleWire(options: SampleWireOptions): Promise<FeedServer> {
  return startFeedServer({ read: (url) => sampleFeed(url, options) });
}
