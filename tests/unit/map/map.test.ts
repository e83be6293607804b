import { describe, expect, test } from 'vitest';
import { clusterPoints, mainRole, type MapPoint } from '@/components/map/clusters';
import { holds, shapeOf, type Point } from '@/components/map/drawn-shape';
import { HOME, newsBounds } from '@/components/map/news-bounds';
import { placeLabels, type LabelWish } from '@/components/map/labels';
import { resolveArea } from '@/components/map/resolve-area';
import { breaksOf, SHADES, shadeOf } from '@/components/map/scale';
import { scaleOf, sceneOf, shownOf } from '@/components/map/scene-of';
import type { MapAnswer, MapFrame, MappedPlace } from '@/lib/map';
import { seeded } from '../../support/random';

const point = (id: string, lon: number, lat: number, count: number, roles: MapPoint['roles'] = { about: count }): MapPoint => ({ id, name: id, lon, lat, count, roles });
const DAMASCUS = point('دمشق', 36.29, 33.51, 12, { about: 7, venue: 5 });
const DUMA = point('دوما', 36.4, 33.57, 3, { mentioned: 3 });
const IDLIB = point('إدلب', 36.63, 35.93, 9);

const place = (id: string, kind: MappedPlace['kind'], count: number, at: [number, number], within: string[] = []): MappedPlace => ({
  id, kind, count, within, label: { en: id, ar: `ال${id}` }, country: 'SY', lon: at[0], lat: at[1], share: count / 100, publishers: 1, roles: { about: count },
});
const ANSWER: MapAnswer = {
  from: '2026-11-28T10:00:00.000Z', to: '2026-11-29T10:00:00.000Z', total: 100, leftOut: 0,
  countries: [place('SY', 'country', 40, [38.6, 35]), place('LB', 'country', 8, [35.9, 33.9])],
  provinces: [place('ادلب', 'admin1', 20, [36.6, 35.8], ['SY']), place('حمص', 'admin1', 10, [38, 34.4], ['SY'])],
  places: [place('معرة', 'city', 6, [36.67, 35.64], ['ادلب', 'SY']), place('تدمر', 'city', 4, [38.28, 34.56], ['حمص', 'SY']), place('زحلة', 'city', 2, [35.9, 33.85], ['LB'])],
  others: [],
};

describe('clusters', () => {
  test('from afar a town takes in its neighbours, and stands where it lies itself', () => {
    const [first, ...rest] = clusterPoints([DUMA, IDLIB, DAMASCUS], 5);
    expect(first).toMatchObject({ id: 'دمشق', lon: 36.29, lat: 33.51, count: 15, most: 12, others: ['دوما'], roles: { about: 7, venue: 5, mentioned: 3 } });
    expect(rest.map(({ id }) => id)).toEqual(['إدلب']);
  });

  test('from near all stand alone', () => {
    expect(clusterPoints([DUMA, IDLIB, DAMASCUS], 10).map(({ id, others }) => [id, others.length])).toEqual([['دمشق', 0], ['إدلب', 0], ['دوما', 0]]);
  });

  test('nothing is lost, whatever the points and the zoom, and the points handed over stay as they are', () => {
    const random = seeded(7);
    const points = Array.from({ length: 300 }, (_, n) => point(String(n), random() * 360 - 180, random() * 160 - 80, 1 + Math.floor(random() * 50)));
    const before = JSON.stringify(points);
    for (const zoom of [0, 1.5, 4, 8]) {
      const clusters = clusterPoints(points, zoom);
      expect(clusters.flatMap(({ id, others }) => [id, ...others]).sort()).toEqual(points.map(({ id }) => id).sort());
      expect(clusters.reduce((sum, { count }) => sum + count, 0)).toBe(points.reduce((sum, { count }) => sum + count, 0));
    }
    expect(JSON.stringify(points)).toBe(before);
  });

  test.each([
    [{ venue: 3, about: 1 }, 'venue'], [{ about: 2, mentioned: 2 }, 'about'], [{ dateline: 1 }, 'dateline'], [{}, 'about'],
  ] as const)('main role of %o is %s', (roles, expected) => expect(mainRole(roles)).toBe(expected));
});

