import { describe, expect, test } from 'vitest';
import { cellsToHex, decodeCell, encodeCell, MAX_PUBLISHER, quarterOf, type Cell } from '../../../lib/cells';
import { publishersThatMatter, seriesBuckets, withSilence, type SeriesInput } from '../../../server/trends/series';
import { bucketAt, tallyCells, tallyCounted, type Tally } from '../../../server/trends/tally';

const at = (time: string) => Date.parse(`2026-11-24T${time}Z`);
const row = (hour: string, ...cells: Partial<Cell>[]) => ({
  at: new Date(at(hour)),
  cells: Buffer.from(cellsToHex(cells.map((cell) => ({ quarter: quarterOf(new Date(at(hour))), publisherId: 1, late: false, step: 1 as const, ...cell }))), 'hex'),
});
const plain = (tallies: Tally[]) => tallies.map(({ count, late, publishers }) => [count, late, [...publishers]]);

describe('cells', () => {
  test.each<[string, Cell]>([
    ['an article put in', { quarter: 0, publisherId: 1, late: false, step: 1 }],
    ['the last quarter hour of the day, late', { quarter: 95, publisherId: 12, late: true, step: 1 }],
    ['an article taken out', { quarter: 40, publisherId: MAX_PUBLISHER, late: false, step: -1 }],
    ['a late one taken out, of a publisher that nobody knows', { quarter: 95, publisherId: 0, late: true, step: -1 }],
  ])('%s', (_name, cell) => expect(decodeCell(encodeCell(cell))).toEqual(cell));
  test('a publisher that does not fit is refused', () => expect(() => encodeCell({ quarter: 0, publisherId: MAX_PUBLISHER + 1, late: false, step: 1 })).toThrow(/8388608/));
  test.each([['00:00:00', 0], ['00:14:59.999', 0], ['00:15:00', 1], ['23:59:59', 95]])('%s is quarter hour %i', (time, quarter) => expect(quarterOf(new Date(at(time)))).toBe(quarter));
});

describe('tallies', () => {
  const edges = [at('10:00:00'), at('11:00:00'), at('12:00:00')];
  test.each([['09:59:59.999', -1], ['10:00:00', 0], ['10:59:59.999', 0], ['11:00:00', 1], ['11:59:59', 1], ['12:00:00', -1]])('%s lies in bucket %i', (time, bucket) => {
    expect(bucketAt(edges, at(time))).toBe(bucket);
  });
  test('publishers are counted once, late ones told apart', () => {
    const rows = [row('10:00:00', {}, {}, { publisherId: 2, late: true }), row('11:00:00', { publisherId: 3 })];
    expect(plain(tallyCells(rows, edges))).toEqual([[3, 1, [[1, 2], [2, 1]]], [1, 0, [[3, 1]]]]);
  });
  test('what was put in and taken out again leaves nothing', () => {
    expect(plain(tallyCells([row('10:00:00', { publisherId: 2, late: true }, {}, { publisherId: 2, late: true, step: -1 })], edges))[0]).toEqual([1, 0, [[1, 1]]]);
  });
  test('a row of a day is cut by its quarter hours, also for a zone at +5:45', () => {
    const day = { at: new Date(at('00:00:00')), cells: row('00:00:00', { quarter: 40 }, { quarter: 44 }, { quarter: 45 }, { quarter: 10 }).cells };
    expect(plain(tallyCells([day], [at('10:15:00'), at('11:15:00'), at('12:15:00')])).map(([count]) => count)).toEqual([1, 1]);
  });
  test('counted rows come to the same', () => {
    const rows = [{ bucket: 0, publisherId: 1, late: false, count: 2 }, { bucket: 0, publisherId: 1, late: true, count: 1 }, { bucket: 7, publisherId: 1, late: false, count: 9 }];
    expect(plain(tallyCounted(rows, 2))).toEqual([[3, 1, [[1, 3]]], [0, 0, []]]);
  });
});

