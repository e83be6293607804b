import type { Label } from '@/lib/label';
import type { Locale } from './locale';
import { dateTag, intlTag, languageOf } from './locale';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

// Formatters are dear to make and there are thousands of times on a page.
const cache = new Map<string, Intl.DateTimeFormat | Intl.RelativeTimeFormat | Intl.NumberFormat>();

function cached<T extends Intl.DateTimeFormat | Intl.RelativeTimeFormat | Intl.NumberFormat>(key: string, make: () => T): T {
  const known = cache.get(key);
  if (known) return known as T;
  const made = make();
  cache.set(key, made);
  return made;
}

export function formatNumber(value: number, locale: Locale): string {
  return cached(`number ${locale}`, () => new Intl.NumberFormat(intlTag(locale))).format(value);
}

/** A power of ten in words: "100 million". Beyond a quadrillion it says no more. */
export function formatPower(power: number, locale: Locale): string {
  const format = cached(`power ${locale}`, () => new Intl.NumberFormat(intlTag(locale), { notation: 'compact', compactDisplay: 'long' }));
  return format.format(10 ** Math.max(0, Math.min(Math.floor(power), 15)));
}

/** A share of one, in whole percent: 86%. */
export function formatShare(share: number, locale: Locale): string {
  return cached(`share ${locale}`, () => new Intl.NumberFormat(intlTag(locale), { style: 'percent', maximumFractionDigits: 0 })).format(share);
}

/** How many a day: to the tenth where it is few. */
export function formatRate(value: number, locale: Locale): string {
  const digits = value < 10 ? 1 : 0;
  return cached(`rate ${digits} ${locale}`, () => new Intl.NumberFormat(intlTag(locale), { maximumFractionDigits: digits })).format(value);
}

const UNITS = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', 1000],
] as const;

/** A length of time in the largest unit that it fills, rounded: "5 minutes". */
export function formatDuration(seconds: number, locale: Locale): string {
  const ms = Math.max(0, seconds) * 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.round(ms / length) >= 1 && ms >= length * 0.95) ?? (['second', 1000] as const);
  const format = cached(`length ${unit} ${locale}`, () => new Intl.NumberFormat(intlTag(locale), { style: 'unit', unit, unitDisplay: 'long' }));
  return format.format(Math.round(ms / size));
}

/** A short time as it was measured: "340ms", "1.2s". */
export function formatMilliseconds(ms: number, locale: Locale): string {
  const [unit, value, digits] = ms < 1000 ? (['millisecond', ms, 0] as const) : (['second', ms / 1000, 1] as const);
  const options: Intl.NumberFormatOptions = { style: 'unit', unit, unitDisplay: 'narrow', maximumFractionDigits: digits };
  return cached(`short ${unit} ${locale}`, () => new Intl.NumberFormat(intlTag(locale), options)).format(value);
}

/** How long until then, in words; null for less than half a minute, and for what is past. */
export function formatAhead(iso: string, now: number, locale: Locale): string | null {
  const ahead = Date.parse(iso) - now;
  if (ahead < MINUTE / 2) return null;
  const [unit, size] = UNITS.find(([, length]) => ahead >= length * 0.95) ?? (['minute', MINUTE] as const);
  const format = cached(
    `age ${locale}`,
    () => new Intl.RelativeTimeFormat(intlTag(locale), { style: languageOf(locale) === 'ar' ? 'long' : 'narrow' }),
  );
  return unit === 'second' ? format.format(1, 'minute') : format.format(Math.round(ahead / size), unit);
}

/** Bytes as people say them: "12 kB". */
export function formatBytes(bytes: number, locale: Locale): string {
  const [unit, size] = bytes >= 1_000_000 ? (['megabyte', 1_000_000] as const) : bytes >= 1_000 ? (['kilobyte', 1_000] as const) : (['byte', 1] as const);
  const options: Intl.NumberFormatOptions = { style: 'unit', unit, unitDisplay: size === 1 ? 'long' : 'short', maximumFractionDigits: bytes / size < 10 && size > 1 ? 1 : 0 };
  return cached(`bytes ${unit} ${options.maximumFractionDigits} ${locale}`, () => new Intl.NumberFormat(intlTag(locale), options)).format(bytes / size);
}

/**
 * How long ago, in words; null for less than a minute, which has a word of its own in the messages. Beyond a week: the date.
 * A time slightly ahead of this clock counts as now.
 */
