import { z } from 'zod';
import type { FilterQuery } from './events';
import { LAST_NAMES } from './last';
import { PLACE_ROLES } from './place';
import { DEFAULT_WINDOW, WINDOWS, type WindowName } from './window';

/** of a region, a topic or another key */
export const idSchema = z.string().min(1).max(64).regex(/^[\p{L}\p{N}._:-]+$/u, 'is no id');

const time = z.iso.datetime({ offset: true, error: 'is no ISO time such as 2026-11-24T00:00:00Z' });

/** The limits of what a reader may ask: checked on every request, from the address bar and from the socket alike. */
export const filterQuerySchema = z.object({
  region: z.array(idSchema).max(20),
  topic: z.array(idSchema).max(20),
  publisher: z.array(z.string().regex(/^[0-9]{1,9}$/u, 'is no number')).max(20).optional(),
  lang: z.array(z.string().regex(/^[a-z]{2,3}$/u, 'is no language code such as ar')).max(20).optional(),
  role: z.array(z.enum(PLACE_ROLES, `is none of ${PLACE_ROLES.join(', ')}`)).max(PLACE_ROLES.length).optional(),
  q: z.string().max(200),
  from: time.nullable().optional(),
  to: time.nullable().optional(),
  last: z.enum(LAST_NAMES, `is none of ${LAST_NAMES.join(', ')}`).nullable().optional(),
  window: z.enum(Object.keys(WINDOWS) as [WindowName, ...WindowName[]]),
});

export type ParsedFilter = { ok: true; query: FilterQuery } | { ok: false; problems: string[]; fields: (keyof FilterQuery)[] };

/** Parameters that most filters do without are left out where they are not given. */
function lists(params: URLSearchParams): Record<string, unknown> {
  const repeated = (['publisher', 'lang', 'role'] as const).filter((name) => params.has(name)).map((name) => [name, params.getAll(name)]);
  const single = (['from', 'to', 'last'] as const).filter((name) => params.has(name)).map((name) => [name, params.get(name)]);
  return Object.fromEntries([...repeated, ...single]);
}

/**
 * A filter from the address: `region`, `topic`, `publisher`, `lang` and `role` repeat, `from` and `to` are ISO times, `last` is one of lib/last, `q` is text, `window` is one of lib/window.
 * Every bad parameter is named, in one go.
 */
export function parseFilterQuery(params: URLSearchParams): ParsedFilter {
  const parsed = filterQuerySchema.safeParse({
    region: params.getAll('region'),
    topic: params.getAll('topic'),
    ...lists(params),
    q: (params.get('q') ?? '').trim(),
    window: params.get('window') ?? DEFAULT_WINDOW,
  });
  if (parsed.success) return { ok: true, query: parsed.data };
  const fields = [...new Set(parsed.error.issues.map(({ path }) => path[0] as keyof FilterQuery))];
  return { ok: false, fields, problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) };
}
