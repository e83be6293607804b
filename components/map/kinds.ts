import type { PlaceKind } from '@/lib/place';

/** Shaded: its representative point is never drawn, nobody is there. */
export const isArea = (kind: PlaceKind): boolean => kind === 'country' || kind === 'admin1' || kind === 'admin2';

/** Drawn as a circle where it lies. Seas and world regions are neither: only the table has them. */
export const isPoint = (kind: PlaceKind): boolean => kind === 'city' || kind === 'district' || kind === 'site';
