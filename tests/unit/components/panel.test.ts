import { describe, expect, test } from 'vitest';
import { summaryOf, toChartRows } from '@/components/charts/chart-rows';
import { applyPanelChange, barsOf } from '@/components/live/panel';
import { initialState } from '@/components/live/state';
import { bucket, QUERY, PANEL, snapshot } from './live-fixtures';

const hour = (h: number) => new Date(Date.UTC(2026, 10, 23, h)).toISOString();
const state = initialState(QUERY, snapshot([], { panel: { ...PANEL, total: 5, buckets: [bucket(hour(10), 2), bucket(hour(11), 3)] } }));
const change = { window: '24h' as const, cursor: '11', total: 8, buckets: [bucket(hour(11), 4), bucket(hour(12), 2)], places: [], topics: [], spikes: [] };

describe('new values of the panel', () => {
  test('replace those of their buckets and leave the others', () => {
    const after = applyPanelChange(state, change);
    expect(after.panel.buckets.map(({ count }) => count)).toEqual([2, 4, 2]);
    expect(after.panel.total).toBe(8);
  });

  test('that come twice count once', () => {
    const once = applyPanelChange(state, change);
    expect(applyPanelChange(once, change).panel).toEqual(once.panel);
  });

  test('of an earlier change come too late', () => {
    const after = applyPanelChange(state, change);
    expect(applyPanelChange(after, { ...change, cursor: '9', total: 1 })).toBe(after);
  });

  test('of the same change are taken: the window slides without one', () => {
    const after = applyPanelChange(state, change);
    expect(applyPanelChange(after, { ...change, total: 7 }).panel.total).toBe(7);
  });

  test('of another window are not for this chart', () => {
    expect(applyPanelChange(state, { ...change, window: '6h' })).toBe(state);
  });
});

describe('the bars', () => {
  const now = Date.UTC(2026, 10, 23, 12, 20);

  test('fill the window up to now, nought where nothing was published', () => {
    const bars = barsOf(state.panel, now);
    expect(bars).toHaveLength(24);
    expect(bars.slice(-3).map(({ count }) => count)).toEqual([2, 3, 0]);
  });

  test('mark the one whose time is not over, and only that', () => {
    expect(barsOf(state.panel, now).filter(({ running }) => running).map(({ start }) => start)).toEqual([hour(12)]);
  });

  test('leave out what slid out of the window', () => {
    expect(barsOf(state.panel, now + 24 * 3_600_000).every(({ count }) => count === 0)).toBe(true);
  });

  test('say what they would come to, what is not known of them, and which spikes began in them', () => {
    const spikes = [{ id: '1', labels: [{ en: 'Idlib', ar: 'إدلب' }], startedAt: '2026-11-23T10:20:00.000Z', observed: 40, expected: 6 }];
    const buckets = [bucket(hour(9), 1, { state: 'gap' }), bucket(hour(10), 8), bucket(hour(11), 3, { state: 'running', projected: 6.4 }), { ...bucket(hour(8), 0, { state: 'expired' }), count: null }];
    const rows = toChartRows(barsOf({ window: '24h', buckets }, Date.UTC(2026, 10, 23, 11, 30)), '24h', 'ar', 'Asia/Amman', spikes);
    expect(rows.slice(-4)).toMatchObject([
      { state: 'expired', count: 0, unknown: 8 }, { state: 'gap', complete: 1, unknown: 7 }, { state: 'complete', complete: 0, spiked: 8, spikes: [{ id: '1' }] }, { state: 'running', running: 3, rest: 3, unknown: 0 },
    ]);
  });

  test('no longer run once their time is over, though the server said so before', () => {
    const [, before, now] = barsOf({ window: '24h', buckets: [bucket(hour(11), 3, { state: 'running', projected: 6 })] }, Date.UTC(2026, 10, 23, 12, 1)).slice(-3);
    expect([before, now]).toMatchObject([{ count: 3, state: 'complete', projected: null, running: false }, { count: 0, state: 'running', running: true }]);
  });

  test('stand in one of two columns, so that the running one can look unfinished', () => {
    const rows = toChartRows(barsOf(state.panel, Date.UTC(2026, 10, 23, 11, 30)), '24h', 'ar', 'Asia/Amman');
    expect(rows.at(-1)).toMatchObject({ count: 3, complete: 0, running: 3, label: '14:00' });
    expect(rows.at(-2)).toMatchObject({ count: 2, complete: 2, running: 0 });
    expect(summaryOf(rows)).toMatchObject({ total: 5, peak: { count: 3 } });
  });

  test('have no peak where there is nothing', () => {
    expect(summaryOf(toChartRows(barsOf({ window: '6h', buckets: [] }, now), '6h', 'en', 'UTC'))).toEqual({ total: 0, peak: null });
  });
});
