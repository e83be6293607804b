import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { XML, type Exchange, type Misbehaviour } from './exchange';

let asked = 0;
const tagOf = (document: Buffer) => createHash('sha256').update(document).digest('hex').slice(0, 16);

/** 200 with the document, or 304 where the request names `etag`, as an honest server does. */
function conditional({ request, response, document, served }: Exchange, etag: string, headers: Record<string, string> = {}, body = document): void {
  const unchanged = request.headers['if-none-match'] === etag;
  response.writeHead(unchanged ? 304 : 200, { 'content-type': XML, etag, ...headers });
  response.end(unchanged ? undefined : body);
  if (!unchanged) response.once('finish', served);
}

/** How servers do conditional requests, right and wrong. */
export const VALIDATORS = {
  'feed': (exchange) => conditional(exchange, `"${tagOf(exchange.document)}"`),
  'weak-etag': (exchange) => conditional(exchange, `W/"${tagOf(exchange.document)}"`),
  /** Apache's: hands out "x-gzip", and knows again only "x" */
  'gzip-suffix': (exchange) => {
    const plain = tagOf(exchange.document);
    const known = exchange.request.headers['if-none-match'] === `"${plain}"`;
    exchange.response.writeHead(known ? 304 : 200, { 'content-type': XML, etag: `"${plain}-gzip"`, 'content-encoding': 'gzip' });
    exchange.response.end(known ? undefined : gzipSync(exchange.document));
    if (!known) exchange.response.once('finish', exchange.served);
  },
  'changing-etag': (exchange) => conditional(exchange, `"${(asked += 1)}"`),
  'only-last-modified': ({ request, response, document, served }) => {
    const date = 'Wed, 13 Sep 2017 10:00:00 GMT';
    const unchanged = request.headers['if-modified-since'] === date;
    response.writeHead(unchanged ? 304 : 200, { 'content-type': XML, 'last-modified': date }).end(unchanged ? undefined : document);
    if (!unchanged) response.once('finish', served);
  },
  'no-validators': ({ response, document, served }) => void response.writeHead(200, { 'content-type': XML }).end(document).once('finish', served),
  /** whatever was asked, and even where nothing was */
  'always-304': ({ response }) => void response.writeHead(304).end(),
} satisfies Record<string, Misbehaviour>;
