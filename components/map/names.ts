import { countryName } from '../ui/names';
import type { Locale } from '../ui/locale';
import type { Cluster } from './clusters';
import type { Named } from './draw-names';
import type { Areas } from './geometry';
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
/** A name may stand out over its country by this much. */
const OVERHANG = 1.15;

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
    return [{ size: width, named: { text: nameOf(properties), x: at.x, y: at.y, kind, gap: 0, room: width * OVERHANG } }];
  });
  return names.sort((a, b) => b.size - a.size).map(({ named }) => named);
}

/** The names that would stand on the map, the most important first: towns by their mentions, then countries and provinces by their size. */
export function namesFor(view: View, locale: Locale, shown: {
  clusters: readonly (Cluster & { radius: number })[];
  countries: Areas | null;
  provinces: Areas | null;
  more(name: string, others: number): string;
}): Named[] {
  const towns = shown.clusters.flatMap((cluster): Named[] => {
    const at = view.project(cluster.lon, cluster.lat);
    if (!onScreen(at, view)) return [];
    const text = cluster.others.length > 0 ? shown.more(cluster.name, cluster.others.length) : cluster.name;
    return [{ text, x: at.x, y: at.y, kind: 'place', gap: cluster.radius + 3, room: null }];
  });
  const countries = view.zoom > NO_COUNTRY_NAMES_ZOOM ? [] : areaNames(shown.countries, view, 'country', ({ id }) => countryName(id, locale));
  const provinces = view.zoom < PROVINCE_NAMES_ZOOM ? [] : areaNames(shown.provinces, view, 'province', ({ en = '', ar = null }) => (locale === 'ar' ? (ar ?? en) : en));
  return [...towns, ...countries, ...provinces];
}
