import type { MapAnswer, MapFrame, MappedPlace } from '@/lib/map';
import { breaksOf, shadeOf, type Breaks } from './scale';
import type { Scene } from './news-map';

export type Measure = 'count' | 'share';

/** What the numbers look like: the whole span, or one hour of it. */
export interface Shown {
  countries: MappedPlace[];
  provinces: MappedPlace[];
  places: MappedPlace[];
  others: MappedPlace[];
  total: number;
}

const inFrame = (places: readonly MappedPlace[], { counts, total }: MapFrame): MappedPlace[] =>
  places.flatMap((place) => {
    const count = counts[place.id] ?? 0;
    return count > 0 ? [{ ...place, count, share: total === 0 ? 0 : count / total }] : [];
  });

/** The numbers of one hour, with roles and publishers as the whole span has them: an hour alone says little of these. */
export function shownOf(answer: MapAnswer, frame: MapFrame | null): Shown {
  if (!frame) return answer;
  const of = (places: readonly MappedPlace[]) => inFrame(places, frame).sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  return { countries: of(answer.countries), provinces: of(answer.provinces), places: of(answer.places), others: of(answer.others), total: frame.total };
}

export const measured = (place: Pick<MappedPlace, 'count' | 'share'>, measure: Measure): number => (measure === 'count' ? place.count : place.share);

/** One scale for all hours of a day: a shade means the same from the first to the last. */
export function scaleOf(answer: MapAnswer, frames: readonly MapFrame[] | null, areas: 'countries' | 'provinces', measure: Measure): Breaks {
  const values = frames
    ? frames.flatMap((frame) => inFrame(answer[areas], frame).map((place) => measured(place, measure)))
    : answer[areas].map((place) => measured(place, measure));
  return breaksOf(values, measure === 'count');
}

interface SceneParts {
  shown: Shown;
  areas: 'countries' | 'provinces';
  measure: Measure;
  breaks: Breaks;
  chosen: readonly string[];
  nameOf(place: MappedPlace): string;
}

/** What the map draws of the numbers: areas in shades, towns as circles. A province's or a country's representative point is no town. */
export function sceneOf({ shown, areas, measure, breaks, chosen, nameOf }: SceneParts): Scene {
  return {
    shade: areas,
    shades: new Map(shown[areas].map((place) => [place.id, shadeOf(measured(place, measure), breaks)])),
    points: shown.places.map((place) => ({ id: place.id, lat: place.lat, lon: place.lon, count: place.count, roles: place.roles, name: nameOf(place) })),
    chosen,
  };
}
