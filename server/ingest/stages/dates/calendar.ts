import { fold } from '../../../../lib/text/fold';
import { hasTime, readClock, type Clock } from './clock';
import { readDay, type Day, type FigureOrder } from './day';
import { readIso, type IsoDate, type Precision } from './iso';
import type { Zone } from './time-zone';

export interface Calendar {
  /** the wall-clock time that was written, as if it were UTC */
  localMs: number;
  /** null where none was named */
  zone: Zone | null;
  /** the only zone that this way of writing is used in; null: none such */
  usualZone: string | null;
  precision: Precision;
}

const HANGUL_OR_HAN = /(\d{4})\s?[년年]\s?(\d{1,2})\s?[월月]\s?(\d{1,2})\s?[일日]?/u;
const KOREAN = /[년월일]|오전|오후/u;
const HIJRI_MONTH = '(?:محرم|صفر|ربيع الا?ول|ربيع (?:الثاني|الا?خر)|جمادي? ?(?:الا?ولي|الا?خره?|الثانيه?|الاخري)|رجب|شعبان|رمضان|شوال|ذو القعده|ذي القعده|ذو الحجه|ذي الحجه)';
/** The Islamic date that stands beside the other: 22 ذو الحجة 1438هـ */
const HIJRI = new RegExp(`\\d{1,2} ?(?:${HIJRI_MONTH} ?|[/-]\\d{1,2}[/-])1[34]\\d\\d(?: ?ه(?!\\p{L}))?|1[34]\\d\\d[/-]\\d{1,2}[/-]\\d{1,2} ?ه(?!\\p{L})`, 'u');
const OF_OUR_ERA = /(\d{4}) ?(?:م|ميلادي|ميلاديه)(?!\p{L})/gu;
const LEADING_WORD = /^[\p{L}.]+ ?[,،] ?(?=[\d\p{L}])/u;

/** One way of writing: folded, Western figures, no commas but a fraction's, a plain minus, no geresh, no Kurdish ending on a number. */
export function plainDate(raw: string): string {
  return fold(raw)
    .replace(/\u2212/gu, '-')
    .replace(/\u05f3|(?<=\d)ي(?=\s)/gu, '')
    .replace(HANGUL_OR_HAN, '$1-$2-$3 ')
    .replace(HIJRI, ' ')
    .replace(OF_OUR_ERA, '$1 ')
    .replace(/(?<!:\d\d)[,،؛]|[,،؛](?!\d)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * A date as a feed wrote it -> wall-clock time and zone; null for what is no date. Read are ISO 8601 and its neighbours, RFC 822 with
 * its misspellings, and day, month and year in many languages in any order. A word before the first comma is a weekday in some language.
 */
export function readCalendar(raw: string, order: FigureOrder): Calendar | null {
  const text = plainDate(raw);
  const date = readIso(text) ?? readWords(text, order) ?? readWords(plainDate(fold(raw).trim().replace(LEADING_WORD, '')), order);
  return date && join(date, KOREAN.test(raw) ? 'Asia/Seoul' : null);
}

function readWords(text: string, order: FigureOrder): IsoDate | null {
  const timed = hasTime(text);
  const clock = timed ? readClock(text) : { ms: 0, zone: null, rest: text };
  const day = clock && (readDay(clock.rest, order) ?? inIso(clock.rest));
  return day && { day, clock, precision: timed ? 'time' : 'day' };
}

/** The day of "Wed, 2017-09-13T10:30" has been read by then; this is "2017-256 10:30" and its like. */
function inIso(rest: string): Day | null {
  const date = readIso(rest);
  return date?.precision === 'day' ? date.day : null;
}

function join({ day: { year, month, day }, clock, precision }: IsoDate & { clock: Omit<Clock, 'rest'> }, usualZone: string | null): Calendar | null {
  // Date.UTC takes the years 0 to 99 for 1900 to 1999
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month, day);
  const exists = midnight.getUTCFullYear() === year && midnight.getUTCMonth() === month && midnight.getUTCDate() === day;
  return exists ? { localMs: midnight.getTime() + clock.ms, zone: clock.zone, usualZone, precision } : null;
}
