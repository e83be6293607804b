import type { GeoJSONSource, Map as GlMap, MapOptions } from 'maplibre-gl';
import type { PlaceRole } from '@/lib/place';
import type { MapTiles } from '@/lib/settings';
import { languageOf, type Locale } from '../ui/locale';
import { clusterPoints, mainRole, type Cluster, type MapPoint } from './clusters';
import { readColours, type MapColours } from './colours';
import { drawNames } from './draw-names';
import { loadCountries, loadDisputed, loadProvinces, type Areas, type DisputedAreas } from './geometry';
import { HATCH, hatchImage, mapStyle, paintOf, PROVINCE_LINES_ZOOM } from './layers';
import { namesFor } from './names';

/** What is to be seen on the map; always whole. */
export interface Scene {
  /** which areas bear the shades */
  shade: 'countries' | 'provinces' | 'none';
  /** shade of an area (scale.ts), by its id; what isn't named has none */
  shades: ReadonlyMap<string, number>;
  points: readonly MapPoint[];
  /** ids with an outline around them */
  chosen: readonly string[];
}

export type Picked = { kind: 'area'; id: string } | { kind: 'point'; id: string; others: readonly string[] } | { kind: 'disputed'; id: string };
export type Bounds = [west: number, south: number, east: number, north: number];

export interface NewsMap {
  show(scene: Scene): void;
  /** after a change of theme or language */
  redress(locale: Locale): void;
  fit(bounds: Bounds): void;
  zoomBy(steps: number): void;
  /** nearer to a point that is drawn */
  zoomTo(id: string): void;
  /** the corner of the map's box in degrees; x and y in its pixels */
  degreesAt(x: number, y: number): { lon: number; lat: number };
  remove(): void;
}

export interface NewsMapOptions {
  container: HTMLElement;
  /** over the map, as large as it */
  names: HTMLCanvasElement;
  locale: Locale;
  interactive: boolean;
  /** a ground under the shapes; null: none */
  tiles: MapTiles | null;
  /** the name of the map for those who don't see it */
  label: string;
  start: { bounds: Bounds } | { center: [number, number]; zoom: number };
  /** keeps the view in the address's hash under this name */
  hash?: string;
  more(name: string, others: number): string;
  onPick?(picked: Picked): void;
  onHover?(hovered: { picked: Picked; x: number; y: number } | null): void;
  onZoom?(zoom: number): void;
  onReady?(): void;
  /** the outlines couldn't be read, or the worker not started */
  onError?(error: unknown): void;
}

/** Where the library's worker lies (server/web/static-files.ts). */
const WORKER = '/map-worker.mjs';
const PICKED_LAYERS = ['circles', 'provinces', 'countries'];
const CLUSTER_STEP = 0.5;

export const radiusOf = (count: number, highest: number): number => 4 + 18 * Math.sqrt(count / Math.max(highest, 12));

type Circle = Cluster & { radius: number; role: PlaceRole };

function circlesOf(points: readonly MapPoint[], zoom: number): Circle[] {
  const clusters = clusterPoints(points, Math.floor(zoom / CLUSTER_STEP) * CLUSTER_STEP);
  const highest = Math.max(0, ...clusters.map(({ most }) => most));
  return clusters.map((cluster) => ({ ...cluster, radius: radiusOf(cluster.most, highest), role: mainRole(cluster.roles) }));
}

const asFeatures = (circles: readonly Circle[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: circles.map(({ id, lon, lat, radius, role, others }) => ({
    type: 'Feature', properties: { id, radius, role, others: others.join(' ') }, geometry: { type: 'Point', coordinates: [lon, lat] },
  })),
});

/** The map of the news: countries and provinces in shades, towns as circles, names in the browser's own letters. */
export async function createNewsMap(options: NewsMapOptions): Promise<NewsMap> {
  const { Map, setWorkerUrl } = await import('maplibre-gl');
  setWorkerUrl(WORKER);
  return dressed(new Map(mapOptions(options)), options);
}

