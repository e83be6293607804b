import { z } from 'zod';
import { isTimeZone } from './buckets';
import type { FilterQuery } from './events';
import { filterQuerySchema, idSchema } from './filter-query';
import { SPIKE_STATES } from './spike';
import { BUCKETS, SERIES_BY, TOP_ORDERS, type SeriesQuery } from './trends';
import { DEFAULT_WINDOW } from './window';

/** What the routes of /api/v1 take, read from the address. One set of filter parameters everywhere. */

export type ApiQuery<T> = { ok: true; query: T } | { ok: false; problems: string[] };

const FILTER = filterQuerySchema.omit({ window: true }).shape;
const REPEATED: ReadonlySet<string> = new Set(['region', 'topic', 'publisher', 'lang', 'role', 'key', 'state']);
const FORMATS = ['json', 'csv'] as const;

const most = (limit: number) => z.coerce.number('is no number').int('is no whole number').min(1, 'is less than 1').max(limit, `is more than ${limit}`);
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values, `is none of ${values.join(', ')}`);

export const MOST_ARTICLES = 200;
export const DEFAULT_ARTICLES = 50;
/** More circles than a screen has room for. */
export const MOST_MAPPED = 5_000;

const format = oneOf(FORMATS).default('json');
const tz = z.string().refine(isTimeZone, 'is no time zone such as Asia/Damascus');
const keys = z.array(idSchema).max(8, 'are more than 8');
/** the same question over the socket, where lists are lists */
const seriesQuerySchema = z.object({ filter: filterQuerySchema, bucket: oneOf(BUCKETS), tz, by: oneOf(SERIES_BY).nullable(), keys });
const { q, region, topic, from, to, last } = FILTER;

/** What each route reads from its address. A route takes no parameter that would say nothing there. */
export const API_PARAMETERS = {
  articles: { ...FILTER, limit: most(MOST_ARTICLES).default(DEFAULT_ARTICLES), next: z.string().max(60).optional(), format },
  feed: { ...FILTER, limit: most(MOST_ARTICLES).default(DEFAULT_ARTICLES) },
  series: { ...FILTER, bucket: oneOf(BUCKETS).default('hour'), tz: tz.default('UTC'), by: oneOf(SERIES_BY).optional(), key: keys.default([]), format },
  top: { ...FILTER, by: oneOf(SERIES_BY).default('place'), order: oneOf(TOP_ORDERS).default('count'), limit: most(50).default(12), format },
  facets: { ...FILTER, names: oneOf(['yes', 'no']).default('yes'), format },
  spikes: { region, topic, from, to, last, state: z.array(oneOf(SPIKE_STATES)).default([]), limit: most(200).default(50), format },
  map: { ...FILTER, limit: most(MOST_MAPPED).default(1_000), hours: oneOf(['yes', 'no']).default('no'), format },
  places: { q, within: idSchema.optional(), limit: most(200).default(50), format },
  topics: { q, limit: most(500).default(500), format },
} as const satisfies Record<string, z.ZodRawShape>;

export const repeats = (parameter: string): boolean => REPEATED.has(parameter);

function given(params: URLSearchParams): Record<string, unknown> {
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, repeats(name) ? params.getAll(name) : params.get(name)]));
}

/** What zod can't see: parameters that are none, or that say two things, and a time that ends before it begins. */
function contradictions(params: URLSearchParams, known: readonly string[]): string[] {
  const names = [...new Set(params.keys())];
  const [from, to] = ['from', 'to'].map((name) => Date.parse(params.get(name) ?? ''));
  return [
    ...names.filter((name) => !known.includes(name)).map((name) => `${name}: is no parameter here; there are ${known.join(', ')}`),
    ...names.filter((name) => known.includes(name) && !repeats(name) && params.getAll(name).length > 1).map((name) => `${name}: is given more than once`),
    ...(Number(from) >= Number(to) ? ['from: is not before to'] : []),
  ];
}

function read<T extends z.ZodRawShape>(params: URLSearchParams, shape: T): ApiQuery<z.infer<z.ZodObject<T>> & { filter: FilterQuery }> {
  const parsed = z.object(shape).safeParse({ region: [], topic: [], q: '', ...given(params) });
  const problems = [...contradictions(params, Object.keys(shape)), ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`)];
  if (problems.length > 0 || !parsed.success) return { ok: false, problems };
  const filter = Object.fromEntries(Object.entries(parsed.data).filter(([name]) => name in FILTER)) as Partial<FilterQuery>;
  return { ok: true, query: { ...parsed.data, filter: { region: [], topic: [], ...filter, q: (filter.q ?? '').replaceAll('\u0000', '').trim(), window: DEFAULT_WINDOW } } };
}

export const readArticlesQuery = (params: URLSearchParams) => read(params, API_PARAMETERS.articles);
export const readFeedQuery = (params: URLSearchParams) => read(params, API_PARAMETERS.feed);
export const readTopQuery = (params: URLSearchParams) => read(params, API_PARAMETERS.top);
export const readFacetsQuery = (params: URLSearchParams) => read(params, API_PARAMETERS.facets);
export const readSpikesQuery = (params: URLSearchParams) => read(params, API_PARAMETERS.spikes);
export const readMapQuery = (params: URLSearchParams) => read(params, API_PARAMETERS.map);
export const readPlacesQuery = (params: URLSearchParams) => read(params, API_PARAMETERS.places);
export const readTopicsQuery = (params: URLSearchParams) => read(params, API_PARAMETERS.topics);

/** Without `by`, a key says itself what it is: `region:SY`. */
const KEY_NAME = new RegExp(`^(?:${SERIES_BY.join('|')}):.+$`, 'u');
const noNames = (keys: readonly string[]) => keys.filter((key) => !KEY_NAME.test(key)).map((key) => `key: ${key} is no name such as region:SY or topic:conflict, and there is no by that says what it is`);

export function readSeriesQuery(params: URLSearchParams): ApiQuery<{ series: SeriesQuery; format: (typeof FORMATS)[number] }> {
  const parsed = read(params, API_PARAMETERS.series);
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
