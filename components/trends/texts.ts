import { wallTime } from '@/lib/buckets';
import { readKeyName } from '@/lib/key';
import type { Label } from '@/lib/label';
import type { BucketWidth } from '@/lib/trends';
import { dateFormat, formatNumber, labelIn } from '../ui/format';
import { intlTag, type Locale } from '../ui/locale';
import { languageName } from '../ui/names';
import { isMidnight } from './scale';
import type { Measure } from './view';

const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const DAY: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' };

/** A bucket's time in words: an hour from when to when, a day by its date, a week from its first day to its last. */
export function bucketText(start: string, end: string, bucket: BucketWidth, locale: Locale, tz: string): string {
  const from = new Date(start);
  if (bucket === 'day') return dateFormat(locale, tz, 'trends day', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(from);
  if (bucket === 'week') return dateFormat(locale, tz, 'trends week', { day: 'numeric', month: 'long', year: 'numeric' }).formatRange(from, new Date(Date.parse(end) - 1));
  if (bucket === 'minute') return dateFormat(locale, tz, 'trends minute', { ...DAY, ...TIME }).format(from);
  return dateFormat(locale, tz, 'trends hour', { ...DAY, ...TIME }).formatRange(from, new Date(end));
}

/** Below the chart: the clock, but at midnight the day. */
export function tickText(start: string, bucket: BucketWidth, locale: Locale, tz: string): string {
  const at = new Date(start);
  const clock = bucket === 'minute' || bucket === 'hour';
  if (clock && !isMidnight(start, tz)) return dateFormat(locale, tz, 'trends clock', TIME).format(at);
  return dateFormat(locale, tz, `trends date ${clock}`, clock ? { weekday: 'short', day: 'numeric' } : { day: 'numeric', month: 'short' }).format(at);
}

/** From when to when, for headings and exports. */
export function spanText(from: string, to: string, locale: Locale, tz: string): string {
  const days = Date.parse(to) - Date.parse(from) > 3 * 86_400_000;
  const options: Intl.DateTimeFormatOptions = days ? { day: 'numeric', month: 'long', year: 'numeric' } : { day: 'numeric', month: 'long', ...TIME };
  return dateFormat(locale, tz, `trends span ${days}`, options).formatRange(new Date(from), new Date(Date.parse(to) - 1));
}

const parts = new Map<string, Intl.NumberFormat>();

/** A share with as many places as it needs to be told from its neighbours: 12%, 3.4%, 0.25%. */
export function shareText(share: number, locale: Locale): string {
  const digits = share === 0 || share >= 0.1 ? 0 : share >= 0.01 ? 1 : 2;
  const key = `${intlTag(locale)} ${digits}`;
  const format = parts.get(key) ?? new Intl.NumberFormat(intlTag(locale), { style: 'percent', maximumFractionDigits: digits });
  parts.set(key, format);
  return format.format(share);
}

/** A value as its measure is written; rough ones (what a bucket is headed for) to the whole. */
export const valueText = (value: number, measure: Measure, locale: Locale): string => (measure === 'count' ? formatNumber(Math.round(value), locale) : shareText(value, locale));

const NAME_LETTERS = 60;
const safe = (name: string) => name.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-+|-+$/gu, '');

/** What a file with a chart is called: by what it shows and the days of its span, in the zone's clocks. Letters, digits, - and _ alone, without its ending. */
export function fileNameOf(names: readonly string[], from: string, to: string, tz: string): string {
  const day = (at: number) => new Date(wallTime(at, tz)).toISOString().slice(0, 10);
  const [first, last] = [day(Date.parse(from)), day(Date.parse(to) - 1)];
  const name = safe([...names.map(safe).join('-')].slice(0, NAME_LETTERS).join(''));
  return ['marsad', name, first === last ? first : `${first}_${last}`].filter((part) => part !== '').join('-');
}

/** What a series is called. Languages have no names of their own in the answers. */
export function seriesName(key: string, label: Label, locale: Locale, all: string): string {
  const { kind, id } = readKeyName(key);
  if (kind === 'lang') return languageName(id, locale);
  return key === 'all' ? all : labelIn(label, locale);
}
