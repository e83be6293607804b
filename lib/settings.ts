/** What a Marsad is set to by its readers: kept in the database, edited on the Settings page. */
export interface ProductSettings {
  /** a server of raster tiles under the map; null: none is asked for anything */
  mapTiles: MapTiles | null;
  /** the interface's language for whoever has not chosen one; null: the browser says */
  language: string | null;
  wall: WallSettings;
}

export interface MapTiles {
  /** https, with {z}, {x} and {y} in it */
  url: string;
  /** whom the map has to name; may be empty */
  attribution: string;
}

export interface WallSettings {
  /** IANA time zones of the clocks, the first one large; none: the zone of the machine that shows the wall */
  zones: string[];
  /** ids of the places that the wall tells of where its address has no filter; none: everything */
  places: string[];
}

export const DEFAULT_SETTINGS: ProductSettings = { mapTiles: null, language: null, wall: { zones: [], places: [] } };

export const MOST_CLOCKS = 4;
export const MOST_WALL_PLACES = 20;

/** A setting of the environment, as it holds. */
export interface EnvironmentSetting {
  name: string;
  /** null: not set, or a secret */
  value: string | null;
  /** what is never shown: only whether it is set */
  secret: boolean;
  from: 'environment' | 'default';
}

/** What is running here. */
export interface About {
  version: string;
  databaseBytes: number;
  articles: number;
  feeds: number;
  environment: EnvironmentSetting[];
}
