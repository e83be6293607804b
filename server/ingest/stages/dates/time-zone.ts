import { ZONE_LETTERS } from './zone-names';

/** What names a zone: the minutes east of UTC that its letters may mean, the likeliest first, or an IANA name. */
export type Zone = readonly number[] | string;

const OFFSET = /^(?:gmt|utc|ut|z)?([+-])(\d{1,2}):?(\d{2})?(?::?\d{2})?$/u;
const IANA = /^[a-z]+(?:_[a-z]+)*\/[a-z0-9_+/-]+$/u;
const LARGEST_OFFSET = 14 * 60;

/** "+0300", "+03:00", "+3", "GMT+3", "EST", "Asia/Amman", folded -> the zone; null for what is none. */
export function namedZone(word: string): Zone | null {
  const known = ZONE_LETTERS.get(word);
  if (known !== undefined) return known;
  if (IANA.test(word)) return isZone(word) ? word : null;
  const match = OFFSET.exec(word);
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (minutes > LARGEST_OFFSET || Number(match[3] ?? 0) > 59) return null;
  return [match[1] === '-' ? -minutes : minutes];
}

/**
 * Minutes east of UTC when clocks show `localMs` (a wall-clock time as if it were UTC). `home` is the feed's IANA zone: letters that
 * mean several zones mean the one whose clocks these are.
 */
export function offsetOf(zone: Zone, localMs: number, home: string | null): number {
  if (typeof zone === 'string') return zoneOffsetMinutes(zone, localMs);
  const [first = 0] = zone;
  if (zone.length < 2 || home === null) return first;
  const atHome = zoneOffsetMinutes(home, localMs);
  return zone.includes(atHome) ? atHome : first;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

const DAY_MS = 86_400_000;

/**
 * How far an IANA zone is east of UTC when its own clocks show `localMs` (a wall-clock time as if it were UTC). In the hour that a
 * change of clocks repeats, the first of the two; in one that it leaves out, as before the change. An unknown zone counts as UTC.
 */
export function zoneOffsetMinutes(zone: string, localMs: number): number {
  const before = offsetAt(zone, localMs - DAY_MS);
  if (offsetAt(zone, localMs - before * 60_000) === before) return before;
  const after = offsetAt(zone, localMs + DAY_MS);
  return offsetAt(zone, localMs - after * 60_000) === after ? after : before;
}

/** How far an IANA zone is east of UTC at an instant. An unknown zone counts as UTC. */
export function offsetAt(zone: string, utcMs: number): number {
  const formatter = formatterOf(zone);
  if (!formatter) return 0;
  const part = new Map(formatter.formatToParts(utcMs).map(({ type, value }) => [type, Number(value)]));
  const of = (name: Intl.DateTimeFormatPartTypes) => part.get(name) ?? 0;
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return Math.round((shown - Math.floor(utcMs / 1000) * 1000) / 60_000);
}

function formatterOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(timeZone);
  if (known) return known;
  if (!isZone(timeZone)) return null;
  const numeric = 'numeric';
  const formatter = new Intl.DateTimeFormat('en-US-u-nu-latn-ca-gregory', {
    timeZone, hourCycle: 'h23', year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric,
  });
  formatters.set(timeZone, formatter);
  return formatter;
}

function isZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
