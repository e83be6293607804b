export type Removal = { outcome: 'removed'; removed: number } | { outcome: 'token-needed' } | { outcome: 'failed'; reason: string };

/** Asks the server to end the sample wire. Never throws: what went wrong is for the reader to see. */
export async function removeSample(token: string | null): Promise<Removal> {
  try {
    const headers: HeadersInit = token === null ? {} : { authorization: `Bearer ${token}` };
    const response = await fetch('/api/sample', { method: 'DELETE', headers });
    if (response.status === 401) return { outcome: 'token-needed' };
    const body = (await response.json()) as { removed?: number; error?: string };
    if (response.ok) return { outcome: 'removed', removed: body.removed ?? 0 };
    return { outcome: 'failed', reason: body.error ?? `${response.status} ${response.statusText}` };
  } catch (error) {
    return { outcome: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}