function mapOptions({ container, interactive, tiles, label, start, hash }: NewsMapOptions): MapOptions {
  return {
    container, interactive, style: mapStyle(readColours(container), tiles), attributionControl: false, renderWorldCopies: false, dragRotate: false, pitchWithRotate: false,
    touchPitch: false, minZoom: 0.4, maxZoom: 13, fadeDuration: 0, hash: hash ?? false, locale: { 'Map.Title': label },
    ...('bounds' in start ? { bounds: start.bounds, fitBoundsOptions: { padding: 28, maxZoom: 8 } } : start),
  };
}

/** What the parts of a map share. */
interface State {
  map: GlMap;
  scene: Scene;
  circles: Circle[];
  colours: MapColours;
  locale: Locale;
  countries: Areas | null;
  provinces: Areas | null;
  disputed: DisputedAreas | null;
}

/** What goes wrong in the worker the map tells by its `error` event. */
const setData = (map: GlMap, id: string, data: GeoJSON.GeoJSON) => void map.getSource<GeoJSONSource>(id)?.setData(data);

function dressed(map: GlMap, options: NewsMapOptions): NewsMap {
  const { container } = options;
  const scene: Scene = { shade: 'none', shades: new Map(), points: [], chosen: [] };
  const state: State = { map, scene, circles: [], colours: readColours(container), locale: options.locale, countries: null, provinces: null, disputed: null };
  let ready = false;
  let loaded = false;
  let removed = false;
  const draw = () => writeNames(state, options);
  const whenReady = (then: () => void) => {
    if (ready && !removed) then();
  };
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.on('load', () => {
    ready = true;
    paint(state);
    options.onZoom?.(map.getZoom());
    void load(state, options).then(() => {
      if (removed) return;
      showScene(state);
      draw();
      loaded = true;
    }, options.onError);
  });
  map.on('zoom', () => whenReady(() => {
    options.onZoom?.(map.getZoom());
    regroup(state);
    if (map.getZoom() >= PROVINCE_LINES_ZOOM) bringProvinces(state, draw, options);
  }));
  const tellReady = () => {
    // drawn, not only asked for
    if (!loaded || !map.isSourceLoaded('countries')) return;
    map.off('render', tellReady);
    options.onReady?.();
  };
  map.on('render', draw);
  map.on('render', tellReady);
  // a canvas isn't drawn anew by itself when the letters that it asked for arrive
  const lettersCame = () => whenReady(draw);
  document.fonts.addEventListener('loadingdone', lettersCame);
  listenToPointer(state, options);
  return {
    show(next) {
      state.scene = next;
      whenReady(() => {
        showScene(state);
        if (next.shade === 'provinces' || map.getZoom() >= PROVINCE_LINES_ZOOM) bringProvinces(state, draw, options);
      });
    },
    redress(locale) {
      state.locale = locale;
      state.colours = readColours(container);
      whenReady(() => paint(state));
    },
    fit: (bounds) => { map.fitBounds(bounds, { padding: 40, maxZoom: 8 }); },
    zoomBy: (steps) => { map.easeTo({ zoom: map.getZoom() + steps, duration: 250 }); },
    zoomTo(id) {
      const circle = state.circles.find((one) => one.id === id);
      if (circle) map.easeTo({ center: [circle.lon, circle.lat], zoom: map.getZoom() + 1.5, duration: 500 });
    },
    degreesAt(x, y) {
      const { lng, lat } = map.unproject([x, y]);
      return { lon: lng, lat };
    },
    remove() {
      removed = true;
      document.fonts.removeEventListener('loadingdone', lettersCame);
      map.remove();
    },
  };
}

async function load(state: State, { interactive }: NewsMapOptions): Promise<void> {
  const [countries, disputed] = await Promise.all([loadCountries(), loadDisputed()]);
  Object.assign(state, { countries, disputed });
  setData(state.map, 'countries', countries);
  setData(state.map, 'disputed', disputed);
  if (!interactive) state.map.getCanvas().tabIndex = -1;
}

/** Twice as heavy as the countries, and seen only from near. */
function bringProvinces(state: State, draw: () => void, { onError }: NewsMapOptions): void {
  if (state.provinces) return;
  void loadProvinces().then((provinces) => {
    if (state.provinces || !state.map.getSource('provinces')) return;
    state.provinces = provinces;
    setData(state.map, 'provinces', provinces);
    showScene(state);
    draw();
  }, onError);
}

