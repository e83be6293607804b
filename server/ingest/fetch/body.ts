import { once } from 'node:events';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

export class TooLargeError extends Error {
  constructor(maxBytes: number) {
    super(`more than ${maxBytes} bytes`);
    this.name = 'TooLargeError';
  }
}

export interface Body {
  /** decoded, in a buffer of its own that can be handed to another thread */
  bytes: Uint8Array<ArrayBuffer>;
  /** bytes as they came over the network */
  received: number;
}

/**
 * The body, decompressed piece by piece: what a small bomb unfolds to is never held beyond `maxBytes`.
 * @throws TooLargeError; zlib's error for a damaged body; what the connection failed with
 */
export async function readBody(body: Readable, contentEncoding: string | null, maxBytes: number): Promise<Body> {
  const stages = await decompressors(body, contentEncoding);
  let received = 0;
  body.on('data', (chunk: Uint8Array) => {
    received += chunk.length;
  });
  const bytes = await collect(through(body, stages), maxBytes);
  return { bytes, received };
}

/** Content codings are listed in the order they were applied, so they come off from the last. An unknown one is left on. */
async function decompressors(body: Readable, contentEncoding: string | null): Promise<Transform[]> {
  const codings = (contentEncoding ?? '').toLowerCase().split(',').map((coding) => coding.trim()).reverse();
  const stages: Transform[] = [];
  for (const coding of codings) {
    if (coding === 'gzip' || coding === 'x-gzip') stages.push(createGunzip());
    if (coding === 'br') stages.push(createBrotliDecompress());
    // "deflate" is zlib's format by the RFC and the bare one by some servers: the first byte tells
    if (coding === 'deflate') stages.push((await firstByte(body)) % 16 === 8 ? createInflate() : createInflateRaw());
  }
  return stages;
}

async function firstByte(body: Readable): Promise<number> {
  if (body.readableLength === 0 && !body.readableEnded) await once(body, 'readable');
  const chunk = body.read() as Uint8Array | null;
  if (chunk === null) return 0;
  body.unshift(chunk);
  return chunk[0] ?? 0;
}

/** What fails upstream is thrown by the last stream's reader; a reader that gives up ends them all. */
function through(body: Readable, stages: readonly Transform[]): Readable {
  const last = stages.at(-1);
  if (!last) return body;
  pipeline([body, ...stages], () => undefined);
  return last;
}

async function collect(stream: Readable, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) throw new TooLargeError(maxBytes);
    chunks.push(chunk);
  }
  return concat(chunks, size);
}

function concat(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
