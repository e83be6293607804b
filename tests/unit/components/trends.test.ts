import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { heatOf, weekdays } from '@/components/trends/heat';
import { filterKeys, spikeMarks } from '@/components/trends/marks';
import { miniPath } from '@/components/trends/mini-line';
import { offersOf, stillFit } from '@/components/trends/offers';
import { SHAPES } from '@/components/trends/palette';
import { covers } from '@/components/trends/picture-fonts';
import { feedAddress, seriesPath } from '@/components/trends/questions';
import { bandsOf, highestOf, rowAt, rowsOf, totalOf } from '@/components/trends/rows';
import { rowBelow, spread, timeTicks, valueTicks, xOf } from '@/components/trends/scale';
import { bucketText, fileNameOf, shareText } from '@/components/trends/texts';
import { addressOfView, bucketFor, readView, timesOf } from '@/components/trends/view';
import { bucketEdges } from '@/lib/buckets';
import type { SpikeView } from '@/lib/spike';
import type { BucketState, SeriesAnswer, SeriesBucket } from '@/lib/trends';

const HOUR = 3_600_000;
const BEGIN = Date.parse('2026-11-24T00:00:00Z');
const at = (hours: number) => new Date(BEGIN + hours * HOUR).toISOString();

function bucket(n: number, count: number | null, state: BucketState = 'complete', more: Partial<SeriesBucket> = {}): SeriesBucket {
  return { start: at(n), count, share: count === null ? null : count / 100, publishers: count, late: 0, projected: null, state, ...more };
}
const answerOf = (...series: SeriesBucket[][]): SeriesAnswer => ({
  from: at(0), to: at(series[0]?.length ?? 0), bucket: 'hour', tz: 'UTC', series: series.map((buckets, n) => ({ key: `region:${n}`, label: { en: `Place ${n}`, ar: `مكان ${n}` }, buckets })),
});

describe('the address', () => {
  test('says all that the page shows, and is read back', () => {
    const address = '?region=SY&q=هدنة&from=2026-11-20T00:00:00Z&to=2026-11-24T00:00:00Z&series=region:170793&series=topic:conflict&bucket=day&tz=Asia/Damascus&as=share&draw=stacked&order=gained&at=2026-11-21T00:00:00.000Z&of=topic:conflict';
    const view = readView(address);
    expect(view).toMatchObject({ series: ['region:170793', 'topic:conflict'], bucket: 'day', tz: 'Asia/Damascus', measure: 'share', drawing: 'stacked', order: 'gained', of: 'topic:conflict' });
    expect(readView(addressOfView(view).slice('/trends'.length))).toEqual(view);
  });
  test('what is usual is left out', () => expect(addressOfView(readView(''))).toBe('/trends'));
  test.each([
    ['a ninth series', `?${Array.from({ length: 9 }, (_, n) => `series=region:${n}`).join('&')}`, 'series', Array.from({ length: 8 }, (_, n) => `region:${n}`)],
    ['a series of nothing', '?series=سوريا&series=role:about', 'series', []], ['a drawing that is none', '?draw=كعكة', 'drawing', 'line'], ['a time that is none', '?at=أمس', 'at', null],
  ])('%s is left out', (_name, search, field, expected) => expect(readView(search)[field as 'at']).toEqual(expected));
  test('times: what the filter says, else a span that ends now', () => {
    const now = BEGIN + 30 * 60_000;
    expect(timesOf(readView('?span=24h'), now, 'UTC')).toEqual({ from: at(-23), to: null });
    expect(timesOf(readView(`?span=24h&last=1h`), now, 'UTC')).toEqual({ from: new Date(now - HOUR).toISOString(), to: null });
    expect(timesOf(readView(`?from=${at(-5)}&to=${at(-1)}`), now, 'UTC')).toEqual({ from: at(-5), to: at(-1) });
  });
  test.each([
    ['?span=6h&bucket=hour', 'UTC', 'hour', 6], ['?span=24h', 'Asia/Damascus', 'hour', 24], ['?span=24h', 'Asia/Kolkata', 'hour', 24], ['?span=7d', 'UTC', 'hour', 168],
    ['?span=30d', 'Asia/Damascus', 'day', 30], ['?span=90d', 'Europe/Zurich', 'day', 90], ['?span=6h', 'UTC', 'minute', 360],
  ] as const)('%s in %s is as many buckets as it says, the unfinished one among them', (search, tz, width, count) => {
    const now = BEGIN + 13.4 * HOUR;
    const { from } = timesOf(readView(search), now, tz);
    expect((bucketEdges(new Date(from), new Date(now), width, tz) ?? []).length - 1).toBe(count);
  });
  test.each([[2, null, 'minute'], [24, null, 'hour'], [24 * 30, null, 'day'], [24 * 365, null, 'week'], [24, 'day', 'day'], [24 * 365, 'minute', 'week']] as const)('%i hours, %s asked: by the %s', (hours, asked, expected) => {
    expect(bucketFor({ bucket: asked }, hours * HOUR)).toBe(expected);
  });
  test('a question, and the feed with the articles of one series', () => {
    const view = readView('?region=SY&q=هدنة&series=region:170793');
    const times = { from: at(0), to: at(1) };
    expect(seriesPath(view, times, 'hour', 'Asia/Damascus')).toBe(`/api/v1/series?region=SY&${new URLSearchParams({ q: 'هدنة', from: at(0), to: at(1), bucket: 'hour', tz: 'Asia/Damascus', key: 'region:170793' }).toString()}`);
    expect(new URL(feedAddress(view.filter, 'region:170793', times), 'http://x').searchParams.getAll('region')).toEqual(['170793']);
    expect(new URL(feedAddress(view.filter, 'lang:ar', times), 'http://x').searchParams.get('lang')).toBe('ar');
  });
});