function paint({ map, colours }: State): void {
  for (const [layer, properties] of Object.entries(paintOf(colours))) {
    for (const [name, value] of Object.entries(properties)) map.setPaintProperty(layer, name as 'fill-color', value as never);
  }
  const image = hatchImage(colours.hatch);
  if (map.hasImage(HATCH)) map.removeImage(HATCH);
  if (image) map.addImage(HATCH, image, { pixelRatio: 2 });
}

function regroup(state: State): void {
  const before = state.circles.map(({ id, others }) => id + others.length).join();
  state.circles = circlesOf(state.scene.points, state.map.getZoom());
  if (before !== state.circles.map(({ id, others }) => id + others.length).join()) setData(state.map, 'places', asFeatures(state.circles));
}

function showScene(state: State): void {
  const { map, scene } = state;
  const isShaded = (name: string) => scene.shade === name;
  map.setLayoutProperty('provinces', 'visibility', isShaded('provinces') ? 'visible' : 'none');
  map.setFilter('neutral', ['in', ['get', 'neutral'], ['literal', isShaded('provinces') ? ['always'] : ['always', 'countries']]]);
  for (const name of ['countries', 'provinces'] as const) {
    map.removeFeatureState({ source: name });
    if (!isShaded(name)) continue;
    for (const [id, shade] of scene.shades) map.setFeatureState({ source: name, id }, { shade });
  }
  for (const layer of ['chosen', 'chosen-provinces', 'halo']) map.setFilter(layer, ['in', ['get', 'id'], ['literal', [...scene.chosen]]]);
  state.circles = circlesOf(scene.points, map.getZoom());
  setData(map, 'places', asFeatures(state.circles));
}

function writeNames({ map, scene, circles, colours, locale, countries, provinces, disputed }: State, { names, container, tiles, more }: NewsMapOptions): void {
  const size = { width: container.clientWidth, height: container.clientHeight };
  const view = { ...size, zoom: map.getZoom(), project: (lon: number, lat: number) => map.project([lon, lat]) };
  const wishes = namesFor(view, locale, {
    clusters: circles, more, shaded: scene.shade === 'countries' ? scene.shades : new Map(), disputed,
    // tiles name their countries themselves
    countries: tiles ? null : countries, provinces: tiles ? null : provinces,
  });
  const discs = circles.map(({ lon, lat, radius }) => ({ ...view.project(lon, lat), radius }));
  // the library's own style sheet gives its container another font
  const family = getComputedStyle(names).fontFamily;
  const placed = drawNames(names, size, wishes, discs.map(({ x, y, radius }) => ({ x, y, radius })), { colours, rtl: languageOf(locale) === 'ar', family });
  names.dataset.names = placed.slice(0, 60).map(({ text }) => text).join('|');
}

function pickedAt(state: State, point: { x: number; y: number }): Picked | null {
  const { map, disputed } = state;
  const [found] = map.queryRenderedFeatures([point.x, point.y], { layers: PICKED_LAYERS });
  const id = found?.properties.id as string | undefined;
  if (found?.layer.id === 'circles' && id) {
    return { kind: 'point', id, others: state.circles.find((circle) => circle.id === id)?.others ?? [] };
  }
  const hatched = disputed ? map.queryRenderedFeatures([point.x, point.y], { layers: ['neutral'] })[0]?.properties : undefined;
  // whose it is, is disputed: a click on it chooses no country
  if (hatched) return { kind: 'disputed', id: String(hatched.id) };
  return id ? { kind: 'area', id } : null;
}

function listenToPointer(state: State, { onPick, onHover }: NewsMapOptions): void {
  const { map } = state;
  if (onPick) {
    map.on('click', ({ point }) => {
      const picked = pickedAt(state, point);
      if (picked) onPick(picked);
    });
  }
  if (onHover) {
    map.on('mousemove', ({ point }) => {
      const picked = pickedAt(state, point);
      map.getCanvas().style.cursor = picked ? 'pointer' : '';
      onHover(picked ? { picked, x: point.x, y: point.y } : null);
    });
    map.on('mouseout', () => onHover(null));
  }
}
