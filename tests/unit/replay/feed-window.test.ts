import { describe, expect, it } from 'vitest';
import { createFeedWindow, MAX_ITEMS, type FeedWindow } from '../../../server/replay/feed-window';
import type { Cue } from '../../../server/replay/timeline';

const cue = (at: number): Cue => ({
  at, record: { id: `خبر-${at}`, source: 'الصفا', title: 'خبر', text: '', url: 'http://assafa.example/', lang: 'ar', extractedAt: new Date(at) },
});
const times = (cues: readonly Cue[]) => cues.map((one) => one.at);

/** A poll of the feed that ends well: shows, offers under this ETag, and is sent whole. */
function poll(window: FeedWindow, elapsed: number, held: string | null, etag: string): number[] {
  const shown = window.show(elapsed, held);
  window.offered(etag, shown);
  window.sent(etag);
  return times(shown);
}

describe('a feed window', () => {
  it('is empty before the start, and shows what has appeared', () => {
    const window = createFeedWindow([cue(0), cue(100), cue(200)]);
    expect(times(window.show(-1, null))).toEqual([]);
    expect(times(window.show(100, null))).toEqual([0, 100]);
    expect(times(window.show(5000, null))).toEqual([0, 100, 200]);
  });

  it('keeps items until a request names the ETag of what held them', () => {
    const window = createFeedWindow([cue(0), cue(100), cue(200)]);
    expect(poll(window, 100, null, 'أ')).toEqual([0, 100]);
    expect(poll(window, 200, 'أ', 'ب')).toEqual([200]);
    expect(window.counts(200)).toEqual({ appeared: 3, served: 3, taken: 2 });
  });

  it('shows again what was served to one that died before it stored', () => {
    const window = createFeedWindow([cue(0), cue(100), cue(200)]);
    poll(window, 0, null, 'أ');
    expect(poll(window, 100, 'أ', 'ب')).toEqual([100]);
    expect(poll(window, 100, 'أ', 'ب')).toEqual([100]);
    expect(poll(window, 200, null, 'ج')).toEqual([100, 200]);
    expect(window.counts(200).taken).toBe(1);
  });

  it('takes nothing for an ETag that it never gave, and still knows its own', () => {
    const window = createFeedWindow([cue(0)]);
    poll(window, 0, null, 'أ');
    expect(times(window.show(0, 'غريب'))).toEqual([0]);
    expect(window.counts(0).taken).toBe(0);
    expect(times(window.show(0, 'أ'))).toEqual([]);
  });

  it('counts as served only what left whole', () => {
    const window = createFeedWindow([cue(0), cue(100)]);
    window.offered('أ', window.show(0, null));
    expect(window.served()).toEqual([]);
    window.sent('أ');
    expect(window.served()).toEqual(['خبر-0']);
  });

  it('shows a crowd in turns, the oldest first', () => {
    const window = createFeedWindow(Array.from({ length: MAX_ITEMS + 1 }, (_, index) => cue(index)));
    expect(poll(window, 10_000, null, 'أ')).toHaveLength(MAX_ITEMS);
    expect(poll(window, 10_000, 'أ', 'ب')).toEqual([MAX_ITEMS]);
  });
});
