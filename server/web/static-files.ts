import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** A file that doesn't change while Marsad runs, and the headers of its answers beside those of every answer. */
export interface StaticFile {
  file: string;
  headers: Readonly<Record<string, string>>;
}

/** Answers a request if it asks for one of the files. */
export type ServeStatic = (request: IncomingMessage, response: ServerResponse) => boolean;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml', '.woff': 'font/woff', '.woff2': 'font/woff2',
};
/** What fonts hold is packed already. */
const PACKED_ALREADY = new Set(['.woff', '.woff2']);

const FOR_EVER = { 'Cache-Control': 'public, max-age=31536000, immutable' };
const ASK_AGAIN = { 'Cache-Control': 'public, max-age=0, must-revalidate' };
/** The map's worker draws from data that the page's own server gives it, and needs nothing else. */
const WORKER_POLICY = "default-src 'none'; connect-src 'self'";

function filesIn(folder: string, address: string, headers: StaticFile['headers']): [string, StaticFile][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && TYPES[path.extname(entry.name)] !== undefined).map((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    return [`${address}/${path.relative(folder, file).split(path.sep).join('/')}`, { file, headers }];
  });
}

/**
 * What pages are made of, by address: scripts, styles and letters, whose names carry their hash; the map's outlines; and the worker of the
 * map's library as the package has it, since bundled it would not start.
 * @param distDir where the pages were built; null where they are made as they are asked for
 */
export function staticFilesOf(projectDir: string, distDir: string | null): ReadonlyMap<string, StaticFile> {
  return new Map([
    ...(distDir === null ? [] : filesIn(path.join(projectDir, distDir, 'static'), '/_next/static', FOR_EVER)),
    ...filesIn(path.join(projectDir, 'public'), '', ASK_AGAIN),
    ['/map-worker.mjs', { file: path.join(projectDir, 'node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs'), headers: { ...ASK_AGAIN, 'Content-Security-Policy': WORKER_POLICY } }],
  ]);
}

interface Body {
  plain: Buffer;
  /** null where it is no smaller */
  packed: Buffer | null;
  tag: string;
}

async function read(file: string): Promise<Body> {
  const plain = await readFile(file);
  const packed = PACKED_ALREADY.has(path.extname(file)) ? null : await promisify(gzip)(plain, { level: 9 });
  return { plain, packed: packed && packed.length < plain.length ? packed : null, tag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"` };
}

function answer(request: IncomingMessage, response: ServerResponse, { file, headers }: StaticFile, { plain, packed, tag }: Body): void {
  const all = { ...headers, ETag: tag, ...(packed ? { Vary: 'Accept-Encoding' } : {}) };
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, all).end();
    return;
  }
  const asPacked = packed !== null && /\bgzip\b/u.test(String(request.headers['accept-encoding'] ?? ''));
  const body = asPacked ? packed : plain;
  response.writeHead(200, { ...all, 'Content-Type': TYPES[path.extname(file)], 'Content-Length': body.length, ...(asPacked ? { 'Content-Encoding': 'gzip' } : {}) });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * Serves the files from memory, packed once, when they are first asked for: packing them for each reader costs more than rendering the page.
 * Whatever isn't in the list is left to others.
 * @param onError told of a file that can't be read; its answer is 500
 */
export function createStaticFiles(files: ReadonlyMap<string, StaticFile>, onError: (error: unknown) => void): ServeStatic {
  const bodies = new Map<StaticFile, Promise<Body>>();
  return (request, response) => {
    const found = request.method === 'GET' || request.method === 'HEAD' ? files.get(request.url?.split('?')[0] ?? '') : undefined;
    if (!found) return false;
    const body = bodies.get(found) ?? read(found.file);
    bodies.set(found, body);
    body.then((ready) => answer(request, response, found, ready)).catch((error: unknown) => {
      bodies.delete(found);
      onError(error);
      if (!response.headersSent) response.writeHead(500, { 'Cache-Control': 'no-store' });
      response.end();
    });
    return true;
  };
}
