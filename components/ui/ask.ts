import type { RefusalAnswer } from '@/lib/source';

/** What went wrong. `status` null: no answer came. `reason`: in English; `refusal`: where the server says why in a code */
export interface Failure {
  outcome: 'failed';
  status: number | null;
  reason: string;
  refusal: RefusalAnswer | null;
}

/** What a request came to. `token-needed`: the server wants the admin token, or another than the one it got. */
export type Answer<T> = { outcome: 'done'; value: T } | { outcome: 'token-needed' } | Failure;

export interface Ask {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** sent as JSON */
  json?: unknown;
  /** sent as it is, a file in its own encoding */
  raw?: { body: string | Blob; type: string };
}

/** Asks the server. Never throws: what went wrong is for the reader to see. */
export async function ask<T>(path: string, { method = 'GET', json, raw }: Ask = {}, token: string | null = null): Promise<Answer<T>> {
  try {
    const response = await fetch(path, { method, headers: headersOf({ json, raw }, token), body: raw?.body ?? (json === undefined ? undefined : JSON.stringify(json)) });
    if (response.status === 401) return { outcome: 'token-needed' };
    const body = await bodyOf(response);
    if (response.ok) return { outcome: 'done', value: body as T };
    const refusal = refusalIn(body);
    return { outcome: 'failed', status: response.status, reason: refusal?.error ?? `${response.status} ${response.statusText}`.trim(), refusal };
  } catch (error) {
    return { outcome: 'failed', status: null, reason: error instanceof Error ? error.message : String(error), refusal: null };
  }
}

function headersOf({ json, raw }: Ask, token: string | null): Record<string, string> {
  const type = raw?.type ?? (json === undefined ? null : 'application/json');
  return { accept: 'application/json', ...(type ? { 'content-type': type } : {}), ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
}

/** An answer without a body, as to "ask now", is null. */
async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return null;
  return (response.headers.get('content-type') ?? '').includes('json') ? (JSON.parse(text) as unknown) : text;
}

/** A proxy on the way may answer in words of its own. */
function refusalIn(body: unknown): RefusalAnswer | null {
  const [error, code] = typeof body === 'object' && body !== null && 'error' in body && 'code' in body ? [body.error, body.code] : [];
  return typeof error === 'string' && typeof code === 'string' ? (body as RefusalAnswer) : null;
}
