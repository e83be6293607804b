import type { DateFlag } from '../../../../lib/article';
import { MOST } from '../bounds';
import { plainDate, readCalendar, type Calendar } from './calendar';
import { orderOf, type FigureOrder } from './day';
import { readEpoch } from './epoch';
import { readRelative, type Relative } from './relative';
import { offsetAt, offsetOf, zoneOffsetMinutes } from './time-zone';

export interface DateContext {
  now: Date;
  /** IANA name of the feed's zone; null: UTC */
  timezone: string | null;
  /** how this feed writes 03/04/2017, where its other dates tell */
  order?: FigureOrder;
}

export interface ReadDate {
  /** ISO 8601 in UTC; null where there is no date to be believed */
  at: string | null;
  flag: DateFlag | null;
}

interface Instant {
  ms: number;
  flag: DateFlag | null;
}

const EARLIEST = Date.UTC(1990, 0, 1);
/** Clocks differ; beyond a bucket of the charts a date in the future is none. */
const TOLERANCE_MS = 15 * 60_000;
const DAY_MS = 86_400_000;

/** What a feed wrote as a date -> the instant it means, or why there is none. Nothing is invented. */
export function readDate(raw: string | null, context: DateContext): ReadDate {
  if (raw === null || raw.trim() === '') return { at: null, flag: 'missing' };
  const instant = raw.length > MOST.date ? null : instantOf(raw, context);
  if (!instant) return { at: null, flag: 'unreadable' };
  if (instant.ms < EARLIEST) return { at: null, flag: 'implausible' };
  if (instant.ms > context.now.getTime() + TOLERANCE_MS) return { at: null, flag: 'future' };
  return { at: new Date(instant.ms).toISOString(), flag: instant.flag };
}

/** The order of day and month in a feed's dates, told by those that can only be one way round; null where none can, or they differ. */
export function figureOrder(raws: readonly (string | null)[]): FigureOrder {
  const told = new Set(raws.flatMap((raw) => (raw === null || raw.length > MOST.date ? [] : orderOf(plainDate(raw)) ?? [])));
  const [order = null] = told;
  return told.size === 1 ? order : null;
}

function instantOf(raw: string, context: DateContext): Instant | null {
  const plain = plainDate(raw);
  const epoch = readEpoch(plain);
  if (epoch !== null) return { ms: epoch, flag: null };
  const calendar = readCalendar(raw, context.order ?? null);
  if (calendar) return fromCalendar(calendar, context.timezone);
  const relative = readRelative(plain);
  return relative && fromRelative(relative, context);
}

const FLAG_OF = { time: null, day: 'day-only', month: 'approximate' } as const;

function fromCalendar({ localMs, zone, usualZone, precision }: Calendar, timezone: string | null): Instant {
  const offset = zone === null ? zoneOffsetMinutes(timezone ?? usualZone ?? 'UTC', localMs) : offsetOf(zone, localMs, timezone);
  return { ms: localMs - offset * 60_000, flag: FLAG_OF[precision] ?? (zone === null ? 'no-zone' : null) };
}

/** "yesterday" is the feed's, not ours; where nobody knows the feed's clocks it is only nearly so. */
function fromRelative(relative: Relative, { now, timezone }: DateContext): Instant {
  if (relative.kind === 'ago') return { ms: now.getTime() - relative.ms, flag: 'approximate' };
  const zone = timezone ?? 'UTC';
  const localNow = now.getTime() + offsetAt(zone, now.getTime()) * 60_000;
  const localMs = Math.floor(localNow / DAY_MS - relative.daysAgo) * DAY_MS + (relative.timeMs ?? 0);
  const flag = timezone === null ? 'approximate' : relative.timeMs === null ? 'day-only' : 'no-zone';
  return { ms: localMs - zoneOffsetMinutes(zone, localMs) * 60_000, flag };
}