describe('where the map begins', () => {
  const none = { places: [], provinces: [], countries: [] };
  const has = ([west, south, east, north]: readonly number[], [lon, lat]: readonly [number, number]) => (west ?? 0) < lon && lon < (east ?? 0) && (south ?? 0) < lat && lat < (north ?? 0);
  test('around the bulk of the towns, not at a lone far one', () => {
    const bounds = newsBounds({ ...none, places: [place('دير الزور', 'city', 12, [40.14, 35.33]), place('دمشق', 'city', 8, [36.29, 33.51]), place('ليما', 'city', 1, [-77, -12])] });
    expect([has(bounds, [40.14, 35.33]), has(bounds, [36.29, 33.51]), has(bounds, [-77, -12])]).toEqual([true, true, false]);
    expect(bounds[2] - bounds[0]).toBeLessThan(20);
  });
  test('a quarter of the mentions, strewn from Lima to Astana, does not widen it', () => {
    const far = [place('ليما', 'city', 2, [-77, -12]), place('نيويورك', 'city', 4, [-74, 40.7]), place('أستانا', 'city', 6, [71.4, 51.2]), place('طوكيو', 'city', 1, [139.7, 35.7])];
    const near = [place('دمشق', 'city', 14, [36.29, 33.51]), place('دير الزور', 'city', 16, [40.14, 35.33]), place('بغداد', 'city', 9, [44.4, 33.3])];
    const [west, south, east, north] = newsBounds({ ...none, places: [...far, ...near] });
    expect(near.every(({ lon, lat }) => has([west, south, east, north], [lon, lat]))).toBe(true);
    expect([east - west, north - south].every((span) => span < 20)).toBe(true);
  });
  test('two halves of the world are both shown', () => {
    const bounds = newsBounds({ ...none, places: [place('بيروت', 'city', 5, [35.5, 33.9]), place('ليما', 'city', 5, [-77, -12])] });
    expect([has(bounds, [35.5, 33.9]), has(bounds, [-77, -12])]).toEqual([true, true]);
  });
  test('a lone town has its country around it; without towns the countries say where', () => {
    const [west, south, east, north] = newsBounds({ ...none, places: [place('حمص', 'city', 3, [36.7, 34.7])] });
    expect([east - west, north - south].every((span) => span >= 9)).toBe(true);
    expect(has(newsBounds({ ...none, countries: [place('SY', 'country', 4, [38.6, 35])] }), [38.6, 35])).toBe(true);
    expect(newsBounds(none)).toEqual(HOME);
  });
});

describe('shades', () => {
  test('go by ratios, so that one great number leaves the others apart', () => {
    const breaks = breaksOf([1, 2, 5, 12, 40, 900], true);
    expect(breaks.length).toBe(SHADES);
    expect([1, 5, 40, 900].map((value) => shadeOf(value, breaks))).toEqual([1, 2, 3, 5]);
  });

  test.each([[[], 0], [[3], 3], [[0, 0], 0]] as const)('of %o the highest is %i', (values, shade) => {
    expect(shadeOf(Math.max(0, ...values), breaksOf(values, true))).toBe(shade);
  });

  test('none is below the first, and no count gets a fraction', () => {
    expect(shadeOf(0, [1, 5])).toBe(0);
    expect(breaksOf([1, 2, 3], true).every(Number.isInteger)).toBe(true);
    expect(breaksOf([0.01, 0.4], false)[0]).toBe(0.01);
  });
});

describe('names on the map', () => {
  const wish = (text: string, x: number, y: number, gap = 6): LabelWish => ({ text, x, y, gap, width: 40, height: 16, kind: 'place' });
  const meets = (a: { x: number; y: number; width: number; height: number }, b: typeof a) => Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;

  test('stand where reading goes on: to the left of the circle in Arabic', () => {
    expect(placeLabels([wish('حلب', 100, 100)], [], true)[0]?.x).toBeLessThan(100);
    expect(placeLabels([wish('Aleppo', 100, 100)], [], false)[0]?.x).toBeGreaterThan(100);
  });

  test('of those on one spot the most important stands there, the next a line from it, and the last not at all', () => {
    const areas = ['سوريا', 'لبنان', 'الأردن', 'العراق'].map((text) => wish(text, 50, 50, 0));
    const placed = placeLabels(areas, [], true);
    expect(placed.map(({ text }) => text)).toEqual(['سوريا', 'لبنان', 'الأردن']);
    expect(placed[0]).toMatchObject({ x: 50, y: 50 });
  });

  test('an area is still named where a circle lies on its middle', () => {
    expect(placeLabels([wish('سوريا', 50, 50, 0)], [{ x: 50, y: 50, radius: 8 }], true).map(({ y }) => y)).toEqual([50 + 1.3 * 16]);
  });

  test('never cover one another nor a circle', () => {
    const random = seeded(3);
    const wishes = Array.from({ length: 120 }, (_, n) => wish(`بلدة ${n}`, random() * 300, random() * 200));
    const circles = wishes.map(({ x, y }) => ({ x, y, radius: 4 }));
    const placed = placeLabels(wishes, circles, true);
    expect(placed.length).toBeGreaterThan(5);
    for (const [n, one] of placed.entries()) {
      expect(placed.slice(n + 1).filter((other) => meets(one, other))).toEqual([]);
      expect(circles.filter(({ x, y, radius }) => meets(one, { x, y, width: 2 * radius, height: 2 * radius }))).toEqual([]);
    }
  });
});

