import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { problemsOf, reasonsOf } from '@/lib/source-input';
import { readerIn } from '../../reader';
import { fromHere, noStore, refusal } from '../answers';

/** The routes of /api/reader begin here: whose state it is. */

const COOKIE = 'marsad_reader';
/** 400 days: browsers keep none longer. */
const MAX_AGE_SECONDS = 400 * 86_400;

/** The reader's id; null where the browser has none yet. */
export const readerOf = (request: Request): string | null => readerIn(request.headers.get('cookie'));

/** Whoever came by https, as a proxy says it, never sends the cookie in the open. */
function isSecure(request: Request): boolean {
  return (request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim() ?? new URL(request.url).protocol.replace(':', '')) === 'https';
}

function cookieOf(request: Request, reader: string): string {
  return `${COOKIE}=${reader}; Path=/; Max-Age=${MAX_AGE_SECONDS}; HttpOnly; SameSite=Lax${isSecure(request) ? '; Secure' : ''}`;
}

/** Answers a reader, who is given an id where there is none yet; with each answer it lasts anew. */
export async function asReader(request: Request, work: (reader: string) => Promise<Response>): Promise<Response> {
  const reader = readerOf(request) ?? randomBytes(16).toString('hex');
  const answer = await work(reader);
  if (answer.ok) answer.headers.append('set-cookie', cookieOf(request, reader));
  return answer;
}

/** A write of the reader's own: from a page of ours, without the admin token. */
export const writingOwn = (request: Request, work: (reader: string) => Promise<Response>): Promise<Response> => fromHere(request, () => asReader(request, work));

export const found = (body: unknown, status = 200): Response => Response.json(body, { status, headers: noStore });
export const noView = (): Response => refusal(404, 'there is no view of that id', 'no-view');

/** A parameter that can't be asked, in the form of all refusals. */
export const badParameter = (error: z.ZodError): Response => refusal(400, problemsOf(error).join('; '), 'bad-input', { reasons: reasonsOf(error) });
