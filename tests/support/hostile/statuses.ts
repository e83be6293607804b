import type { Exchange, Misbehaviour } from './exchange';

const status = (code: number, headers: (later: Date, seconds: number) => Record<string, string> = () => ({})): Misbehaviour =>
  ({ response, retryAfterSeconds }: Exchange) => {
    const later = new Date(Date.now() + retryAfterSeconds * 1000);
    response.writeHead(code, { 'content-type': 'text/html', ...headers(later, retryAfterSeconds) }).end(`<h1>${code} عذرا</h1>`);
  };

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
  'rate-limited': status(429, (_, seconds) => ({ 'retry-after': String(seconds) })),
  'rate-limited-until': status(429, (later) => ({ 'retry-after': later.toUTCString() })),
  'rate-limited-silently': status(429),
  'unavailable': status(503, (_, seconds) => ({ 'retry-after': String(seconds) })),
  'unavailable-until-rfc850': status(503, (later) => ({ 'retry-after': rfc850(later) })),
  'unavailable-until-asctime': status(503, (later) => ({ 'retry-after': asctime(later) })),
  'server-error': status(500),
  'bad-gateway': status(502),
} satisfies Record<string, Misbehaviour>;
