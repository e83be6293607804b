import type { FilterQuery } from './events';
import type { Label } from './label';
import type { PlaceKind, PlaceRole } from './place';

/** What /api/v1/map answers: how often the places of a filter are named, and as what. Times are ISO 8601 in UTC. */

/** A place that articles of the filter name. What lies within it counts for it too: Syria has what names Homs. */
export interface MappedPlace {
  id: string;
  label: Label;
  kind: PlaceKind;
  country: string | null;
  /** degrees, WGS 84. Of a country or a province a representative point: nothing happened there */
  lat: number;
  lon: number;
  /** ids of what it lies within, nearest first */
  within: string[];
  /** articles that name it; in one of the roles that the filter asks for, where it does */
  count: number;
  /** of all articles of the filter, 0 to 1 */
  share: number;
  /** distinct publisher families */
  publishers: number;
  /** articles by its role in them. Their sum may be more than `count`: an article may be about Homs and mention Aleppo, and both are Syria */
  roles: Partial<Record<PlaceRole, number>>;
}

/** The articles of one hour. */
export interface MapFrame {
  start: string;
  /** articles of the filter */
  total: number;
  /** place id -> articles that name it */
  counts: Record<string, number>;
}

export interface MapAnswer {
  from: string;
  to: string;
  /** articles of the filter */
  total: number;
  countries: MappedPlace[];
  /** provinces and what lies between them and towns */
  provinces: MappedPlace[];
  /** towns, quarters and sites: what has a place of its own on the map */
  places: MappedPlace[];
  /** world regions and waters */
  others: MappedPlace[];
  /** places with fewer mentions that `limit` left out */
  leftOut: number;
  /** hour by hour, where it was asked for */
  frames?: MapFrame[];
}

export interface MapQuery {
  filter: FilterQuery;
  limit: number;
  /** with the hours of the span, of the last day of it where it is longer */
  hours: boolean;
}
