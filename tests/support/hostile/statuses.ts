import type { Exchange, Misbehaviour } from './exchange';

const LATER = 3600;
const status = (code: number, headers: (now: Date) => Record<string, string> = () => ({})): Misbehaviour => ({ response }: Exchange) => {
  response.writeHead(code, { 'content-type': 'text/html', ...headers(new Date()) }).end(`<h1>${code} عذرا</h1>`);
};
const later = (now: Date) => new Date(now.getTime() + LATER * 1000);

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** The obsolete form of RFC 850: Wednesday, 13-Sep-17 10:00:00 GMT. */
export function rfc850(date: Date): string {
  const [, day = '', month = '', year = '', time = ''] = date.toUTCString().split(/,? /u);
  return `${DAYS[date.getUTCDay()]}, ${day}-${month}-${year.slice(2)} ${time} GMT`;
}

/** asctime()'s form: Wed Sep 13 10:00:00 2017. */
export function asctime(date: Date): string {
  const [weekday = '', day = '', month = '', year = '', time = ''] = date.toUTCString().split(/,? /u);
  return `${weekday} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`;
}

/** Refusals by status. */
export const STATUSES = {
  'unauthorized': status(401, () => ({ 'www-authenticate': 'Basic realm="news"' })),
  'forbidden': status(403),
  'not-found': status(404),
  'gone': status(410),
  'legal': status(451),
  'rate-limited': status(429, () => ({ 'retry-after': String(LATER) })),
  'rate-limited-until': status(429, (now) => ({ 'retry-after': later(now).toUTCString() })),
  'rate-limited-silently': status(429),
  'unavailable': status(503, () => ({ 'retry-after': String(LATER) })),
  'unavailable-until-rfc850': status(503, (now) => ({ 'retry-after': rfc850(later(now)) })),
  'unavailable-until-asctime': status(503, (now) => ({ 'retry-after': asctime(later(now)) })),
  'server-error': status(500),
  'bad-gateway': status(502),
} satisfies Record<string, Misbehaviour>;
