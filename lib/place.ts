import type { Label } from './label';

export const PLACE_KINDS = ['city', 'admin1', 'admin2', 'country', 'region', 'water', 'site', 'district'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Strongest first: an article gives a place one role, the first of these that fits anywhere in it. */
export const PLACE_ROLES = ['about', 'venue', 'actor', 'dateline', 'mentioned'] as const;
export type PlaceRole = (typeof PLACE_ROLES)[number];

/** A row of the gazetteer. `lat`/`lon` (WGS 84 degrees) is a representative point, whatever the kind. */
export interface Place {
  /** ISO 3166-1 alpha-2 for countries, the GeoNames id where there is one, else a slug */
  id: string;
  geonamesId: number | null;
  name: Label;
  kind: PlaceKind;
  /** ISO 3166-1 alpha-2; null for what lies in several countries or in none */
  country: string | null;
  admin1: { code: string; name: string } | null;
  lat: number;
  lon: number;
  /** ids of everything it lies within, nearest first: a smaller unit where one is known, province, country, regions */
  within: string[];
}

export type TextField = 'title' | 'text';

/** The words that gave a mention its role: UTF-16 offsets in the mention's field, and what they are a cue of. */
export interface RoleCue {
  start: number;
  end: number;
  phrase: string;
  /** `venue: held in`; the role and a name for the rule, for people */
  rule: string;
}

/** Where in the text a place is named: UTF-16 offsets in `field`, without glued proclitics. */
export interface PlaceMention {
  field: TextField;
  start: number;
  end: number;
  phrase: string;
  form: 'name' | 'demonym';
  /** what this mention says the place is to the article; left out where nothing marks it */
  role?: PlaceRole;
  /** left out where no word of the text gave the role */
  cue?: RoleCue;
}

/** Another place that a name may have meant: enough of it to offer it to a reader. */
export interface PlaceAlternative {
  id: string;
  name: Label;
  country: string | null;
  kind: PlaceKind;
  /** on the scale of the tag's own score */
  score: number;
}

export interface PlaceTag {
  place: Place;
  role: PlaceRole;
  /** 0 to 1: how sure that it is this place */
  score: number;
  mentions: PlaceMention[];
  /** best first, four at most; none where the name is unambiguous */
  alternatives: PlaceAlternative[];
}
