import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { readRecord, type ReadLine, type StreamRecord } from './record';

export interface Stream {
  records: StreamRecord[];
  /** lines that could not be used */
  broken: number;
}

/** The file's bytes, unpacked; what fails, fails where they are read. */
function open(file: string): Readable {
  const bytes = createReadStream(file);
  return file.endsWith('.gz') ? pipeline(bytes, createGunzip(), () => undefined) : bytes;
}

const NEWLINE = 0x0a;

/** Lines as bytes: decoding each by itself tells which one is no UTF-8. */
async function* lines(file: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of open(file) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      yield Buffer.concat([rest, chunk.subarray(from, end)]);
      rest = Buffer.alloc(0);
      from = end + 1;
    }
    rest = Buffer.concat([rest, chunk.subarray(from)]);
  }
  if (rest.length > 0) yield rest;
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/**
 * Reads a recorded stream (JSON lines, gzipped where the name ends in .gz), in the order of its times.
 * @param limit stop after so many usable lines
 * @param onBroken is told of each line that can't be used: its number from 1, and why. The rest goes on.
 * @throws where the file itself can't be read
 */
export async function readStream(file: string, limit: number, onBroken: (line: number, problem: string) => void): Promise<Stream> {
  const lineOf = new Map<string, number>();
  const records: StreamRecord[] = [];
  let number = 0;
  let broken = 0;
  for await (const bytes of lines(file)) {
    if (records.length >= limit) break;
    number++;
    const read = readLine(decode(bytes), lineOf);
    if (read === null) continue;
    if (read.ok) {
      lineOf.set(read.record.id, number);
      records.push(read.record);
    } else {
      broken++;
      onBroken(number, read.problem);
    }
  }
  return { records: records.sort((a, b) => a.extractedAt.getTime() - b.extractedAt.getTime()), broken };
}

/** A line in the light of those before it; null for a blank one. */
function readLine(line: string | null, lineOf: ReadonlyMap<string, number>): ReadLine | null {
  if (line === null) return { ok: false, problem: 'is no UTF-8' };
  if (line.trim() === '') return null;
  const read = readRecord(line);
  const before = read.ok ? lineOf.get(read.record.id) : undefined;
  return read.ok && before !== undefined ? { ok: false, problem: `id "${read.record.id}" is that of line ${before} too` } : read;
}
