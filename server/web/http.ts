import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import next from 'next';
import { createCloser } from './closer';
import type { Callback } from './websub/callback';
import { SECURITY_HEADERS, contentSecurityPolicy, refusal } from './security';
import { createStaticFiles, staticFilesOf } from './static-files';

export interface WebOptions {
  host: string;
  port: number;
  dev: boolean;
  projectDir: string;
  /** where the pages were built, in the project */
  nextDistDir: string;
  allowedHosts: ReadonlySet<string>;
  /** answers hubs, who come under a name of their own and without an Origin */
  callback: Callback | null;
  /** the origin that a map may ask for tiles; null for none */
  tileOrigin(): string | null;
  onError(error: unknown): void;
}

export interface Web {
  server: Server;
  /** listens; @returns the port, which is another one than asked for where 0 was asked for */
  listen(): Promise<number>;
  stop(): Promise<void>;
}

const MAX_BODY_BYTES = 1_000_000;
/** A list of feeds, which may be long. */
const MAX_BODY_BYTES_AT: Readonly<Record<string, number>> = { '/api/sources/import': 5_000_000 };
const REQUEST_TIMEOUT_MS = 30_000;

function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', Connection: 'close' });
  response.end(JSON.stringify({ error: reason }));
}

/** Next reads the nonce from the request's own policy header, so it has to be set before Next sees the request. */
function secure(request: IncomingMessage, response: ServerResponse, dev: boolean, tiles: string | null): void {
  const nonce = randomBytes(16).toString('base64');
  const policy = contentSecurityPolicy(nonce, dev, tiles);
  request.headers['content-security-policy'] = policy;
  request.headers['x-nonce'] = nonce;
  response.setHeader('Content-Security-Policy', policy);
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
}

/** The HTTP server: Host, Origin and size are checked and the headers set before Next answers. */
export async function createWeb(options: WebOptions): Promise<Web> {
  const { dev, projectDir, allowedHosts, callback, onError } = options;
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS, maxHeaderSize: 16_384 });
  const app = next({ dev, dir: projectDir, hostname: options.host, port: options.port, httpServer: server, quiet: !dev });
  const closeServer = createCloser(server);
  const handle = app.getRequestHandler();
  const serveStatic = createStaticFiles(staticFilesOf(projectDir, dev ? null : options.nextDistDir), onError);
  await app.prepare();

  server.on('request', (request, response) => {
    if (request.url?.startsWith('/socket.io/')) return;
    secure(request, response, dev, options.tileOrigin());
    if (callback?.(request, response)) return;
    const refused = refusal(request, allowedHosts);
    if (refused) return refuse(response, refused.status, refused.reason);
    if (serveStatic(request, response)) return;
    const most = MAX_BODY_BYTES_AT[request.url?.split('?')[0] ?? ''] ?? MAX_BODY_BYTES;
    if (Number(request.headers['content-length'] ?? 0) > most) return refuse(response, 413, `a body may have ${most} bytes`);
    handle(request, response).catch((error: unknown) => {
      onError(error);
      if (!response.headersSent) refuse(response, 500, 'the server failed to answer');
    });
  });

  return {
    server,
    listen: () => new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port, options.host, () => {
        server.off('error', reject);
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : options.port);
      });
    }),
    async stop() {
      await closeServer();
      await app.close();
    },
  };
}
