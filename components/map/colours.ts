import type { PlaceRole } from '@/lib/place';
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

export const ROLE_TOKENS: Record<PlaceRole, string> = { about: '--accent', venue: '--warn', actor: '--topic', dateline: '--soft', mentioned: '--faint' };

const css = ([red, green, blue]: Rgb) => `rgb(${red}, ${green}, ${blue})`;

export const mixed = (from: Rgb, to: Rgb, part: number): Rgb => [0, 1, 2].map((n) => Math.round((from[n] ?? 0) + ((to[n] ?? 0) - (from[n] ?? 0)) * part)) as unknown as Rgb;

/** light-dark() is settled by the browser: a token's colour is what an element has that is drawn in it. */
function reader(element: HTMLElement): { read(token: string): Rgb; end(): void } {
  const probe = element.appendChild(document.createElement('span'));
  return {
    read(token) {
      probe.style.color = `var(${token})`;
      const [red = 0, green = 0, blue = 0] = (getComputedStyle(probe).color.match(/[0-9.]+/gu) ?? []).map(Number);
      return [red, green, blue];
    },
    end: () => probe.remove(),
  };
}

/** The shades mix the land with the accent: on paper from pale to strong, on dark from dim to bright. */
const STRENGTHS = [0, 0.13, 0.26, 0.4, 0.55, 0.72];

export function readColours(element: HTMLElement): MapColours {
  const { read, end } = reader(element);
  const [land, accent] = [read('--surface'), read('--accent')];
  const roles = Object.fromEntries(Object.entries(ROLE_TOKENS).map(([role, token]) => [role, css(read(token))])) as Record<PlaceRole, string>;
  const colours: MapColours = {
    sea: css(read('--canvas')), land: css(land), line: css(read('--line')), border: css(read('--line-strong')), hatch: css(read('--faint')),
    ink: css(read('--ink')), soft: css(read('--soft')), faint: css(read('--faint')), chosen: css(read('--ink')),
    shades: Array.from({ length: SHADES + 1 }, (_, n) => css(mixed(land, accent, STRENGTHS[n] ?? 1))), roles,
  };
  end();
  return colours;
}
