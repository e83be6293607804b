import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

export const MAP_WORKER = '/map-worker.mjs';

/** It draws from data that the page's own server gives it, and needs nothing else. */
const POLICY = "default-src 'none'; connect-src 'self'";

/** Answers a request if it is for the worker. */
export type ServeWorker = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * The worker of the map's library, as the package has it: bundled, it would not start. Read when it is first asked for, and kept: half a megabyte, a third of it packed.
 */
export function createMapWorker(projectDir: string): ServeWorker {
  let file: { plain: Buffer; packed: Buffer; tag: string } | null = null;
  const read = () => {
    const plain = readFileSync(path.join(projectDir, 'node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs'));
    return { plain, packed: gzipSync(plain), tag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"` };
  };
  return (request, response) => {
    if (request.url?.split('?')[0] !== MAP_WORKER) return false;
    file ??= read();
    const headers = { 'Content-Security-Policy': POLICY, 'Cache-Control': 'public, max-age=0, must-revalidate', ETag: file.tag, Vary: 'Accept-Encoding' };
    if (request.headers['if-none-match'] === file.tag) {
      response.writeHead(304, headers).end();
      return true;
    }
    const isPacked = /\bgzip\b/u.test(String(request.headers['accept-encoding'] ?? ''));
    const body = isPacked ? file.packed : file.plain;
    response.writeHead(200, {
      ...headers, 'Content-Type': 'text/javascript; charset=utf-8', 'Content-Length': body.length, ...(isPacked ? { 'Content-Encoding': 'gzip' } : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
    return true;
  };
}