describe('a series', () => {
  const edges = ['08:00:00', '09:00:00', '10:00:00', '11:00:00', '12:00:00'].map(at);
  const tally = (...publishers: [number, number][]): Tally => ({ count: publishers.reduce((sum, [, count]) => sum + count, 0), late: 0, publishers: new Map(publishers) });
  const input = (part: Partial<SeriesInput> = {}): SeriesInput => ({
    edges, tallies: [tally([1, 4]), tally(), tally([1, 3], [2, 1]), tally([2, 2])], all: [8, 0, 16, 4], now: at('11:15:00'), outages: [], matters: new Set([1]), expiredBefore: null, ...part,
  });
  const states = (part: Partial<SeriesInput>) => seriesBuckets(input(part)).map(({ state }) => state);
  const silent = (all: number[], collectedFrom: string | null) =>
    withSilence(seriesBuckets(input({ tallies: edges.slice(1).map(() => tally()), all })), edges, collectedFrom === null ? null : at(collectedFrom)).map(({ count, state }) => `${state} ${count}`);

  test('before anything was collected is not nought, and a quiet hour after it is', () => {
    expect(silent([0, 0, 3, 1], '10:20:00')).toEqual(['gap 0', 'gap 0', 'complete 0', 'running 0']);
    expect(silent([0, 4, 0, 1], '11:10:00'), 'old articles make their hours known').toEqual(['gap 0', 'complete 0', 'complete 0', 'running 0']);
    expect(silent([0, 0, 3, 1], '08:10:00'), 'nothing was published, and somebody looked').toEqual(['complete 0', 'complete 0', 'complete 0', 'running 0']);
    expect(silent([0, 0, 0, 0], null)).toEqual(['gap 0', 'gap 0', 'gap 0', 'running 0']);
  });

  test('counts, shares and publishers; an hour without articles is zero and has no share', () => {
    expect(seriesBuckets(input()).map(({ count, share, publishers }) => [count, share, publishers])).toEqual([[4, 0.5, 1], [0, null, 0], [4, 0.25, 2], [2, 0.5, 1]]);
  });
  test.each<[string, Partial<SeriesInput>, string[]]>([
    ['the last one runs', {}, ['complete', 'complete', 'complete', 'running']],
    ['a feed that matters was down for half an hour', { outages: [{ publisherId: 1, from: at('08:40:00'), to: at('09:10:00') }] }, ['gap', 'complete', 'complete', 'running']],
    ['a feed that nobody would miss was down', { outages: [{ publisherId: 9, from: at('08:00:00'), to: null }] }, ['complete', 'complete', 'complete', 'running']],
    ['a feed that matters is down still', { outages: [{ publisherId: 1, from: at('10:30:00'), to: null }] }, ['complete', 'complete', 'gap', 'gap']],
    ['a few minutes are no gap', { outages: [{ publisherId: 1, from: at('08:00:00'), to: at('08:11:00') }] }, ['complete', 'complete', 'complete', 'running']],
    ['what would have to be asked is gone', { expiredBefore: at('09:30:00') }, ['expired', 'expired', 'complete', 'running']],
  ])('%s', (_name, part, expected) => expect(states(part)).toEqual(expected));
  test('of what is gone nothing is said', () => {
    expect(seriesBuckets(input({ expiredBefore: at('09:00:00') }))[0]).toMatchObject({ count: null, share: null, publishers: null, late: null });
  });
  test('a running hour comes to what it has and a rate between its own and the past', () => {
    const [, , , running] = seriesBuckets(input());
    // a quarter of the hour has 2; the hours before had 8/3 each: (2 + 8/3/4) / (1/4 + 1/4) an hour, for three quarters of one
    expect(running?.projected).toBeCloseTo(2 + ((2 + 8 / 12) / 0.5) * 0.75);
    expect(seriesBuckets(input()).slice(0, 3).every(({ projected }) => projected === null)).toBe(true);
  });
  test('an hour that has just begun, with no past, says nothing', () => {
    const only = input({ edges: edges.slice(3), tallies: [tally([1, 1])], all: [1], now: at('11:05:00') });
    expect(seriesBuckets(only)[0]?.projected).toBeNull();
  });
  test('a tenth of a series makes a publisher matter', () => {
    expect([...publishersThatMatter([tally([1, 17], [2, 2], [3, 1]), tally([1, 0])])]).toEqual([1, 2]);
  });
});
