import { BESIDE_A_DATE, MONTHS } from './month-names';
import { namedZone, type Zone } from './time-zone';
import { ZONE_CLOCKS } from './zone-names';

export interface Clock {
  /** since midnight */
  ms: number;
  /** null where no zone was named */
  zone: Zone | null;
  /** what stands around the time and the zone */
  rest: string;
}

const HALF = '(am|pm|a\\.m\\.?|p\\.m\\.?|صباحا|مساء|ظهرا|عصرا|فجرا|ليلا|ص|م|오전|오후|上午|下午|πμ|μμ)(?![\\p{L}\\p{N}])';
const TIME = new RegExp(`(?:^|[\\s_-]|(?<=\\d)t)(\\d{1,2})(?::|h)(\\d{2})(?::(\\d{2})(?:[.,:](\\d{1,9}))?)?(?:\\s*${HALF})?(?![\\d:])`, 'u');
/** "10 PM", "الساعة 10 مساء", "10h" */
const HOUR = new RegExp(`(?:^|\\s)(\\d{1,2})(?:\\s*${HALF}|h(?=\\s|$))`, 'u');
const HALF_FIRST = new RegExp(`${HALF}\\s*(\\d{1,2}:\\d{2}(?::\\d{2})?)`, 'u');
const MORNING = new Set(['صباحا', 'فجرا', 'ص', '오전', '上午', 'πμ']);
const UNKNOWN_ZONE = /^(?:[a-z]{1,5}|[+-]\d{1,6})$/u;

export const hasTime = (folded: string) => TIME.test(folded) || HOUR.test(folded);

/** The time of day in a folded text, with the zone after it; null for a time that no clock shows. */
export function readClock(folded: string): Clock | null {
  const text = folded.replace(HALF_FIRST, '$2 $1');
  const match = TIME.exec(text);
  if (match) return clockOf(text, match, [match[1], match[2], match[3], match[4], match[5]]);
  const hourOnly = HOUR.exec(text);
  return hourOnly ? clockOf(text, hourOnly, [hourOnly[1], '0', '0', '', hourOnly[2]]) : null;
}

function clockOf(text: string, match: RegExpExecArray, [h, m, s, fraction, half]: readonly (string | undefined)[]): Clock | null {
  const [hour, minute, second] = [hourOf(Number(h), half), Number(m), Number(s ?? 0)];
  if (hour === null || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return null;
  const milli = Number((fraction ?? '').slice(0, 3).padEnd(3, '0'));
  const { zone, rest } = readZone(text.slice(match.index + match[0].length));
  return { ms: ((hour * 60 + minute) * 60 + second) * 1000 + milli, zone, rest: `${text.slice(0, match.index)} ${rest}`.trim() };
}

/** "13:30 PM" says the same twice; "13:30 AM" says nothing. */
function hourOf(written: number, half: string | undefined): number | null {
  if (written > 24) return null;
  if (half === undefined) return written;
  const morning = MORNING.has(half) || half.startsWith('a') || (half === 'ليلا' && written % 12 < 6) || (half === 'ظهرا' && written === 11);
  if (written > 12 || written === 0) return morning === written < 12 ? written : null;
  return (written % 12) + (morning ? 0 : 12);
}

/** The first zone named counts; "+0300 (EEST)" names it twice. A zone that nobody knows ("XYZ") counts as none. */
export function readZone(after: string): { zone: Zone | null; rest: string } {
  const [comments, text] = [after.match(/\([^()]*\)?/gu) ?? [], after.replace(/\([^()]*\)?/gu, ' ')];
  const words = wordsOf(text);
  const zones = words.map(namedZone);
  const commented = comments.flatMap((comment) => wordsOf(comment.replace(/[()]/gu, ' ')).map(namedZone));
  return {
    zone: [...zones, ...commented].find((zone) => zone !== null) ?? null,
    rest: words.filter((word, i) => zones[i] === null && !isUnknownZone(word)).join(' '),
  };
}

function wordsOf(text: string): string[] {
  return text
    .replace(/بالتوقيت المحلي|[[\]]/gu, ' ')
    .replace(/ب?توقيت (\S+)(?: المكرمه)?/gu, (_, name: string) => ZONE_CLOCKS.get(name)?.toLowerCase() ?? '')
    .replace(/(gmt|utc) +(?=[+-])/gu, '$1')
    .split(' ').filter(Boolean);
}

const isUnknownZone = (word: string) => UNKNOWN_ZONE.test(word) && !MONTHS.has(word) && !BESIDE_A_DATE.has(word);
