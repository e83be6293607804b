import { once } from 'node:events';
import { pipeline, type Readable, type Transform } from 'node:stream';
import zlib from 'node:zlib';

export class TooLargeError extends Error {
  override name = 'TooLargeError';
}

/** The server packs in a way that nobody asked for. */
export class UnknownCodingError extends Error {
  override name = 'UnknownCodingError';
}

export interface Body {
  /** decoded, in a buffer of its own that can be handed to another thread */
  bytes: Uint8Array<ArrayBuffer>;
  /** bytes as they came over the network */
  received: number;
}

/**
 * The body, decompressed piece by piece: what a small bomb unfolds to is never held beyond `maxBytes`.
 * @throws TooLargeError; UnknownCodingError; zlib's error for a damaged body; what the connection failed with
 */
export async function readBody(body: Readable, contentEncoding: string | null, maxBytes: number): Promise<Body> {
  const stages = await decompressors(body, contentEncoding);
  let received = 0;
  body.on('data', (chunk: Uint8Array) => {
    received += chunk.length;
  });
  const bytes = await collect(through(body, stages), (size) => {
    if (size > maxBytes) throw new TooLargeError(`more than ${maxBytes} bytes`);
    if (size > HARMLESS_BYTES && size > MOST_TIMES_PACKED * received) throw new TooLargeError(`${received} bytes that unfold to more than ${size}`);
  });
  return { bytes, received };
}

/** No honest feed packs this well; what unfolds to less may. */
const MOST_TIMES_PACKED = 200;
const HARMLESS_BYTES = 1_000_000;
const MOST_CODINGS = 3;
const NO_CODINGS = new Set(['', 'identity', 'none', 'utf-8', 'utf8']);
/** from Node 22.15 on */
const zstd = 'createZstdDecompress' in zlib ? (zlib.createZstdDecompress as () => Transform) : null;

/** Content codings are listed in the order they were applied, so they come off from the last. */
async function decompressors(body: Readable, contentEncoding: string | null): Promise<Transform[]> {
  const named = (contentEncoding ?? '').toLowerCase().split(',').map((coding) => coding.trim());
  const codings = named.filter((coding) => !NO_CODINGS.has(coding)).reverse();
  if (codings.length > MOST_CODINGS) throw new UnknownCodingError(`the answer is packed ${codings.length} times over`);
  const stages: Transform[] = [];
  for (const coding of codings) stages.push(await decompressor(coding, body));
  return stages;
}

async function decompressor(coding: string, body: Readable): Promise<Transform> {
  if (coding === 'gzip' || coding === 'x-gzip') return zlib.createGunzip();
  if (coding === 'br') return zlib.createBrotliDecompress();
  // "deflate" is zlib's format by the RFC and the bare one by some servers: the first byte tells
  if (coding === 'deflate') return (await firstByte(body)) % 16 === 8 ? zlib.createInflate() : zlib.createInflateRaw();
  if (coding === 'zstd' && zstd) return zstd();
  throw new UnknownCodingError(`the answer is packed as "${coding.slice(0, 40)}", which is not known`);
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

async function collect(stream: Readable, check: (size: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    check(size);
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
