import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A wire between a browser and Marsad that a test can cut. */
export interface CuttableProxy {
  /** where the browser goes, without a slash at the end */
  address: string;
  /** ends every connection now */
  cut(): void;
  /** lets the next event that the server sends get lost, and ends every connection with it */
  cutAtNextEvent(): Promise<void>;
  /** ends every connection and refuses new ones until mend() */
  breakDown(): void;
  mend(): void;
  close(): Promise<void>;
}

interface Wire {
  browser: Socket;
  marsad: Socket;
}

/** Socket.IO's packet of an event, in a frame or in a polling's answer; what the server sends is neither masked nor packed. */
const isEvent = (chunk: Buffer) => chunk.includes('42["');

export async function createCuttableProxy(port: number): Promise<CuttableProxy> {
  const wires = new Set<Wire>();
  let broken = false;
  let onLost: (() => void) | null = null;

  function cut(): void {
    for (const { browser, marsad } of wires) {
      browser.destroy();
      marsad.destroy();
    }
    wires.clear();
  }

  function fromMarsad(wire: Wire, chunk: Buffer): void {
    if (onLost && isEvent(chunk)) {
      const told = onLost;
      onLost = null;
      cut();
      return told();
    }
    wire.browser.write(chunk);
  }

  function join(browser: Socket): void {
    if (broken) return void browser.destroy();
    const wire: Wire = { browser, marsad: connect(port, '127.0.0.1') };
    wires.add(wire);
    const end = () => {
      browser.destroy();
      wire.marsad.destroy();
      wires.delete(wire);
    };
    for (const socket of [browser, wire.marsad]) socket.on('error', end).on('close', end);
    browser.on('data', (chunk) => wire.marsad.write(chunk));
    wire.marsad.on('data', (chunk) => fromMarsad(wire, chunk));
  }

  const server = createServer(join);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    cutAtNextEvent: () => new Promise((resolve) => { onLost = resolve; }),
    breakDown() {
      broken = true;
      cut();
    },
    mend() {
      broken = false;
    },
    async close() {
      cut();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
