import { describe, expect, it } from 'vitest';
import { advance, articlesNeeded, judgeAll, standingOut } from '../../../server/trends/spikes/check';
import type { WindowCounts } from '../../../server/trends/spikes/judge';
import { NO_SPIKES, type SpikeEvent, type SpikeSource, type SpikesState } from '../../../server/trends/spikes/spike';
import { thresholdsFor } from '../../../server/trends/spikes/thresholds';
import { NOON, made, momentOf, readingOf } from './history';

const MINUTE = 60_000;
const THRESHOLDS = thresholdsFor(500);

interface Article extends SpikeSource {
  series: readonly string[];
}

/** Series that have run at so many articles an hour of 2000 for four weeks, and what came since noon. */
function newsroom(rates: Record<string, number>) {
  const past = Object.entries(rates).map(([series, rate]) => ({ series, rate, ...made({ total: () => 2000 - rate, own: () => rate }) }));
  const articles: Article[] = [];
  let state: SpikesState = NO_SPIKES;
  const recent = (series: string, at: number, minutes: number) => articles.filter((one) => one.at > at - minutes * MINUTE && one.at <= at && one.series.includes(series));
  const countsOf = (series: string, rate: number, at: number): WindowCounts => {
    const count = (minutes: number) => recent(series, at, minutes).length + Math.round((rate * Math.max(0, minutes - (at - NOON) / MINUTE)) / 60);
    return [count(10), count(60), count(1440)];
  };
  return {
    state: () => state,
    /** in each minute of a span so many articles of these series, each of the next of so many families */
    comes(from: number, to: number, aMinute: number, series: string[], families = 6) {
      for (let minute = from; minute < to; minute++) {
        for (let i = 0; i < aMinute; i++) {
          articles.push({ id: articles.length, at: NOON + minute * MINUTE + 1, publisher: articles.length % families, series });
        }
      }
    },
    /** checks each minute; what is told of it */
    check(from: number, to: number): (SpikeEvent & { minute: number })[] {
      const told: (SpikeEvent & { minute: number })[] = [];
      for (let minute = from; minute <= to; minute++) {
        const at = NOON + minute * MINUTE;
        const readings = past.map(({ series, baseline, rate }) => readingOf(baseline, countsOf(series, rate, at), series));
        const all = [10, 60, 1440].map((minutes) => Math.round((2000 * minutes) / 60)) as unknown as WindowCounts;
        const moment = momentOf(past[0]?.shared ?? made({ total: () => 0, own: () => 0 }).shared, all, at);
        const found = standingOut(judgeAll(moment, readings), THRESHOLDS);
        const needed = articlesNeeded(state, found);
        const checked = advance(state, moment, found, (series) => readings.find((one) => one.series === series), THRESHOLDS, (series, minutes) => {
          if (!needed.has(series)) throw new Error(`${series} was not said to be needed`);
          return recent(series, at, minutes);
        });
        state = checked.state;
        told.push(...checked.events.map((event) => ({ ...event, minute })));
      }
      return told;
    },
  };
}

const kinds = (events: readonly SpikeEvent[]) => events.map(({ kind, spike }) => `${kind} ${spike.series}`);
const opened = (events: readonly SpikeEvent[]) => kinds(events.filter(({ kind }) => kind === 'opened'));

describe('the life of a spike', () => {
  const room = newsroom({ 'topic:هدنة': 12 });
  room.comes(0, 90, 1, ['topic:هدنة']);
  const events = room.check(1, 240);

  it('rises, fades and ends, once each', () => {
    const lived = events.filter(({ kind }) => kind !== 'risen').map(({ kind }) => kind);
    expect(lived[0]).toBe('opened');
    expect(lived.slice(-2)).toEqual(['faded', 'ended']);
    expect(new Set(lived).size).toBe(lived.length);
  });

  it('began when the articles came, not when it was found', () => {
    const [first] = events;
    expect(first?.minute).toBeLessThan(60);
    expect(Math.abs((first?.spike.startedAt ?? 0) - NOON)).toBeLessThan(5 * MINUTE);
    expect(first?.spike.foundAt).toBe(NOON + (first?.minute ?? 0) * MINUTE);
  });

  it('tells what was seen and expected', () => {
    const { spike } = events.find(({ kind }) => kind === 'opened') ?? {};
    expect(spike?.publishers).toBe(6);
    expect(spike?.observed).toBeGreaterThan(2 * (spike?.expected ?? Infinity));
    expect(spike?.surprise).toBeGreaterThan(4);
  });

  it('is over for good: its day does not open the slow lane', () => {
    expect(events.at(-1)?.kind).toBe('ended');
    expect(events.at(-1)?.spike.endedAt).toBe(NOON + (events.at(-1)?.minute ?? 0) * MINUTE);
    expect(room.state().open).toEqual([]);
    expect(opened(room.check(241, 300))).toEqual([]);
  });
});

