import { BESIDE_A_DATE, MONTHS, TWO_WORD_MONTHS } from './month-names';

/** A day of the calendar; `month` from 0. It may not exist: the 31st of April. */
export interface Day { year: number; month: number; day: number }

const IN_FIGURES = /(?:^|\s)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?=\s|$)/u;
const NUMBER = /^(\d{1,4})(?:st|nd|rd|th)?$/u;

/** Day, month and year from a folded text, in any order; null where one is missing or doubtful, or a word is unknown. */
export function readDay(folded: string): Day | null {
  const words = cut(folded);
  const months = new Set(words.flatMap((word) => MONTHS.get(word) ?? []));
  const numbers = words.flatMap((word) => NUMBER.exec(word)?.[1] ?? []);
  if (!words.every((word) => MONTHS.has(word) || NUMBER.test(word) || BESIDE_A_DATE.has(word))) return null;
  if (months.size === 0) return readFigures(folded, numbers.length);
  const [month] = months;
  if (months.size !== 1 || numbers.length !== 2 || month === undefined) return null;
  return dayAndYear(numbers, month);
}

function cut(folded: string): string[] {
  const joined = TWO_WORD_MONTHS.reduce((text, name) => text.replaceAll(name, name.replace(' ', '_')), folded);
  return joined.split(/[\s/.\-–|]+/u).filter(Boolean).map((word) => word.replace('_', ' '));
}

function dayAndYear(numbers: readonly string[], month: number): Day | null {
  const [first = '', second = ''] = numbers;
  const [day, year] = first.length > 2 ? [second, first] : [first, second];
  if (day.length > 2 || (year.length !== 2 && year.length !== 4)) return null;
  return { year: fullYear(year), month, day: Number(day) };
}

/** RFC 2822, 4.3: two figures below 50 are of this century. */
function fullYear(year: string): number {
  const value = Number(year);
  if (year.length === 4) return value;
  return value < 50 ? 2000 + value : 1900 + value;
}

/** 13/09/2017: read only where one of the two can't be the month, since half of the world writes them the other way round. */
function readFigures(folded: string, numbers: number): Day | null {
  const match = IN_FIGURES.exec(folded);
  if (!match || numbers !== 3) return null;
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (first > 12 || first === second) return { year, month: second - 1, day: first };
  return second > 12 ? { year, month: first - 1, day: second } : null;
}
