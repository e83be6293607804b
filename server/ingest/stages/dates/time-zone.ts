/** Zones by name, in minutes east of UTC: those of RFC 822 and the ones that feeds write beside them. */
const ZONES: ReadonlyMap<string, number> = new Map([
  ['z', 0], ['ut', 0], ['utc', 0], ['gmt', 0], ['wet', 0], ['west', 60], ['bst', 60], ['cet', 60], ['cest', 120], ['met', 60], ['mest', 120],
  ['eet', 120], ['eest', 180], ['sast', 120], ['msk', 180], ['trt', 180], ['jst', 540], ['kst', 540], ['aest', 600], ['aedt', 660],
  ['est', -300], ['edt', -240], ['cst', -360], ['cdt', -300], ['mst', -420], ['mdt', -360], ['pst', -480], ['pdt', -420],
  ['et', -300], ['akst', -540], ['akdt', -480], ['hst', -600], ['nst', -210], ['ndt', -150],
]);

const LARGEST_OFFSET = 14 * 60;

/**
 * "+0300", "+03:00", "+3", "GMT+3", "EST" -> minutes east of UTC; null for what is no zone.
 */
export function namedOffset(zone: string): number | null {
  const known = ZONES.get(zone.toLowerCase());
  if (known !== undefined) return known;
  const match = /^(?:gmt|utc|ut|z)?([+-])(\d{1,2}):?(\d{2})?$/iu.exec(zone);
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (minutes > LARGEST_OFFSET) return null;
  return match[1] === '-' ? -minutes : minutes;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * How far an IANA zone is east of UTC when its own clocks show `localMs` (a wall-clock time as if it were UTC).
 * In the hour that a change of clocks repeats, the first of the two. An unknown zone counts as UTC.
 */
export function zoneOffsetMinutes(zone: string, localMs: number): number {
  const first = offsetAt(zone, localMs);
  return offsetAt(zone, localMs - first * 60_000);
}

function offsetAt(zone: string, utcMs: number): number {
  const formatter = formatterOf(zone);
  if (!formatter) return 0;
  const part = new Map(formatter.formatToParts(utcMs).map(({ type, value }) => [type, Number(value)]));
  const of = (name: Intl.DateTimeFormatPartTypes) => part.get(name) ?? 0;
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return Math.round((shown - Math.floor(utcMs / 1000) * 1000) / 60_000);
}

function formatterOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(timeZone);
  if (known) return known;
  if (!isZone(timeZone)) return null;
  const numeric = 'numeric';
  const formatter = new Intl.DateTimeFormat('en-US-u-nu-latn-ca-gregory', {
    timeZone, hourCycle: 'h23', year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric,
  });
  formatters.set(timeZone, formatter);
  return formatter;
}

function isZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