describe('what the map draws', () => {
  const scene = (areas: 'countries' | 'provinces') => sceneOf({ shown: ANSWER, areas, measure: 'count', breaks: scaleOf(ANSWER, null, areas, 'count'), chosen: [], nameOf: ({ label }) => label.ar ?? label.en });

  test('countries and provinces are shaded, and only towns are circles', () => {
    expect([...scene('countries').shades.keys()]).toEqual(['SY', 'LB']);
    expect([...scene('provinces').shades.keys()]).toEqual(['ادلب', 'حمص']);
    expect(scene('countries').points.map(({ name }) => name)).toEqual(['المعرة', 'التدمر', 'الزحلة']);
  });

  test('an hour has its own numbers, on the scale of the day', () => {
    const frames: MapFrame[] = [{ start: ANSWER.from, total: 4, counts: { SY: 1, معرة: 1 } }, { start: ANSWER.to, total: 10, counts: { SY: 9, LB: 2 } }];
    const hour = shownOf(ANSWER, frames[0] ?? null);
    expect(hour).toMatchObject({ total: 4, countries: [{ id: 'SY', count: 1, share: 0.25 }], provinces: [], places: [{ id: 'معرة', count: 1 }] });
    expect(shadeOf(1, scaleOf(ANSWER, frames, 'countries', 'count'))).toBe(1);
    expect(shownOf(ANSWER, null)).toBe(ANSWER);
  });
});

describe('a drawn area', () => {
  const box = (west: number, south: number, east: number, north: number): Point[] => [{ x: west, y: south }, { x: east, y: south }, { x: east, y: north }, { x: west, y: north }];
  const outlines: { id: string; box: [number, number, number, number] }[] = [{ id: 'ادلب', box: [36.1, 35.2, 37.2, 36.2] }, { id: 'حمص', box: [36.3, 33.4, 39.5, 35.2] }, { id: 'SY', box: [35.7, 32.3, 42.4, 37.3] }];

  test('is the provinces that lie wholly in it and the towns, each once', () => {
    expect(resolveArea(box(36, 34.5, 38.5, 36.3), ANSWER, outlines)).toEqual({ ids: ['ادلب', 'تدمر'], left: 0 });
  });

  test('is a country where all of it is inside', () => {
    expect(resolveArea(box(35, 32, 43, 38), ANSWER, outlines)).toEqual({ ids: ['SY', 'زحلة'], left: 0 });
  });

  test('says how many the filter has no room for', () => {
    const places = Array.from({ length: 33 }, (_, n) => place(`بلدة${n}`, 'city', 40 - n, [36, 35]));
    const { ids, left } = resolveArea(box(35, 34, 37, 36), { countries: [], provinces: [], places }, outlines);
    expect([ids.length, ids[0], left]).toEqual([20, 'بلدة0', 13]);
  });

  test('may be of any shape: what lies in a bay of its outline is outside', () => {
    const around = [...box(36, 34.5, 38.5, 36.3), { x: 36, y: 35 }, { x: 38.4, y: 34.9 }, { x: 38.4, y: 34.52 }, { x: 36, y: 34.52 }];
    expect(resolveArea(around, ANSWER, [])).toEqual({ ids: ['معرة'], left: 0 });
  });

  test('is what a hand circled, the box between two corners where it went straight, and nothing after a click', () => {
    const circle = Array.from({ length: 12 }, (_, n): Point => ({ x: 50 + 40 * Math.cos(n / 2), y: 50 + 40 * Math.sin(n / 2) }));
    expect(shapeOf(circle)).toEqual(circle);
    expect(holds(shapeOf(circle) ?? [], { x: 50, y: 50 })).toBe(true);
    expect(shapeOf([{ x: 10, y: 90 }, { x: 40, y: 52 }, { x: 80, y: 20 }])).toEqual([{ x: 10, y: 90 }, { x: 80, y: 90 }, { x: 80, y: 20 }, { x: 10, y: 20 }]);
    expect(shapeOf([{ x: 10, y: 10 }, { x: 12, y: 11 }])).toBeNull();
    expect(shapeOf([])).toBeNull();
  });

  test('is nothing where nothing lies', () => expect(resolveArea(box(0, 0, 1, 1), ANSWER, outlines)).toEqual({ ids: [], left: 0 }));
});
