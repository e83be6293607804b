import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSocketServer } from '../../../server/live/socket';
import { createCloser } from '../../../server/web/closer';

const fail = (error: unknown) => { throw error; };

let server: Server;
let closeServer: () => Promise<void>;
let sockets: ReturnType<typeof createSocketServer>;
let peer: Socket;

beforeEach(async () => {
  server = createServer();
  closeServer = createCloser(server);
  sockets = createSocketServer(server, { admit: () => true, headers: {} }, fail);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => { peer.destroy(); });

/** A connection of which the server knows. It answers nothing, whatever it is told. */
async function open(): Promise<Socket> {
  const known = once(server, 'connection');
  peer = connect((server.address() as AddressInfo).port, '127.0.0.1');
  await known;
  return peer;
}

async function upgrade(): Promise<void> {
  const key = randomBytes(16).toString('base64');
  const accepted = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  (await open()).write([
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1', 'Host: 127.0.0.1', 'Connection: Upgrade', 'Upgrade: websocket',
    'Sec-WebSocket-Version: 13', `Sec-WebSocket-Key: ${key}`, '', ''].join('\r\n'));
  const [answer] = (await once(peer, 'data')) as [Buffer];
  expect(answer.toString('latin1')).toContain(accepted);
}

describe('closing takes as long whoever is connected', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['a connection on which nothing was sent, as browsers open them in advance', open],
    ['half a request', async () => (await open()).write('GET / HTTP/1.1\r\nHost: 127')],
    ['a reader\'s socket that does not take part in closing it', upgrade],
  ])('%s', async (_name, begin) => {
    await begin();
    const ended = once(peer, 'close');
    sockets.close();
    await closeServer();
    await ended;
  }, 3_000);
});
