import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Callback } from '../../server/web/websub/callback';

export interface CallbackServer {
  /** what hubs are told, as PUBLIC_URL says it */
  publicUrl: string;
  /** answers with this from now on; 404 for what is none of it */
  serve(callback: Callback | null): void;
  close(): Promise<void>;
}

/** The web side as hubs see it, under a path as behind a proxy, without the pages. */
export async function createCallbackServer(): Promise<CallbackServer> {
  let callback: Callback | null = null;
  const server = createServer((request, response) => {
    if (!callback?.(request, response)) response.writeHead(404).end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    publicUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/marsad`,
    serve: (next) => { callback = next; },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