describe('rows', () => {
  test('gaps and what is deleted break the line; what is not over is headed somewhere', () => {
    const rows = rowsOf(answerOf([bucket(0, 4), bucket(1, 3, 'gap'), bucket(2, null, 'expired'), bucket(3, 6), bucket(4, 2, 'running', { projected: 5 })]), 'count');
    expect(rows.map(({ cells: [cell] }) => [cell?.value, cell?.partial, cell?.headed])).toEqual([[4, null, null], [null, 3, null], [null, null, null], [6, null, null], [null, 2, 5]]);
    expect(bandsOf(rows)).toEqual([{ kind: 'gap', first: 1, end: 2 }, { kind: 'expired', first: 2, end: 3 }, { kind: 'running', first: 4, end: 5 }]);
    expect(totalOf(rows, 0)).toBe(15);
  });
  test('before anything was collected nothing is known; a quiet hour after that is nought', () => {
    const rows = rowsOf(answerOf([bucket(0, 0, 'gap', { share: null }), bucket(1, 0, 'gap', { share: null }), bucket(2, 7), bucket(3, 0, 'complete', { share: null })]), 'count');
    expect(rows.map(({ cells: [cell] }) => [cell?.state, cell?.value])).toEqual([['before', null], ['before', null], ['complete', 7], ['complete', 0]]);
  });
  test('what has not begun is not nought', () => {
    const rows = rowsOf(answerOf([bucket(0, 4), bucket(1, 2, 'running', { projected: 5 }), bucket(2, 0, 'running', { share: null })]), 'count');
    expect(rows.map(({ cells: [cell] }) => [cell?.value, cell?.partial])).toEqual([[4, null], [null, 2], [null, null]]);
  });
  test('of a share what it is so far is what it is headed for', () => {
    const rows = rowsOf(answerOf([bucket(0, 4), bucket(1, 2, 'running', { projected: 9 })]), 'share');
    expect(rows[1]?.cells[0]).toMatchObject({ partial: 0.02, headed: 0.02 });
  });
  test('the highest, of lines and of stacks', () => {
    const rows = rowsOf(answerOf([bucket(0, 4), bucket(1, 2, 'running', { projected: 9 })], [bucket(0, 5), bucket(1, 1, 'running', { projected: 3 })]), 'count');
    expect([highestOf(rows, false), highestOf(rows, true)]).toEqual([9, 12]);
  });
  test('a time finds its row', () => {
    const rows = rowsOf(answerOf([bucket(0, 4), bucket(1, 3)]), 'count');
    expect([rowAt(rows, at(1.5)), rowAt(rows, at(2)), rowAt(rows, at(-1))]).toEqual([1, -1, -1]);
  });
});

