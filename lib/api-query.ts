import { z } from 'zod';
import { isTimeZone } from './buckets';
import type { FilterQuery } from './events';
import { filterQuerySchema } from './filter-query';
import { SPIKE_STATES } from './spike';
import { BUCKETS, SERIES_BY, TOP_ORDERS, type SeriesQuery } from './trends';
import { DEFAULT_WINDOW } from './window';

/** What the routes of /api/v1 take, read from the address. One set of filter parameters everywhere. */

export type ApiQuery<T> = { ok: true; query: T } | { ok: false; problems: string[] };

const FILTER = filterQuerySchema.omit({ window: true });
const REPEATED = ['region', 'topic', 'publisher', 'lang', 'role'] as const;
const FORMATS = ['json', 'csv'] as const;

const most = (limit: number) => z.coerce.number('is no number').int('is no whole number').min(1, 'is less than 1').max(limit, `is more than ${limit}`);
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values, `is none of ${values.join(', ')}`);

export const MOST_ARTICLES = 200;
export const DEFAULT_ARTICLES = 50;

const format = oneOf(FORMATS).default('json');
const articlesSchema = z.object({ limit: most(MOST_ARTICLES).default(DEFAULT_ARTICLES), next: z.string().max(60).optional(), format });
const tz = z.string().refine(isTimeZone, 'is no time zone such as Asia/Damascus');
const keys = z.array(z.string().min(1).max(64)).max(8, 'are more than 8');
const seriesSchema = z.object({
  bucket: oneOf(BUCKETS).default('hour'), tz: tz.default('UTC'),
  by: oneOf(SERIES_BY).optional(), key: keys.default([]), format,
});
/** the same question over the socket, where lists are lists */
const seriesQuerySchema = z.object({ filter: filterQuerySchema, bucket: oneOf(BUCKETS), tz, by: oneOf(SERIES_BY).nullable(), keys });
const topSchema = z.object({ by: oneOf(SERIES_BY).default('place'), order: oneOf(TOP_ORDERS).default('count'), limit: most(50).default(12), format });
const facetsSchema = z.object({ names: oneOf(['yes', 'no']).default('yes'), format });
const spikesSchema = z.object({ state: z.array(oneOf(SPIKE_STATES)).default([]), limit: most(200).default(50), format });
const placesSchema = z.object({ within: z.string().min(1).max(64).optional(), limit: most(200).default(50), format });
const namesSchema = z.object({ limit: most(200).default(50), format });

function read<T extends z.ZodRawShape>(params: URLSearchParams, own: z.ZodObject<T>): ApiQuery<z.infer<z.ZodObject<T>> & { filter: FilterQuery }> {
  const lists = new Set<string>([...REPEATED, 'key', 'state']);
  const names = [...new Set(params.keys())];
  const known = new Set([...Object.keys(FILTER.shape), ...Object.keys(own.shape)]);
  const given = Object.fromEntries(names.map((name) => [name, lists.has(name) ? params.getAll(name) : params.get(name)]));
  const filter = FILTER.safeParse({ region: [], topic: [], q: '', ...given });
  const rest = own.safeParse(given);
  const problems = [
    ...names.filter((name) => !known.has(name)).map((name) => `${name}: is no parameter here; there are ${[...known].join(', ')}`),
    ...[...(filter.error?.issues ?? []), ...(rest.error?.issues ?? [])].map((issue) => `${issue.path.join('.')}: ${issue.message}`),
  ];
  if (problems.length > 0 || !filter.success || !rest.success) return { ok: false, problems };
  return { ok: true, query: { ...rest.data, filter: { ...filter.data, q: filter.data.q.trim(), window: DEFAULT_WINDOW } } };
}

export const readArticlesQuery = (params: URLSearchParams) => read(params, articlesSchema);
export const readTopQuery = (params: URLSearchParams) => read(params, topSchema);
export const readFacetsQuery = (params: URLSearchParams) => read(params, facetsSchema);
export const readSpikesQuery = (params: URLSearchParams) => read(params, spikesSchema);
export const readPlacesQuery = (params: URLSearchParams) => read(params, placesSchema);
export const readNamesQuery = (params: URLSearchParams) => read(params, namesSchema);

/** Without `by`, a key says itself what it is: `region:SY`. */
const KEY_NAME = new RegExp(`^(?:${SERIES_BY.join('|')}):.+$`, 'u');
const noNames = (keys: readonly string[]) => keys.filter((key) => !KEY_NAME.test(key)).map((key) => `key: ${key} is no name such as region:SY or topic:conflict, and there is no by that says what it is`);

export function readSeriesQuery(params: URLSearchParams): ApiQuery<{ series: SeriesQuery; format: (typeof FORMATS)[number] }> {
  const parsed = read(params, seriesSchema);
  if (!parsed.ok) return parsed;
  const { filter, bucket, tz, by, key, format: answer } = parsed.query;
  const problems = by === undefined ? noNames(key) : [];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, query: { format: answer, series: { filter, bucket, tz, by: by ?? null, keys: key } } };
}

/** A question that came over the socket. */
export function checkSeriesQuery(question: unknown): ApiQuery<SeriesQuery> {
  const parsed = seriesQuerySchema.safeParse(question);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the question'}: ${issue.message}`) };
  const problems = parsed.data.by === null ? noNames(parsed.data.keys) : [];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, query: parsed.data };
}
