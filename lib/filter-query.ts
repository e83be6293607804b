import { z } from 'zod';
import type { FilterQuery } from './events';
import { DEFAULT_WINDOW, WINDOWS, type WindowName } from './window';

const id = z.string().min(1).max(64).regex(/^[\p{L}\p{N}._:-]+$/u, 'is no id');

/** The limits of what a reader may ask: checked on every request, from the address bar and from the socket alike. */
export const filterQuerySchema = z.object({
  region: z.array(id).max(20),
  topic: z.array(id).max(20),
  q: z.string().max(200),
  window: z.enum(Object.keys(WINDOWS) as [WindowName, ...WindowName[]]),
});

export type ParsedFilter = { ok: true; query: FilterQuery } | { ok: false; problems: string[]; fields: (keyof FilterQuery)[] };

/**
 * A filter from the address: `region` and `topic` repeat, `q` is text, `window` is one of lib/window.
 * Every bad parameter is named, in one go.
 */
export function parseFilterQuery(params: URLSearchParams): ParsedFilter {
  const parsed = filterQuerySchema.safeParse({
    region: params.getAll('region'),
    topic: params.getAll('topic'),
    q: (params.get('q') ?? '').trim(),
    window: params.get('window') ?? DEFAULT_WINDOW,
  });
  if (parsed.success) return { ok: true, query: parsed.data };
  const fields = [...new Set(parsed.error.issues.map(({ path }) => path[0] as keyof FilterQuery))];
  return { ok: false, fields, problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) };
}
