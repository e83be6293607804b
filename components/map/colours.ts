import type { PlaceRole } from '@/lib/place';
import { tokenColours } from '../ui/token-colours';
import { SHADES } from './scale';

export type Rgb = readonly [number, number, number];

/** What the map is drawn in, from the tokens of app/globals.css. */
export interface MapColours {
  sea: string;
  land: string;
  line: string;
  border: string;
  hatch: string;
  ink: string;
  soft: string;
  faint: string;
  chosen: string;
  /** from none to the strongest */
  shades: string[];
  roles: Record<PlaceRole, string>;
}

export const ROLE_TOKENS = { about: '--accent', venue: '--warn', actor: '--topic', dateline: '--soft', mentioned: '--faint' } as const satisfies Record<PlaceRole, string>;

const css = ([red, green, blue]: Rgb) => `rgb(${red}, ${green}, ${blue})`;

export const mixed = (from: Rgb, to: Rgb, part: number): Rgb => [0, 1, 2].map((n) => Math.round((from[n] ?? 0) + ((to[n] ?? 0) - (from[n] ?? 0)) * part)) as unknown as Rgb;

const parse = (colour: string): Rgb => {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[0-9.]+/gu) ?? []).map(Number);
  return [red, green, blue];
};

/** The shades mix the land with the accent: on paper from pale to strong, on dark from dim to bright. */
const STRENGTHS = [0, 0.13, 0.26, 0.4, 0.55, 0.72];

const TOKENS = ['--surface', '--accent', '--canvas', '--line', '--line-strong', '--ink', '--soft', '--faint', '--warn', '--topic'] as const;

export function readColours(element: HTMLElement): MapColours {
  const colours = tokenColours(element, TOKENS);
  const [land, accent] = [parse(colours['--surface']), parse(colours['--accent'])];
  const roles = Object.fromEntries(Object.entries(ROLE_TOKENS).map(([role, token]) => [role, colours[token]])) as Record<PlaceRole, string>;
  return {
    sea: colours['--canvas'], land: colours['--surface'], line: colours['--line'], border: colours['--line-strong'], hatch: colours['--faint'],
    ink: colours['--ink'], soft: colours['--soft'], faint: colours['--faint'], chosen: colours['--ink'],
    shades: Array.from({ length: SHADES + 1 }, (_, n) => css(mixed(land, accent, STRENGTHS[n] ?? 1))), roles,
  };
}