describe('scales', () => {
  test.each([[0, true, [0, 1]], [3, true, [0, 1, 2, 3]], [17, true, [0, 5, 10, 15, 20]], [0.05, false, [0, 0.02, 0.04, 0.06]]])('to %d', (highest, whole, expected) => expect(valueTicks(highest, whole)).toEqual(expected));
  test('times below are the clock’s own, at the zone’s midnight and noon', () => {
    const rows = Array.from({ length: 72 }, (_, n) => ({ start: at(n) }));
    expect(timeTicks(rows, 'hour', 'Asia/Damascus', 7).map((row) => rows[row]?.start.slice(11, 13))).toEqual(['09', '21', '09', '21', '09', '21']);
  });
  test('a point of the plot and its bucket are each other’s', () => {
    const frame = { width: 640, height: 300, left: 40, right: 14, top: 20, bottom: 20 };
    for (const row of [0, 7, 23]) expect(rowBelow(frame, 24, xOf(frame, 24, row))).toBe(row);
    expect([rowBelow(frame, 24, 0), rowBelow(frame, 24, 999)]).toEqual([0, 23]);
  });
  test('labels give way to each other and stay within', () => {
    const placed = spread([100, 102, 195, 199], 15, 20, 200);
    expect(placed[1]).toBe(115);
    expect([...placed].sort((a, b) => a - b).every((y, n, all) => y <= 200 && y - (all[n - 1] ?? -99) >= 15)).toBe(true);
  });
});

describe('spikes', () => {
  const spike = (id: string, series: string, hours: number, surprise: number) => ({ id, series, startedAt: at(hours), surprise }) as SpikeView;
  const rows = rowsOf(answerOf([bucket(0, 1), bucket(1, 9), bucket(2, 1)]), 'count');
  const all = [spike('1', 'region:SY', 1.2, 5), spike('2', 'region:LB topic:conflict', 1.5, 9), spike('3', 'topic:sport', 0.1, 7), spike('4', 'region:SY', 9, 7)];
  test('stand on the line of the series that they are of', () => {
    expect(spikeMarks(rows, all, ['region:LB', 'region:SY'], []).map(({ row, series, spikes }) => [row, series, spikes.map(({ id }) => id)])).toEqual([[1, 0, ['2']], [1, 1, ['1']]]);
  });
  test('of a filter those that it names, of none all, the most surprising first', () => {
    expect(spikeMarks(rows, all, [], filterKeys({ region: ['SY'], topic: [] })).flatMap(({ spikes }) => spikes.map(({ id }) => id))).toEqual(['1']);
    expect(spikeMarks(rows, all, [], []).map(({ spikes }) => spikes.map(({ id }) => id))).toEqual([['3'], ['2', '1']]);
  });
});

describe('the heat map', () => {
  test('averages by the clocks of the zone, over what is known whole', () => {
    // 24 November 2026 is a Tuesday; 22:00 UTC is Wednesday's 01:00 in Damascus
    const buckets = [bucket(22, 4), bucket(22 + 168, 8), bucket(23, 9, 'gap')];
    const heat = heatOf(buckets, 'Asia/Damascus');
    expect(heat.get(3)?.[1]).toEqual({ mean: 6, hours: 2 });
    expect(heat.get(3)?.[2]).toEqual({ mean: null, hours: 0 });
  });
  test.each([['ar-SY', 6], ['ar', 6], ['en-GB', 1], ['en-US', 7], ['ar-AE', 1]])('the week of %s begins with day %i', (tag, first) => expect(weekdays(tag)[0]).toBe(first));
});

describe('what can be compared', () => {
  const choices = {
    regions: [], publishers: [{ id: '3', label: { en: 'الزمان', ar: null }, parent: null }], langs: ['ar', 'en'],
    topics: [{ id: 'conflict', label: { en: 'conflict', ar: 'نزاع' }, parent: null }],
  };
  const places = [{ id: '170793', label: { en: 'Deir ez-Zor', ar: 'دير الزور' }, kind: 'city' as const, country: 'SY', lat: 35, lon: 40, within: ['SY'], articles: 3 }];
  const offered = (typed: string, chosen: string[] = []) => offersOf(choices, places, typed, chosen, 'ar', () => 'مدينة').map(({ key }) => key);
  test('is found by what is typed in either script', () => {
    expect(offered('نزا')).toEqual(['region:170793', 'topic:conflict']);
    expect(offered('Conf')).toEqual(['region:170793', 'topic:conflict']);
    expect(offered('زمان')).toEqual(['region:170793']);
    expect(offered('الزمان')).toContain('publisher:3');
    expect(offered('Arab')).toContain('lang:ar');
  });
  test('its name in the other script stands beside it where that was typed, and not before', () => {
    const aside = (typed: string, locale: string) => offersOf(choices, places, typed, [], locale, () => 'kind')[0]?.aside;
    expect([aside('Deir', 'ar'), aside('دير', 'ar'), aside('', 'ar'), aside('دير', 'en'), aside('Deir', 'en')]).toEqual(['kind · Deir ez-Zor', 'kind', 'kind', 'kind · دير الزور', 'kind']);
  });
  test('until the places for a text are here, those that are known stay if they fit it', () => {
    expect([stillFit(places, 'الزور').length, stillFit(places, 'Homs').length]).toEqual([1, 0]);
  });
  test('but not once more', () => expect(offered('', ['region:170793', 'lang:ar'])).toEqual(['topic:conflict', 'publisher:3', 'lang:en']));
});

