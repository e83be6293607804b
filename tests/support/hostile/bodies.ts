import { brotliCompressSync, constants, createBrotliCompress, createGzip, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { flood, keepWriting, XML, type Exchange, type Misbehaviour } from './exchange';

const send = (exchange: Exchange, headers: Record<string, string | number>, body: Buffer | string) =>
  exchange.response.writeHead(200, { 'content-type': XML, ...headers }).end(body);

/** The document, well packed: whatever is asked for. */
const packed = (encoding: string, pack: (document: Buffer) => Buffer): Misbehaviour => (exchange) => {
  send(exchange, { 'content-encoding': encoding }, pack(exchange.document)).once('finish', exchange.served);
};

const page = (html: string, type = 'text/html; charset=utf-8'): Misbehaviour => (exchange) => {
  send(exchange, { 'content-type': type }, html);
};

/** A gigabyte of blanks that comes as some hundred kilobytes. */
const bomb = (encoding: string, pack: () => NodeJS.ReadWriteStream): Misbehaviour => (exchange) => {
  exchange.response.writeHead(200, { 'content-type': XML, 'content-encoding': encoding });
  const packer = pack();
  packer.pipe(exchange.response);
  const blanks = Buffer.alloc(1_000_000, ' ');
  let left = 1000;
  const pour = () => {
    while (!exchange.response.destroyed && left > 0) if ((left -= 1, !packer.write(blanks))) return packer.once('drain', pour);
    return packer.end();
  };
  packer.on('error', () => exchange.response.destroy());
  pour();
};

const item = (n: number) => `<item><guid isPermaLink="false">${n}</guid><title>خبر ${n}</title></item>`;

/** Answers with a body that is odd, broken, too much, or none of a feed. */
export const BODIES = {
  'gzip': packed('gzip', (document) => gzipSync(document)),
  'br': packed('br', (document) => brotliCompressSync(document, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })),
  'deflate': packed('deflate', (document) => deflateSync(document)),
  'deflate-raw': packed('deflate', (document) => deflateRawSync(document)),
  'gzip-in-capitals': packed('GZIP', (document) => gzipSync(document)),
  'truncated-gzip': packedInPart,
  'says-gzip': (exchange) => void send(exchange, { 'content-encoding': 'gzip' }, exchange.document),
  'unknown-encoding': (exchange) => void send(exchange, { 'content-encoding': 'snappy' }, exchange.document),
  'bomb-gzip': bomb('gzip', () => createGzip()),
  'bomb-br': bomb('br', () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })),
  'empty': (exchange) => void send(exchange, {}, ''),
  'html': page('<!doctype html><html dir="rtl"><title>الصفحة الرئيسية</title><body><p>أهلا بكم</p></body></html>'),
  'home': page('<!doctype html><html dir="rtl"><title>الصفحة الرئيسية</title><body><p>أهلا بكم</p></body></html>'),
  'login': page('<!doctype html><html><title>تسجيل الدخول</title><form><input type="password"></form></html>'),
  'captcha': page('<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Checking your browser before accessing</body></html>'),
  'error-as-200': page('Error establishing a database connection', XML),
  'json-error': page('{"error":"انتهت المهلة","code":500}', 'application/json'),
  'noise': (exchange) => void send(exchange, {}, Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919 + 131) % 256))),
  'wrong-charset': (exchange) => void send(exchange, { 'content-type': 'application/rss+xml; charset=windows-1256' }, exchange.document).once('finish', exchange.served),
  'truncated': (exchange) => void send(exchange, {}, exchange.document.subarray(0, Math.floor(exchange.document.length / 2))),
  'too-long': (exchange) => {
    exchange.response.writeHead(200, { 'content-type': XML }).flushHeaders();
    flood(exchange, () => chunk('<!-- أخبار -->'.repeat(500)));
  },
  'million-items': millionItems,
  'drip': dripped,
  'reset': (exchange) => {
    exchange.response.writeHead(200, { 'content-type': XML, 'content-length': exchange.document.length + 1000 });
    exchange.response.write(exchange.document.subarray(0, 200), () => exchange.response.socket?.resetAndDestroy());
  },
} satisfies Record<string, Misbehaviour>;

const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

function packedInPart(exchange: Exchange): void {
  const whole = gzipSync(exchange.document);
  send(exchange, { 'content-encoding': 'gzip' }, whole.subarray(0, Math.floor(whole.length / 2)));
}

function millionItems(exchange: Exchange): void {
  const { response } = exchange;
  response.writeHead(200, { 'content-type': XML });
  response.write('<rss version="2.0"><channel><title>مليون خبر</title>');
  let n = 0;
  const pour = () => {
    while (!response.destroyed && n < 1_000_000) {
      const piece = Array.from({ length: 1000 }, (_, i) => item(n + i)).join('');
      n += 1000;
      if (!response.write(piece)) return response.once('drain', pour);
    }
    return response.end('</channel></rss>');
  };
  pour();
}

/** The document, a byte at a time. */
function dripped(exchange: Exchange): void {
  let at = 0;
  exchange.response.writeHead(200, { 'content-type': XML });
  keepWriting(exchange, () => exchange.response.write(exchange.document.subarray(at, (at += 1))));
}
