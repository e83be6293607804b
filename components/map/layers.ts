import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { PLACE_ROLES, type PlaceRole } from '@/lib/place';
import type { MapTiles } from '@/lib/settings';
import type { MapColours } from './colours';

/** The layers by name; those of `paintOf` have colours, set anew with each theme. */
export const EMPTY: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };

/** From here on provinces have lines, and names a little later. */
export const PROVINCE_LINES_ZOOM = 4;
export const HATCH = 'hatch';

const source = (promoteId: string) => ({ type: 'geojson' as const, data: EMPTY, promoteId });

/** Whether a role is drawn as a ring: venue and mentioned. A dateline has a dot in its ring, an actor a dark edge. */
const RINGS: readonly PlaceRole[] = ['venue', 'dateline', 'mentioned'];
const role = ['get', 'role'] as ExpressionSpecification;
const isOneOf = (roles: readonly PlaceRole[]): ExpressionSpecification => ['in', role, ['literal', [...roles]]];
const roleColour = ({ roles, ink }: MapColours): ExpressionSpecification =>
  ['match', role, ...PLACE_ROLES.flatMap((name) => [name, roles[name]]), ink] as unknown as ExpressionSpecification;
const shade = ({ shades }: MapColours): ExpressionSpecification =>
  ['match', ['coalesce', ['feature-state', 'shade'], 0], ...shades.flatMap((colour, n) => (n === 0 ? [] : [n, colour])), shades[0]] as unknown as ExpressionSpecification;

/** What is coloured, layer by layer. */
export function paintOf(colours: MapColours): Record<string, Record<string, unknown>> {
  return {
    sea: { 'background-color': colours.sea },
    countries: { 'fill-color': shade(colours) },
    provinces: { 'fill-color': shade(colours) },
    neutral: { 'fill-color': colours.land },
    'province-lines': { 'line-color': colours.line },
    'country-lines': { 'line-color': colours.border },
    'disputed-lines': { 'line-color': colours.hatch },
    chosen: { 'line-color': colours.chosen },
    'chosen-provinces': { 'line-color': colours.chosen },
    circles: {
      'circle-color': ['case', isOneOf(RINGS), colours.land, roleColour(colours)],
      'circle-stroke-color': ['case', isOneOf(RINGS), roleColour(colours), ['==', role, 'actor'], colours.ink, colours.land],
    },
    dots: { 'circle-color': roleColour(colours) },
    halo: { 'circle-stroke-color': colours.chosen },
  };
}

const LAYERS: LayerSpecification[] = [
  { id: 'sea', type: 'background' },
  { id: 'countries', type: 'fill', source: 'countries', paint: { 'fill-antialias': false } },
  { id: 'provinces', type: 'fill', source: 'provinces', layout: { visibility: 'none' }, paint: { 'fill-antialias': false } },
  { id: 'neutral', type: 'fill', source: 'disputed', filter: ['in', ['get', 'neutral'], ['literal', ['always', 'countries']]] },
  { id: 'hatching', type: 'fill', source: 'disputed', paint: { 'fill-pattern': HATCH } },
  { id: 'province-lines', type: 'line', source: 'provinces', minzoom: PROVINCE_LINES_ZOOM, paint: { 'line-width': 0.75 } },
  { id: 'country-lines', type: 'line', source: 'countries', layout: { 'line-join': 'round' }, paint: { 'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.5, 4, 0.9, 8, 1.6] } },
  { id: 'disputed-lines', type: 'line', source: 'disputed', paint: { 'line-width': 1, 'line-dasharray': [2, 2] } },
  { id: 'chosen-provinces', type: 'line', source: 'provinces', filter: ['in', ['get', 'id'], ['literal', []]], paint: { 'line-width': 2 } },
  { id: 'chosen', type: 'line', source: 'countries', filter: ['in', ['get', 'id'], ['literal', []]], paint: { 'line-width': 2 } },
  {
    id: 'circles', type: 'circle', source: 'places',
    paint: { 'circle-radius': ['get', 'radius'], 'circle-opacity': ['case', isOneOf(['mentioned', 'venue', 'dateline']), 0.85, 0.92], 'circle-stroke-width': ['match', role, 'venue', 3, 'dateline', 1.5, 'mentioned', 1.25, 'actor', 2, 1.25] },
  },
  { id: 'dots', type: 'circle', source: 'places', filter: ['==', role, 'dateline'], paint: { 'circle-radius': 2 } },
  { id: 'halo', type: 'circle', source: 'places', filter: ['in', ['get', 'id'], ['literal', []]], paint: { 'circle-radius': ['+', ['get', 'radius'], 3], 'circle-opacity': 0, 'circle-stroke-width': 2 } },
];

const DEEPEST_TILES = 19;
/** Over tiles a shade lets them through, and what has none is theirs alone. */
const OVER_TILES: Readonly<Record<string, object>> = {
  countries: { 'fill-opacity': ['case', ['>', ['coalesce', ['feature-state', 'shade'], 0], 0], 0.6, 0] },
  provinces: { 'fill-opacity': ['case', ['>', ['coalesce', ['feature-state', 'shade'], 0], 0], 0.6, 0] },
  neutral: { 'fill-opacity': 0.6 },
};

/**
 * No sprites, no glyphs: names are drawn by the browser, over the map (draw-names.ts).
 * @param tiles what lies under the shapes, from a server that the settings name; null: nothing is asked for
 */
export function mapStyle(colours: MapColours, tiles: MapTiles | null): StyleSpecification {
  const paint = paintOf(colours);
  const layers = LAYERS.map((layer) => ({ ...layer, paint: { ...layer.paint, ...paint[layer.id], ...(tiles ? OVER_TILES[layer.id] : {}) } }) as LayerSpecification);
  const shapes = { countries: source('id'), provinces: source('id'), disputed: source('id'), places: source('id') };
  if (!tiles) return { version: 8, sources: shapes, layers };
  const ground: LayerSpecification = { id: 'ground', type: 'raster', source: 'ground', paint: { 'raster-saturation': -0.5, 'raster-fade-duration': 0 } };
  return { version: 8, sources: { ...shapes, ground: { type: 'raster', tiles: [tiles.url], tileSize: 256, maxzoom: DEEPEST_TILES } }, layers: layers.toSpliced(1, 0, ground) };
}

const HATCH_SIZE = 8;

/** Slanting lines on nothing, which join at the tile's edges; twice as fine as the screen's pixels. */
export function hatchImage(colour: string): ImageData | null {
  const side = HATCH_SIZE * 2;
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  for (const shift of [-side, 0, side]) {
    pen.beginPath();
    pen.moveTo(shift, side);
    pen.lineTo(shift + side, 0);
    pen.stroke();
  }
  return pen.getImageData(0, 0, side, side);
}