describe('words and lines', () => {
  test.each([
    [['دير الزور', 'حمص'], 'UTC', 'marsad-دير-الزور-حمص-2026-11-24'], [['Homs / "old"', '../x'], 'UTC', 'marsad-Homs-old-x-2026-11-24'],
    [['حمص'], 'Asia/Damascus', 'marsad-حمص-2026-11-24_2026-11-25'], [['…'], 'UTC', 'marsad-2026-11-24'],
  ])('a file with %j in %s is called after it', (names, tz, expected) => expect(fileNameOf(names, at(0), at(24), tz)).toBe(expected));
  test.each([['en', 'Tue 24 Nov, 03:00'], ['ar', '24 تشرين الثاني']])('an hour in %s', (locale, part) => expect(bucketText(at(0), at(1), 'hour', locale, 'Asia/Damascus')).toContain(part));
  test.each([[0, '0%'], [0.12, '12%'], [0.034, '3.4%'], [0.0025, '0.25%']])('a share of %d', (share, expected) => expect(shareText(share, 'en')).toBe(expected));
  test('a small line breaks where nothing is known', () => expect(miniPath([bucket(0, 1), bucket(1, 2), bucket(2, null, 'expired'), bucket(3, 1)]).match(/M/gu)).toHaveLength(2));
  test('a font is taken where it has a letter of the picture', () => {
    const letters = (text: string) => new Set([...text].map((letter) => letter.codePointAt(0) ?? 0));
    expect(covers('U+0600-06FF, U+0750-077F', letters('حمص'))).toBe(true);
    expect(covers('U+0600-06FF', letters('Homs'))).toBe(false);
  });
});

describe('eight colours', () => {
  const css = readFileSync(new URL('../../../app/trends/trends.css', import.meta.url), 'utf8');
  const pairs = [...css.matchAll(/--series-\d: light-dark\((#\w{6}), (#\w{6})\)/gu)];
  type Rgb = readonly [number, number, number];
  const linear = (hex: string) => [1, 3, 5].map((n) => Number.parseInt(hex.slice(n, n + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as unknown as Rgb;
  const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const contrast = (a: Rgb, b: Rgb) => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);
  /** How colours look to those who lack one kind of cone: Machado, Oliveira and Fernandes 2009, severity 1. */
  const SEEN: Record<string, readonly Rgb[]> = {
    usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
  };
  const seen = (matrix: readonly Rgb[], rgb: Rgb) => matrix.map((row) => Math.min(1, Math.max(0, row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2]))) as unknown as Rgb;
  function lab([r, g, b]: Rgb): Rgb {
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s];
  }
  const far = (a: Rgb, b: Rgb) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

  test('eight, each with a mark of its own', () => {
    expect(pairs).toHaveLength(8);
    expect(new Set(SHAPES).size).toBe(8);
  });
  test.each([[1, '#ffffff', 3], [2, '#121a20', 5]])('stand out from the ground of theme %i', (theme, ground, least) => {
    for (const pair of pairs) expect(contrast(linear(pair[theme] ?? ''), linear(ground))).toBeGreaterThanOrEqual(least);
  });
  test.each(Object.entries(SEEN))('no two look alike to %s', (_name, matrix) => {
    for (const theme of [1, 2]) {
      const labs = pairs.map((pair) => lab(seen(matrix, linear(pair[theme] ?? ''))));
      labs.forEach((one, n) => labs.slice(0, n).forEach((other) => expect(far(one, other)).toBeGreaterThan(0.1)));
    }
  });
});
