import { afterEach, describe, expect, it } from 'vitest';
import { parseStartingFeeds } from '../../../lib/starting-feeds';
import { createFeedReader } from '../../../server/ingest/read';
import { startingFeed, startNewspaper, type Newspaper } from '../../../server/replay/newspapers';
import type { Cue } from '../../../server/replay/timeline';

const cue = (at: number, lang: string | null = 'ar'): Cue => ({
  at,
  record: {
    id: `خبر-${at}`, source: 'الصفا', title: `خبر «${at}» & غيره`, text: 'فقرة أولى.\n\nفقرة ثانية.',
    url: `http://assafa.example/${at}`, lang, extractedAt: new Date('2016-05-04T07:00:00Z'),
  },
});
const read = createFeedReader({ detectLanguage: () => ({ lang: 'ar', score: 1 }) });
let running: Newspaper | null = null;
afterEach(() => running?.server.stop());

async function serve(cues: Cue[], clock: { elapsed: number }): Promise<Newspaper> {
  running = await startNewspaper('الصفا', cues, { elapsed: () => clock.elapsed, dateOf: ({ at }) => new Date(1_700_000_000_000 + at) });
  return running;
}
async function poll(url: string, etag: string | null) {
  const response = await fetch(url, { headers: etag === null ? {} : { 'if-none-match': etag } });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const reading = response.status === 200 ? await read({ bytes, contentType: response.headers.get('content-type'), url, feedLanguage: 'ar', timezone: null, now: new Date(1_700_000_100_000) }) : null;
  const items = reading?.ok ? reading.entries : [];
  return { status: response.status, etag: response.headers.get('etag'), guids: items.map((item) => item.guid), items };
}

describe('a newspaper, served', () => {
  it('shows items as their time comes and lets them go once a poll has shown that they were taken', async () => {
    const clock = { elapsed: -1 };
    const { server, window } = await serve([cue(0), cue(1000)], clock);
    const empty = await poll(server.url, null);
    expect(empty.guids).toEqual([]);
    clock.elapsed = 500;
    const first = await poll(server.url, empty.etag);
    expect(first.items[0]).toMatchObject({
      guid: 'خبر-0', title: 'خبر «0» & غيره', link: 'http://assafa.example/0', publishedAt: '2023-11-14T22:13:20.000Z', text: 'فقرة أولى.\n\nفقرة ثانية.',
    });
    clock.elapsed = 1500;
    const second = await poll(server.url, first.etag);
    expect(second.guids).toEqual(['خبر-1000']);
    const third = await poll(server.url, second.etag);
    expect([third.status, third.guids]).toEqual([200, []]);
    expect((await poll(server.url, third.etag)).status).toBe(304);
    expect(window.counts(1500)).toEqual({ appeared: 2, served: 2, taken: 2 });
  });
});

describe('startingFeed', () => {
  it('is what a list of starting feeds takes, whatever script the name is in', () => {
    const feeds = ['assafa', 'الصفا', 'An Nur'].map((source, index) => startingFeed(source, index, `http://127.0.0.1:${index + 1}/feed.xml`, 'ar'));
    expect(parseStartingFeeds(feeds).map((feed) => [feed.publisher.slug, feed.publisher.name])).toEqual([
      ['replay-assafa', 'assafa'], ['replay-newspaper-2', 'الصفا'], ['replay-newspaper-3', 'An Nur'],
    ]);
  });
});
