import type { BucketWidth } from './trends';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** More than a chart can show, and than one question should count. */
export const MAX_BUCKETS = 2_000;

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** @throws RangeError where Intl knows no such zone */
function formatOf(tz: string): Intl.DateTimeFormat {
  let format = FORMATS.get(tz);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US-u-ca-iso8601', {
      timeZone: tz, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', era: 'short',
    });
    FORMATS.set(tz, format);
  }
  return format;
}

export function isTimeZone(tz: string): boolean {
  try {
    formatOf(tz);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** What the clocks of a zone show, as if it were UTC, in milliseconds. */
export function wallTime(at: number, tz: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(tz).formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** How far the clocks of the zone are ahead of UTC at that instant, in milliseconds. */
const offsetAt = (at: number, tz: string) => wallTime(at, tz) - Math.floor(at / 1000) * 1000;

/**
 * The first instant at which the zone's clocks show `wall` or later: where they jump over it, the jump; where they show it twice, the first time.
 */
export function instantOf(wall: number, tz: string): number {
  const candidates = [wall - offsetAt(wall - DAY, tz), wall - offsetAt(wall + DAY, tz)].sort((a, b) => a - b);
  return candidates.find((at) => wallTime(at, tz) >= wall) ?? (candidates[1] as number);
}

/** Monday's midnight, since 1 January 1970 was a Thursday. */
const weekStart = (wall: number) => Math.floor((wall + 3 * DAY) / (7 * DAY)) * 7 * DAY - 3 * DAY;

function floorWall(wall: number, width: BucketWidth): number {
  if (width === 'week') return weekStart(wall);
  const ms = width === 'day' ? DAY : width === 'hour' ? HOUR : MINUTE;
  return Math.floor(wall / ms) * ms;
}

/** The start of the bucket that holds an instant. */
export function bucketOf(at: Date, width: BucketWidth, tz: string): Date {
  const time = at.getTime();
  if (width === 'minute') return new Date(Math.floor(time / MINUTE) * MINUTE);
  const wall = wallTime(time, tz);
  // within the hour the offset may have jumped, so hours are counted back from the instant itself
  if (width === 'hour') return new Date(Math.floor(time / 1000) * 1000 - (wall - floorWall(wall, 'hour')));
  return new Date(instantOf(floorWall(wall, width), tz));
}

function nextOf(start: Date, width: BucketWidth, tz: string): Date {
  const time = start.getTime();
  if (width === 'minute') return new Date(time + MINUTE);
  if (width === 'hour') {
    const next = bucketOf(new Date(time + HOUR), 'hour', tz).getTime();
    // where the clocks go back by half an hour, one hour is an hour and a half
    return new Date(next - time >= HOUR ? next : next + HOUR);
  }
  return new Date(instantOf(floorWall(wallTime(time, tz), width) + (width === 'day' ? DAY : 7 * DAY), tz));
}

/**
 * The edges of the buckets that [from, to) touches: the start of each, and last the end of the last. Days and weeks (from Monday) are the zone's own.
 * @param tz IANA name
 * @returns null where there are more than MAX_BUCKETS
 */
export function bucketEdges(from: Date, to: Date, width: BucketWidth, tz: string): Date[] | null {
  const edges = [bucketOf(from, width, tz)];
  for (let last = edges[0] as Date; last < to; edges.push(last)) {
    if (edges.length > MAX_BUCKETS) return null;
    last = nextOf(last, width, tz);
  }
  return edges;
}
