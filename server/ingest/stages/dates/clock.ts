import { BESIDE_A_DATE, MONTHS } from './month-names';
import { namedOffset } from './time-zone';

export interface Clock {
  /** since midnight */
  ms: number;
  /** minutes east of UTC; null where no zone was named */
  offsetMinutes: number | null;
  /** what stands around the time and the zone */
  rest: string;
}

const TIME = /(?:^|[\st])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*(am|pm|a\.m\.?|p\.m\.?|صباحا|مساء|ص|م)(?![\p{L}\p{N}]))?(?![\d:])/u;
const AFTER_NOON = /^[pم]/u;
const ZONE_LIKE = /^[a-z]{3,5}$/u;

export const hasTime = (folded: string) => TIME.test(folded);

/** The time of day in a folded text, with the zone after it; null for a time that no clock shows. */
export function readClock(folded: string): Clock | null {
  const match = TIME.exec(folded);
  if (!match) return null;
  const [hour, minute, second] = [hourOf(Number(match[1]), match[5]), Number(match[2]), Number(match[3] ?? 0)];
  if (hour === null || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return null;
  const milli = Number((match[4] ?? '').slice(0, 3).padEnd(3, '0'));
  const zone = readZone(folded.slice(match.index + match[0].length));
  return {
    ms: ((hour * 60 + minute) * 60 + second) * 1000 + milli,
    offsetMinutes: zone.offsetMinutes,
    rest: `${folded.slice(0, match.index)} ${zone.rest}`.trim(),
  };
}

function hourOf(written: number, half: string | undefined): number | null {
  if (half === undefined) return written <= 24 ? written : null;
  if (written < 1 || written > 12) return null;
  return (written % 12) + (AFTER_NOON.test(half) ? 12 : 0);
}

/** The first zone named counts; "+0300 (EEST)" names it twice. A zone that nobody knows ("XYZ") counts as none. */
function readZone(after: string): { offsetMinutes: number | null; rest: string } {
  const words = after.replace(/[()]/gu, ' ').replace(/(gmt|utc) +(?=[+-])/gu, '$1').split(' ').filter(Boolean);
  const offsets = words.map(namedOffset);
  return {
    offsetMinutes: offsets.find((offset) => offset !== null) ?? null,
    rest: words.filter((word, i) => offsets[i] === null && !isUnknownZone(word)).join(' '),
  };
}

const isUnknownZone = (word: string) => ZONE_LIKE.test(word) && !MONTHS.has(word) && !BESIDE_A_DATE.has(word);
