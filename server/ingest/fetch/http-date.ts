const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const CENTURY_AHEAD = 50;

const FIXDATE = /^[a-z]{3}, (?<day>\d{2}) (?<month>[a-z]{3}) (?<year>\d{4}) (?<time>\d{2}:\d{2}:\d{2}) gmt$/u;
const RFC850 = /^[a-z]{6,9}, (?<day>\d{2})-(?<month>[a-z]{3})-(?<year>\d{2}) (?<time>\d{2}:\d{2}:\d{2}) gmt$/u;
const ASCTIME = /^[a-z]{3} (?<month>[a-z]{3}) (?<day>[ \d]\d) (?<time>\d{2}:\d{2}:\d{2}) (?<year>\d{4})$/u;

/** A date in a header, in any of the three forms of RFC 9110, 5.6.7 -> milliseconds since 1970; null for anything else. */
export function httpDate(text: string, now: Date): number | null {
  const line = text.trim().toLowerCase();
  const found = (FIXDATE.exec(line) ?? RFC850.exec(line) ?? ASCTIME.exec(line))?.groups;
  const month = MONTHS.indexOf(found?.month ?? '');
  if (!found || month < 0) return null;
  const [hours, minutes, seconds] = (found.time ?? '').split(':').map(Number);
  return Date.UTC(fullYear(found.year ?? '', now), month, Number(found.day), hours, minutes, seconds);
}

/** Of two digits, one that seems more than 50 years ahead means the last such year that is past. */
function fullYear(digits: string, now: Date): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  const thisYear = now.getUTCFullYear();
  const inThisCentury = thisYear - (thisYear % 100) + year;
  return inThisCentury > thisYear + CENTURY_AHEAD ? inThisCentury - 100 : inThisCentury;
}
