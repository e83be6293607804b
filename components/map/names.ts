import { countryName } from '../ui/names';
import { languageOf, type Locale } from '../ui/locale';
import type { Cluster } from './clusters';
import type { Named } from './draw-names';
import { boxOf, type Areas, type DisputedAreas } from './geometry';
import { toPlane } from './mercator';

export interface View {
  zoom: number;
  width: number;
  height: number;
  project(lon: number, lat: number): { x: number; y: number };
}

/** Names of provinces come when there is room for them. */
const PROVINCE_NAMES_ZOOM = 5.2;
const NO_COUNTRY_NAMES_ZOOM = 7.5;
const DISPUTED_NAMES_ZOOM = 6.2;
/** So many towns are named before any country is. */
const LEADING_TOWNS = 5;
/** A name may stand out over its country by this much, and the name of a small one by so many pixels. */
const OVERHANG = 1.15;
const SMALL_OVERHANG = 28;
const SMALL_FROM = 16;

const onScreen = ({ x, y }: { x: number; y: number }, { width, height }: View) => x > -60 && y > -20 && x < width + 60 && y < height + 20;

function room(box: readonly [number, number, number, number], zoom: number): number {
  return toPlane(box[2], 0, zoom).x - toPlane(box[0], 0, zoom).x;
}

interface AreaName {
  named: Named;
  size: number;
}

function areaNames(areas: Areas | null, view: View, kind: 'country' | 'province', nameOf: (properties: Areas['features'][number]['properties']) => string): Named[] {
  const names = (areas?.features ?? []).flatMap(({ properties }): AreaName[] => {
    const at = view.project(properties.at[0], properties.at[1]);
    if (!onScreen(at, view)) return [];
    const width = room(properties.box, view.zoom);
    return [{ size: width, named: { text: nameOf(properties), x: at.x, y: at.y, kind, gap: 0, room: Math.max(width * OVERHANG, width > SMALL_FROM ? width + SMALL_OVERHANG : 0) } }];
  });
  return names.sort((a, b) => b.size - a.size).map(({ named }) => named);
}

/** Names of disputed areas, hatched as they are: in the middle of each, from near. */
function disputedNames(areas: DisputedAreas | null, view: View, locale: Locale): Named[] {
  if (view.zoom < DISPUTED_NAMES_ZOOM) return [];
  return (areas?.features ?? []).flatMap(({ geometry, properties }): Named[] => {
    const [west, south, east, north] = boxOf(geometry);
    const at = view.project((west + east) / 2, (south + north) / 2);
    const text = languageOf(locale) === 'ar' ? properties.ar : properties.en;
    return onScreen(at, view) ? [{ text, x: at.x, y: at.y, kind: 'disputed', gap: 0, room: null }] : [];
  });
}

/**
 * The names that would stand on the map, the most important first: the towns that lead, then the countries of the news, then the other towns by their
 * mentions, other countries and provinces by their size.
 */
export function namesFor(view: View, locale: Locale, shown: {
  clusters: readonly (Cluster & { radius: number })[];
  /** shades of countries, by their ids; empty where provinces bear them */
  shaded: ReadonlyMap<string, number>;
  countries: Areas | null;
  provinces: Areas | null;
  disputed: DisputedAreas | null;
  more(name: string, others: number): string;
}): Named[] {
  const towns = [...shown.clusters].sort((a, b) => b.most - a.most).flatMap((cluster): Named[] => {
    const at = view.project(cluster.lon, cluster.lat);
    if (!onScreen(at, view)) return [];
    const text = cluster.others.length > 0 ? shown.more(cluster.name, cluster.others.length) : cluster.name;
    return [{ text, x: at.x, y: at.y, kind: 'place', gap: cluster.radius + 3, room: null }];
  });
  const countries = view.zoom > NO_COUNTRY_NAMES_ZOOM ? null : shown.countries;
  const countryNames = (ofNews: boolean) => areaNames(countries && { ...countries, features: countries.features.filter(({ properties: { id } }) => ofNews === ((shown.shaded.get(id) ?? 0) > 0)) }, view, 'country', ({ id }) => countryName(id, locale));
  const provinces = view.zoom < PROVINCE_NAMES_ZOOM ? [] : areaNames(shown.provinces, view, 'province', ({ en = '', ar = null }) => (languageOf(locale) === 'ar' ? (ar ?? en) : en));
  return [...towns.slice(0, LEADING_TOWNS), ...countryNames(true), ...disputedNames(shown.disputed, view, locale), ...towns.slice(LEADING_TOWNS), ...countryNames(false), ...provinces];
}
