import type { Exchange, Misbehaviour } from './exchange';

const to = (code: number, location: (exchange: Exchange) => string | null): Misbehaviour => (exchange) => {
  const target = location(exchange);
  exchange.response.writeHead(code, target === null ? {} : { location: target }).end();
};
const path = (fault: string) => ({ feed }: Exchange) => `/${fault}/${encodeURIComponent(feed)}`;
const count = ({ request }: Exchange) => Number(new URL(request.url ?? '', 'http://host').searchParams.get('n') ?? 0);

/** Redirects, honest and not. */
export const REDIRECTS = {
  'moved': to(301, path('feed')),
  'moved-for-now': to(302, path('feed')),
  'moved-to-login': to(301, path('login')),
  'moved-to-home': to(308, path('home')),
  'moved-away': to(301, path('not-found')),
  'loop': to(302, path('loop-back')),
  'loop-back': to(302, path('loop')),
  'endless-redirects': to(302, (exchange) => `${path('endless-redirects')(exchange)}?n=${count(exchange) + 1}`),
  'redirect-to-loopback': to(302, () => 'http://127.0.0.1:9/'),
  'redirect-to-metadata': to(301, () => 'http://169.254.169.254/latest/meta-data'),
  'redirect-to-file': to(302, () => 'file:///etc/passwd'),
  'redirect-nowhere': to(302, () => null),
} satisfies Record<string, Misbehaviour>;