export function formatAge(iso: string, now: number, locale: Locale, timeZone: string): string | null {
  const age = now - Date.parse(iso);
  if (age < MINUTE) return null;
  if (age >= 7 * DAY)
    return dateFormat(locale, timeZone, 'date', { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(iso));
  const format = cached(
    `age ${locale}`,
    () => new Intl.RelativeTimeFormat(intlTag(locale), { style: languageOf(locale) === 'ar' ? 'long' : 'narrow' }),
  );
  if (age < HOUR) return format.format(-Math.floor(age / MINUTE), 'minute');
  if (age < DAY) return format.format(-Math.floor(age / HOUR), 'hour');
  return format.format(-Math.floor(age / DAY), 'day');
}

/** To the second: for the badge, where a minute is long. */
export function formatSeconds(iso: string, now: number, locale: Locale): string | null {
  const age = now - Date.parse(iso);
  if (age < 1000 || age >= MINUTE) return null;
  const format = cached(
    `age ${locale}`,
    () => new Intl.RelativeTimeFormat(intlTag(locale), { style: languageOf(locale) === 'ar' ? 'long' : 'narrow' }),
  );
  return format.format(-Math.floor(age / 1000), 'second');
}

/** A zone's distance in one piece: after Arabic letters "+3" would be turned round to "3+" (UAX #9, W4 to N2). */
function isolatedOffset(zone: string): string {
  return zone.replace(/(?<=\p{Script=Arabic})[+\u2212-][\p{Nd}:]+/u, '\u2066$&\u2069');
}

/** Day, time to the second and zone. */
export function formatExact(iso: string, locale: Locale, timeZone: string): string {
  const format = dateFormat(locale, timeZone, 'exact', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  return format.formatToParts(new Date(iso)).map(({ type, value }) => (type === 'timeZoneName' ? isolatedOffset(value) : value)).join('');
}

/** The time on the clock, with the day where the chart spans several. */
export function formatBucket(iso: string, locale: Locale, timeZone: string, withDay: boolean): string {
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  const day: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric' };
  return dateFormat(locale, timeZone, `bucket ${withDay}`, withDay ? { ...day, ...time } : time).format(new Date(iso));
}

/** Day and time to the minute, short: for a column of moments. */
export function formatMoment(iso: string, locale: Locale, timeZone: string): string {
  return dateFormat(locale, timeZone, 'moment', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(iso));
}

/** A day by itself, from its date, by which no clock goes: "23 November". @param timeZone the reader's, for the names of months */
export function formatDate(date: string, locale: Locale, timeZone: string): string {
  const format = cached(`day and month ${locale} ${timeZone}`, () => new Intl.DateTimeFormat(dateTag(locale, timeZone), { day: 'numeric', month: 'long', timeZone: 'UTC' }));
  return format.format(new Date(`${date}T00:00:00Z`));
}

/** The day alone, for the axis of a chart that spans several. */
export function formatDay(iso: string, locale: Locale, timeZone: string): string {
  return dateFormat(locale, timeZone, 'day', { weekday: 'short', day: 'numeric' }).format(new Date(iso));
}

/** What a clock on the wall shows: "14:05". */
export function formatClock(now: number, locale: Locale, timeZone: string): string {
  return dateFormat(locale, timeZone, 'clock', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(now);
}

/** "Sunday 29 November". */
export function formatLongDay(now: number, locale: Locale, timeZone: string): string {
  return dateFormat(locale, timeZone, 'long day', { weekday: 'long', day: 'numeric', month: 'long' }).format(now);
}

/** A time zone in the interface's language: "Jordan Time". */
export function formatZone(now: number, locale: Locale, timeZone: string): string {
  const parts = dateFormat(locale, timeZone, 'zone', { timeZoneName: 'shortGeneric' }).formatToParts(now);
  return isolatedOffset(parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone);
}

/** A format by its name, made once: by the zone's clocks, with the months as they are called there. */
export function dateFormat(locale: Locale, timeZone: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return cached(`${name} ${locale} ${timeZone}`, () => new Intl.DateTimeFormat(dateTag(locale, timeZone), { ...options, timeZone }));
}

/** A name in the interface's language; the other where there is none. IPTC writes its English names small. */
export function labelIn(label: Label, locale: Locale): string {
  return languageOf(locale) === 'ar' && label.ar !== null ? label.ar : label.en.charAt(0).toLocaleUpperCase('en') + label.en.slice(1);
}
