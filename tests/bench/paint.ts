import { chromium, type Page } from '@playwright/test';
import type { StreamRecord } from '../../server/replay/record';
import type { Cue } from '../../server/replay/timeline';
import { query, startRun, type Desk, type Run } from './desk';
import { ms, quantile, type Table } from './figures';

const A_SECOND = 20;
const FOR_SECONDS = 30;
/** A poll that is due when the last item appears still has to come round. */
const LAST_WITHIN_MS = 20_000;
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

interface Painted {
  id: string;
  fetchedAt: string;
  paintedAt: number;
}

interface Delays {
  published: number;
  fromFetch: number[];
  /** the part of it until the article is stored */
  toStore: number[];
  fromAppearing: number[];
}

const paintedIn = (page: Page) => page.evaluate(() => (window as unknown as { __marsadPainted?: Painted[] }).__marsadPainted ?? []);

async function openPage(address: string, executablePath: string): Promise<{ page: Page; close(): Promise<void> }> {
  const browser = await chromium.launch({ executablePath, args: ARGS });
  const page = await browser.newPage({ locale: 'ar-SY', viewport: { width: 1280, height: 900 } });
  await page.goto(`${address}/?measure=1`);
  await page.locator('[data-testid="connection"][data-state="live"]').waitFor();
  return { page, close: () => browser.close() };
}

async function untilPainted(page: Page, wanted: number): Promise<Painted[]> {
  const end = Date.now() + FOR_SECONDS * 1000 + LAST_WITHIN_MS;
  for (;;) {
    const painted = await paintedIn(page);
    if (painted.length >= wanted || Date.now() > end) return painted;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

const STORED = 'select id::text, guid, (extract(epoch from stored_at - fetched_at) * 1000)::float8 as "toStore" from article';

async function measure({ marsad, database, begin }: Run, cues: readonly Cue[], chromiumPath: string): Promise<Delays> {
  const { page, close } = await openPage(marsad.address, chromiumPath);
  try {
    const began = begin();
    const painted = await untilPainted(page, cues.length);
    const rows = await query<{ id: string; guid: string; toStore: number }>(database, STORED);
    const appearedAt = new Map(cues.map(({ record, at }) => [record.id, began + at]));
    const appeared = new Map(rows.map(({ id, guid }) => [id, appearedAt.get(guid)]));
    return {
      published: cues.length,
      fromFetch: painted.map(({ fetchedAt, paintedAt }) => paintedAt - Date.parse(fetchedAt)),
      toStore: rows.map(({ toStore }) => toStore),
      fromAppearing: painted.flatMap(({ id, paintedAt }) => {
        const at = appeared.get(id);
        return at === undefined ? [] : [paintedAt - at];
      }),
    };
  } finally {
    await close();
  }
}

const spread = (values: readonly number[]) =>
  `p50 ${ms(quantile(values, 0.5))}, p95 ${ms(quantile(values, 0.95))}, max ${ms(quantile(values, 1))}`;

/** From a feed's answer, and from an item's appearing in its feed, to a painted frame of a page that is open at the top of the list. */
export async function measurePaint(desk: Desk, records: readonly StreamRecord[], chromiumPath: string): Promise<Table> {
  const cues = records.slice(0, A_SECOND * FOR_SECONDS).map((record, n) => ({ record, at: (n * 1000) / A_SECOND }));
  const run = await startRun(desk, cues);
  try {
    const { published, fromFetch, toStore, fromAppearing } = await measure(run, cues, chromiumPath);
    const feeds = run.newspapers.length;
    const missing = published - fromFetch.length;
    return {
      title: 'From the feed to the screen',
      rows: [
        { what: 'fetched → painted', figure: spread(fromFetch), aim: 'p95 < 500 ms',
          how: `${A_SECOND} items a second for ${FOR_SECONDS} s in ${feeds} feeds, a Chromium at the top of the list; from the end of the fetch to the second frame after the change` },
        { what: 'of which fetched → stored', figure: spread(toStore), aim: '', how: 'read, tagged and stored_at written; the rest is the log, the socket and the browser' },
        { what: 'appeared in its feed → painted', figure: spread(fromAppearing), aim: '',
          how: 'the same items; most of it is the wait for the next poll, with POLL_MIN_SECONDS=1' },
        { what: 'painted', figure: `${fromFetch.length} of ${published}`, aim: 'all', how: 'different articles that the page drew' },
      ],
      notes: missing > 0 ? [`${missing} articles were not painted within ${LAST_WITHIN_MS / 1000} s after the last appeared`] : [],
    };
  } finally {
    await run.stop();
  }
}
