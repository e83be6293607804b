/** Days as a date field writes them (2026-11-24), by the clocks of the zone that this runs in: the reader's. */

const two = (value: number) => String(value).padStart(2, '0');

/** The day of an ISO time. @param isEnd the time ends a span: midnight belongs to the day before */
export function dayOf(iso: string, isEnd = false): string {
  const at = new Date(Date.parse(iso) - (isEnd ? 1 : 0));
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Null where the field holds no whole date yet. */
export const startOfDay = (day: string): string | null => toIso(new Date(`${day}T00:00`));

export function endOfDay(day: string): string | null {
  const at = new Date(`${day}T00:00`);
  at.setDate(at.getDate() + 1);
  return toIso(at);
}

/** A year of more than four figures, half typed, is no time that can be asked for. */
function toIso(at: Date): string | null {
  const year = at.getFullYear();
  return Number.isNaN(at.getTime()) || year < 1900 || year > 9999 ? null : at.toISOString();
}
