import { isJalaliYear, jalaliDay, JALALI_MONTHS } from './jalali';
import { BESIDE_A_DATE, MONTHS, TWO_WORD_MONTHS, WEEKDAY_OR_MONTH } from './month-names';

/** A day of the calendar; `month` from 0. It may not exist: the 31st of April. */
export interface Day { year: number; month: number; day: number }

/** Which of 03/04/2017 is the day; null: nobody can tell. */
export type FigureOrder = 'day-first' | 'month-first' | null;

const YEAR_FIRST = /(?<!\d)(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?!\d)/u;
const YEAR_LAST = /(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/u;
const NUMBER = /^\d{1,4}$/u;

/** Day, month and year from a folded text, in any order; null where one is missing or doubtful, or a word is unknown. */
export function readDay(folded: string, order: FigureOrder): Day | null {
  const [first, last] = [YEAR_FIRST.exec(folded), YEAR_LAST.exec(folded)];
  const figures = first ?? last;
  if (!figures) return readNamed(cut(folded));
  if (!cut(folded.replace(figures[0], ' ')).every((word) => BESIDE_A_DATE.has(word))) return null;
  const [a, b] = [Number(figures[3]), Number(figures[first ? 4 : 1])];
  if (last && !first) return figuresToDay(b, a, Number(figures[4]), order);
  const day = { year: Number(figures[1]), month: a - 1, day: b };
  return isJalaliYear(day.year) ? jalaliDay(day) : day;
}

/** What the figures of one date say about the order that its feed writes; null where nothing can be told. */
export function orderOf(folded: string): FigureOrder {
  const match = YEAR_FIRST.test(folded) ? null : YEAR_LAST.exec(folded);
  const [first, second] = [Number(match?.[1] ?? 0), Number(match?.[3] ?? 0)];
  if (first > 12 && second <= 12) return 'day-first';
  return second > 12 && first <= 12 ? 'month-first' : null;
}

/** 13/09/2017. Half of the world writes 03/04/2017 the other way round: without an `order` it is none. */
function figuresToDay(first: number, second: number, year: number, order: FigureOrder): Day | null {
  if (first > 12 || first === second || (order === 'day-first' && second <= 12)) return { year, month: second - 1, day: first };
  return second > 12 || order === 'month-first' ? { year, month: first - 1, day: second } : null;
}

function readNamed(words: readonly string[]): Day | null {
  const numbers = words.filter((word) => NUMBER.test(word));
  if (numbers.length !== 2 || !words.every(isKnown)) return null;
  const months = monthsOf(words);
  const jalali = words.flatMap((word) => JALALI_MONTHS.get(word) ?? []);
  const [month] = [...months, ...jalali];
  if (month === undefined || months.size + jalali.length !== 1) return null;
  const day = dayAndYear(numbers, month);
  return day && jalali.length > 0 ? jalaliDay(day) : day;
}

const isKnown = (word: string) => NUMBER.test(word) || MONTHS.has(word) || BESIDE_A_DATE.has(word) || JALALI_MONTHS.has(word);

/** "mar. 13 sept.": a word that is a weekday too is the month only where there is no other. */
function monthsOf(words: readonly string[]): Set<number> {
  const named = words.filter((word) => MONTHS.has(word));
  const sure = named.filter((word) => !WEEKDAY_OR_MONTH.has(word));
  return new Set((sure.length > 0 ? sure : named).flatMap((word) => MONTHS.get(word) ?? []));
}

/** Words and numbers apart, also in "13سبتمبر2017"; "1st" is its number. */
function cut(folded: string): string[] {
  const joined = TWO_WORD_MONTHS.reduce((text, name) => text.replaceAll(name, name.replace(' ', '_')), folded);
  return joined
    .replace(/(\d)(?:st|nd|rd|th|er|º|ª)(?!\p{L})/gu, '$1 ')
    .replace(/(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d{4})/gu, ' ')
    .split(/[\s/.\-–—|:'"]+/u)
    .filter(Boolean)
    .map((word) => word.replace('_', ' '));
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