it('does not flicker where articles come and go', () => {
  const room = newsroom({ 'region:SY': 12 });
  for (let minute = 0; minute < 180; minute += 20) room.comes(minute, minute + 10, 3, ['region:SY']);
  expect(opened(room.check(1, 200))).toHaveLength(1);
});

it('opens anew for what comes after the end', () => {
  const room = newsroom({ 'topic:زلزال': 12 });
  room.comes(0, 60, 1, ['topic:زلزال']);
  room.comes(240, 300, 1, ['topic:زلزال']);
  expect(opened(room.check(1, 300))).toHaveLength(2);
});

describe('one spike an event', () => {
  it.each<[string, Record<string, number>, (room: ReturnType<typeof newsroom>) => void, string[]]>([
    ['a country and its city, by the same articles: the city', { 'region:SY': 40, 'region:SY-حلب': 4 },
      (room) => room.comes(0, 60, 2, ['region:SY', 'region:SY-حلب']), ['region:SY-حلب']],
    ['a place, a topic and the pair of both: the pair', { 'region:LB': 30, 'topic:conflict': 60, 'topic:conflict region:LB': 6 },
      (room) => room.comes(0, 60, 2, ['region:LB', 'topic:conflict', 'topic:conflict region:LB']), ['topic:conflict region:LB']],
    ['two cities of one country, by articles of their own: both, not the country', { 'region:IQ': 60, 'region:IQ-بغداد': 6, 'region:IQ-الموصل': 6 },
      (room) => { room.comes(0, 60, 1, ['region:IQ', 'region:IQ-بغداد']); room.comes(0, 60, 1, ['region:IQ', 'region:IQ-الموصل']); },
      ['region:IQ-الموصل', 'region:IQ-بغداد']],
    ['a region of which every part rose a little: the region', { 'region:مغرب': 60, 'region:MA': 20, 'region:DZ': 20, 'region:TN': 20 },
      (room) => { for (const part of ['MA', 'DZ', 'TN']) room.comes(0, 60, 1, ['region:مغرب', `region:${part}`]); }, ['region:مغرب']],
    ['one newspaper alone: none', { 'topic:رياضة': 10 }, (room) => room.comes(0, 60, 2, ['topic:رياضة'], 1), []],
    ['two newspapers: none', { 'topic:رياضة': 10 }, (room) => room.comes(0, 60, 2, ['topic:رياضة'], 2), []],
    ['three newspapers', { 'topic:رياضة': 10 }, (room) => room.comes(0, 60, 2, ['topic:رياضة'], 3), ['topic:رياضة']],
  ])('%s', (_name, rates, happens, expected) => {
    const room = newsroom(rates);
    happens(room);
    room.check(1, 60);
    expect(room.state().open.map(({ series }) => series).sort()).toEqual(expected);
  });

  it('becomes the more specific one that shows later', () => {
    const room = newsroom({ 'region:YE': 8, 'region:YE-صنعاء': 6 });
    room.comes(0, 12, 1, ['region:YE']);
    room.comes(12, 60, 1, ['region:YE', 'region:YE-صنعاء']);
    const events = room.check(1, 70);
    expect(opened(events)).toHaveLength(1);
    expect(room.state().open.map(({ series }) => series).length).toBe(1);
  });
});

it('asks for no articles where nothing stands out, nor for an open spike that only goes on', () => {
  expect(articlesNeeded(NO_SPIKES, new Map())).toEqual(new Set());
  const room = newsroom({ 'region:SD': 12 });
  room.comes(0, 60, 1, ['region:SD']);
  room.check(1, 60);
  const found = new Map([['region:SD', { window: 1, observed: 60, expected: 12, variance: 14, surprise: 20 } as const]]);
  expect(articlesNeeded(room.state(), found)).toEqual(new Set());
});

it('ends a spike whose series is gone', () => {
  const room = newsroom({ 'search:12': 12 });
  room.comes(0, 60, 1, ['search:12']);
  room.check(1, 60);
  const { state } = { state: room.state() };
  const gone = [61, 90].reduce((now, minute) => advance(now, momentOf(made({ total: () => 2000, own: () => 0 }).shared, [333, 2000, 48_000], NOON + minute * MINUTE),
    new Map(), () => undefined, THRESHOLDS, () => []).state, state);
  expect(gone.open).toEqual([]);
});
