import { flood, keepWriting, XML, type Exchange, type Misbehaviour } from './exchange';

/** Past Node's own writer, which would put all in order. */
const raw = (exchange: Exchange, text: string | Buffer, then: (socket: NonNullable<Exchange['response']['socket']>) => void = () => undefined) => {
  const { socket } = exchange.response;
  if (socket) socket.write(text, () => then(socket));
};
const HEAD = `HTTP/1.1 200 OK\r\ncontent-type: ${XML}\r\n`;
let serial = 0;

/** What goes wrong below the answer: in its headers, its length, the connection. */
export const WIRE = {
  'hang': () => undefined,
  'reset-at-once': ({ response }) => void response.socket?.resetAndDestroy(),
  'closed-at-once': ({ response }) => void response.socket?.destroy(),
  'not-http': (exchange) => raw(exchange, 'هذا ليس بروتوكولا\r\n\r\n', (socket) => socket.end()),
  'slow-headers': (exchange) => {
    raw(exchange, 'HTTP/1.1 200 OK\r\n');
    keepWriting(exchange, () => raw(exchange, 'x'));
  },
  'endless-headers': (exchange) => {
    raw(exchange, 'HTTP/1.1 200 OK\r\n');
    flood(exchange, () => `x-${(serial += 1)}: ${'ن'.repeat(200)}\r\n`);
  },
  'huge-header': (exchange) => raw(exchange, `${HEAD}x-huge: ${'x'.repeat(1_000_000)}\r\ncontent-length: 0\r\n\r\n`),
  'many-headers': (exchange) => raw(exchange, `${HEAD}${Array.from({ length: 3000 }, (_, i) => `a${i}: 1\r\n`).join('')}content-length: 0\r\n\r\n`),
  'endless-continue': (exchange) => flood(exchange, () => 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'),
  'slow-continue': (exchange) => keepWriting(exchange, () => raw(exchange, 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n')),
  'wrong-length': (exchange) =>
    raw(exchange, Buffer.concat([Buffer.from(`${HEAD}content-length: ${exchange.document.length + 500}\r\n\r\n`), exchange.document]), (socket) => socket.end()),
  'short-length': (exchange) =>
    raw(exchange, Buffer.concat([Buffer.from(`${HEAD}content-length: ${Math.floor(exchange.document.length / 2)}\r\n\r\n`), exchange.document])),
  'bad-chunks': (exchange) => raw(exchange, `${HEAD}transfer-encoding: chunked\r\n\r\nسبعة\r\n<rss>\r\n0\r\n\r\n`),
} satisfies Record<string, Misbehaviour>;
