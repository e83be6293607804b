import { parseArgs } from 'node:util';
import { VIEWS, type ViewName } from './views';

export const WIDTHS = [390, 1440, 2560] as const;
export type Width = (typeof WIDTHS)[number];

export interface ScreenshotOptions {
  views: readonly ViewName[];
  widths: readonly Width[];
}

const NAMES = Object.keys(VIEWS) as ViewName[];

export const HELP = `usage: npm run screenshots -- [options]

Takes a picture of every main view, in both languages, light and dark, at each width, into screenshots/. Marsad runs on newspapers of its own, which
have told the sample wire's texts for eight days, and one place more than usual in the last two hours.

  --only VIEWS    some of ${NAMES.join(',')}
  --width WIDTHS  some of ${WIDTHS.join(',')}
  --help          this
`;

function someOf<T>(option: string, text: string | undefined, all: readonly T[]): readonly T[] {
  if (text === undefined) return all;
  const wanted = text.split(',');
  const wrong = wanted.find((one) => !all.some((known) => String(known) === one));
  if (wrong !== undefined) throw new Error(`${option} takes some of ${all.join(',')}, not "${wrong}"`);
  return all.filter((one) => wanted.includes(String(one)));
}

/** @returns null where only help was asked for. @throws saying what is wrong with the command line */
export function readOptions(argv: string[]): ScreenshotOptions | null {
  const { values } = parseArgs({ args: argv, options: { only: { type: 'string' }, width: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } } });
  if (values.help) return null;
  return { views: someOf('--only', values.only, NAMES), widths: someOf('--width', values.width, WIDTHS) };
}
