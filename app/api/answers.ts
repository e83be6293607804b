import type { z } from 'zod';
import { isBadSource, type RefusalAnswer, type RefusalReason } from '@/lib/source';
import { problemsOf, reasonsOf } from '@/lib/source-input';
import { marsad } from '@/server/db/handle';

/** Route handlers begin here: who may write, what a body holds, and refusals in words. */

export const noStore = { 'cache-control': 'no-store' };

export function refusal(status: number, error: string, code: RefusalAnswer['code'], more: Pick<RefusalAnswer, 'params' | 'reasons'> = {}): Response {
  const headers: HeadersInit = status === 401 ? { 'www-authenticate': 'Bearer' } : {};
  const answer: RefusalAnswer = { error, code, ...more };
  return Response.json(answer, { status, headers });
}

/** A browser sends the Origin of the page with every write; the page has to be one of ours. */
function comesFromHere(headers: Headers): boolean {
  const origin = headers.get('origin');
  const host = headers.get('host');
  return origin !== null && host !== null && URL.canParse(origin) && new URL(origin).host === host;
}

/** Answers what comes from a page of ours only (403), and says what can't be taken (400) or doesn't go with what is there (409). */
export async function fromHere(request: Request, work: () => Promise<Response>): Promise<Response> {
  if (!comesFromHere(request.headers)) return refusal(403, 'the request comes from another site', 'other-site');
  try {
    return await work();
  } catch (error) {
    if (isBadSource(error)) return refusal(409, error.message, error.code, { params: error.params });
    if (error instanceof BadBody) return refusal(error.status, error.message, error.code, { reasons: error.reasons });
    throw error;
  }
}

/** Answers a write: refuses what `fromHere` does, a read-only interface (403), and a missing token (401). */
export async function writing(request: Request, work: () => Promise<Response>): Promise<Response> {
  return fromHere(request, async () => {
    const server = marsad();
    if (server.writeAccess === 'read-only') return refusal(403, 'this interface is read-only: set ADMIN_TOKEN to write through it', 'read-only');
    if (!server.mayWrite(request.headers.get('authorization'))) return refusal(401, 'give the admin token as "Authorization: Bearer ..."', 'token');
    return work();
  });
}

/** A body that can't be taken, and why. */
class BadBody extends Error {
  constructor(readonly status: 400 | 413, message: string, readonly code: RefusalAnswer['code'], readonly reasons?: RefusalReason[]) {
    super(message);
  }
}

/** The body, never more of it than may be: its announced length may be missing. */
export async function readBytes(request: Request, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.length;
    if (size > most) throw new BadBody(413, `a body may have ${most} bytes`, 'too-large');
    chunks.push(part.value);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

const MOST_JSON_BYTES = 1_000_000;

/** The body as JSON of that shape; 400 with what is wrong, and where. */
export async function readJson<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  const text = new TextDecoder().decode(await readBytes(request, MOST_JSON_BYTES));
  const read = schema.safeParse(fromJson(text));
  if (!read.success) throw new BadBody(400, problemsOf(read.error).join('; '), 'bad-input', reasonsOf(read.error));
  return read.data;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new BadBody(400, `the body is no JSON: ${error.message}`, 'no-json');
  }
}

/** The id that a route's folder stands for; null where it can't be one. */
export function readId(text: string): number | null {
  return /^[0-9]{1,9}$/u.test(text) ? Number(text) : null;
}

/** A 64-bit id as a decimal text, likewise. */
export function readArticleId(text: string): string | null {
  return /^[0-9]{1,18}$/u.test(text) ? text : null;
}

export interface WithId {
  params: Promise<{ id: string }>;
}

/** Does something to the feed that the address names; `work` answers null where there is none. */
export async function onFeed<T>({ params }: WithId, work: (id: number) => Promise<T | null>, answer: (result: T) => Response): Promise<Response> {
  const id = readId((await params).id);
  const result = id === null ? null : await work(id);
  return result === null ? refusal(404, 'there is no feed of that id', 'no-feed') : answer(result);
}
