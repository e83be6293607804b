import Parser from 'rss-parser';
import { afterEach, describe, expect, it } from 'vitest';
import { startFeedServer, type FeedServer } from '../../../server/sample/feed-server';
import { startSampleWire } from '../../../server/sample/server';
import type { WireItem } from '../../../server/sample/wire';

const items: WireItem[] = Array.from({ length: 22 }, (_, index) => ({
  id: `sample-${String(index + 1).padStart(3, '0')}`, lang: 'ar', title: `خبر من دير الزور ${index + 1}`, text: 'نص.',
}));
const startedAt = new Date('2026-03-01T10:00:00Z');
let running: FeedServer | null = null;
afterEach(() => running?.stop());

async function sample(clock: { now: Date }): Promise<FeedServer> {
  running = await startSampleWire({ items, startedAt, now: () => clock.now });
  return running;
}

describe('the sample wire on the loopback', () => {
  it('says on the channel and on every item that it is a sample', async () => {
    const { url, hostPort } = await sample({ now: startedAt });
    expect(url).toBe(`http://${hostPort}/feed.xml`);
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
    const feed = await new Parser().parseString(await response.text());
    expect(feed.title).toBe('Marsad sample wire / وكالة مرصد التجريبية (عيّنة)');
    expect(feed.items).toHaveLength(20);
    expect(feed.items.every((item) => item.categories?.includes('sample'))).toBe(true);
    expect(feed.items.some((item) => item.title?.includes('sample'))).toBe(false);
  });

  it('answers 304 until an item appears', async () => {
    const clock = { now: startedAt };
    const { url } = await sample(clock);
    const etag = (await fetch(url)).headers.get('etag') ?? 'none';
    const ask = async () => (await fetch(url, { headers: { 'if-none-match': etag } })).status;
    clock.now = new Date(startedAt.getTime() + 19_000);
    expect(await ask()).toBe(304);
    clock.now = new Date(startedAt.getTime() + 21_000);
    expect(await ask()).toBe(200);
  });

  it('has nothing but the feed', async () => {
    const { url } = await sample({ now: startedAt });
    expect((await fetch(new URL('/', url))).status).toBe(404);
    expect((await fetch(url, { method: 'POST', body: 'خبر' })).status).toBe(404);
  });

  it('no longer answers once stopped', async () => {
    const { url, stop } = await sample({ now: startedAt });
    await fetch(url);
    await stop();
    await expect(fetch(url)).rejects.toThrow();
  });
});

describe('a feed server', () => {
  it('reports a document as sent only where it was, and passes on what the asker holds', async () => {
    const held: (string | null)[] = [];
    const sent: string[] = [];
    running = await startFeedServer({
      read: (_url, etag) => {
        held.push(etag);
        return '<rss>خبر</rss>';
      },
      sent: (etag) => sent.push(etag),
    });
    const first = await fetch(running.url);
    await first.text();
    const etag = first.headers.get('etag') ?? '';
    await fetch(running.url, { headers: { 'if-none-match': etag } });
    expect(held).toEqual([null, etag]);
    expect(sent).toEqual([etag]);
  });
});
