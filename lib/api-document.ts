import { z } from 'zod';
import { API_ANSWERS } from './api-answer';
import { API_PARAMETERS, repeats } from './api-query';

/** The OpenAPI document of /api/v1 and the feeds, made from what reads the parameters and from what the answers are held to. */

type Json = Record<string, unknown>;
type AnswerName = keyof typeof API_ANSWERS;

interface ApiRoute {
  path: string;
  summary: string;
  parameters: z.ZodRawShape;
  /** one of these; none: XML, which has no schema here */
  answers: readonly AnswerName[];
  types: readonly string[];
}

const TABLE = ['application/json', 'text/csv'] as const;

const ROUTES: readonly ApiRoute[] = [
  { path: '/api/v1/articles', summary: 'A page of a filter’s articles, newest publication first', parameters: API_PARAMETERS.articles, answers: ['Articles'], types: TABLE },
  { path: '/api/v1/series', summary: 'How often a filter’s articles were published, bucket by bucket', parameters: API_PARAMETERS.series, answers: ['Series'], types: TABLE },
  { path: '/api/v1/top', summary: 'The most mentioned, with the equally long time before', parameters: API_PARAMETERS.top, answers: ['Top'], types: TABLE },
  { path: '/api/v1/facets', summary: 'How many articles one would find beside what is chosen, choice by choice', parameters: API_PARAMETERS.facets, answers: ['Facets', 'FacetCounts'], types: TABLE },
  { path: '/api/v1/map', summary: 'How often places are named and in which roles, by what a map makes of them', parameters: API_PARAMETERS.map, answers: ['Map'], types: TABLE },
  { path: '/api/v1/spikes', summary: 'What is mentioned far more often than its past explains', parameters: API_PARAMETERS.spikes, answers: ['Spikes'], types: TABLE },
  { path: '/api/v1/places', summary: 'Places that articles name, the most mentioned first', parameters: API_PARAMETERS.places, answers: ['Places'], types: TABLE },
  { path: '/api/v1/topics', summary: 'Topics, built in and own', parameters: API_PARAMETERS.topics, answers: ['Topics'], types: TABLE },
  { path: '/feed.xml', summary: 'A filter’s articles as RSS 2.0', parameters: API_PARAMETERS.feed, answers: [], types: ['application/rss+xml'] },
  { path: '/feed.json', summary: 'A filter’s articles as JSON Feed 1.1', parameters: API_PARAMETERS.feed, answers: ['JsonFeed'], types: ['application/feed+json'] },
];

const SAID: Readonly<Record<string, string>> = {
  region: 'ISO country, admin-1 code such as SY.12, GeoNames id or a region’s id; with everything inside it', topic: 'id of a topic, with those below it', publisher: 'id of a publisher',
  lang: 'ISO 639-1', role: 'what the place is to the article; with region, of that place', q: 'words in any of their forms, "a phrase", a OR b, -not, begin*; of places and topics, how a word of the name begins',
  last: 'instead of from and to: the span that ends now', names: 'no: JSON of counts by id, without names', within: 'only places in the one of this id',
  from: 'published at this time or later', to: 'published before this time', tz: 'IANA time zone: days and weeks are its', by: 'what to split or rank by',
  key: 'which: ids of `by`, or without it names of any kinds such as region:SY and topic:conflict', next: 'where the page before ended', format: 'CSV comes with a byte-order mark',
  order: 'by how many, or by what was gained or lost against the time before', state: 'of its life', bucket: 'width', limit: 'how many at most', hours: 'yes: also hour by hour, of the span’s last day',
};

/** What `format` says already is not said again in letters, and what an integer can't exceed anyway not at all. */
const PLAIN = {
  io: 'output', unrepresentable: 'any',
  override({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }) {
    if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  },
} as const;

/** A parameter that may be left out is a string, or what else the address can say: null it can't. */
function stated(schema: z.ZodType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, PLAIN) as Json & { anyOf?: Json[] };
  const said = json.anyOf?.filter(({ type }) => type !== 'null') ?? [];
  return said[0] !== undefined && said.length === 1 ? said[0] : json;
}

const parameterOf = ([name, schema]: [string, unknown]): Json => ({
  name, in: 'query', required: false, description: `${SAID[name] ?? ''}${repeats(name) ? '; repeats: any of them' : ''}`,
  schema: stated(schema as z.ZodType), ...(repeats(name) ? { style: 'form', explode: true } : {}),
});

const refTo = (name: string) => `#/components/schemas/${name}`;
const isText = (type: string) => !type.endsWith('json');

function contentOf({ types, answers }: ApiRoute): Json {
  const refs = answers.map((name) => ({ $ref: refTo(name) }));
  const json = refs.length === 1 ? refs[0] : { anyOf: refs };
  return Object.fromEntries(types.map((type) => [type, { schema: isText(type) ? { type: 'string' } : json }]));
}

function operationOf(route: ApiRoute): Json {
  return {
    get: {
      operationId: route.path.replace(/^\/(?:api\/v1\/)?/u, '').replace('.', '_'), summary: route.summary, parameters: Object.entries(route.parameters).map(parameterOf),
      responses: {
        200: { description: route.summary, content: contentOf(route) },
        400: { description: 'What can’t be asked, by the names of the parameters', content: { 'application/json': { schema: { $ref: refTo('Problem') } } } },
      },
    },
  };
}

function schemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(API_ANSWERS)) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, { ...PLAIN, uri: refTo }).schemas;
  return Object.fromEntries(Object.entries(made).map(([id, { $id: _id, $schema: _schema, ...schema }]) => [id, schema]));
}

/** OpenAPI 3.1, whose schemas are JSON Schema 2020-12. */
export function apiDocument(): Json {
  return {
    openapi: '3.1.0',
    info: { title: 'Marsad · مرصد', version: '1', description: 'Articles, counts and spikes of this Marsad. Values of one parameter are or, different parameters and. Times are ISO 8601 in UTC.' },
    servers: [{ url: '/' }],
    paths: Object.fromEntries([
      ...ROUTES.map((route) => [route.path, operationOf(route)]),
      ['/api/v1/openapi.json', { get: { operationId: 'openapi', summary: 'This document', responses: { 200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' } } } } } } }],
    ]),
    components: { schemas: schemas() },
  };
}
