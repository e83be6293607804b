import { z } from 'zod';
import type { ArticleItem, DateFlag } from './article';
import type { Choice } from './dashboard';
import type { Label } from './label';
import type { MapAnswer, MappedPlace } from './map';
import { PLACE_KINDS, PLACE_ROLES } from './place';
import { SPIKE_STATES, type SpikeArticle, type SpikeCompanion, type SpikeHistory, type SpikeView } from './spike';
import { BUCKETS, SERIES_BY, type ArticlePage, type Facet, type FacetCounts, type Facets, type KnownPlace, type Mover, type SeriesAnswer, type SeriesBucket, type TopAnswer } from './trends';

/**
 * What the routes of /api/v1 answer, for the document of the API. The types hold these to the interfaces that the answers are made as; a test holds
 * them to real answers. Nothing is added to an answer that isn't here.
 */

const time = z.iso.datetime();
const count = z.int().min(0);
const DATE_FLAGS = ['missing', 'unreadable', 'future', 'implausible', 'no-zone', 'day-only', 'approximate'] as const satisfies readonly DateFlag[];

const label: z.ZodType<Label> = z.strictObject({ en: z.string(), ar: z.string().nullable() }).describe('A name in English and Arabic; ar is null where none is known');
const publisher = z.strictObject({ id: z.int(), name: z.string() });
const direction = z.enum(['ltr', 'rtl']);

const article: z.ZodType<ArticleItem> = z.strictObject({
  id: z.string().describe('64 bits, decimal'), version: z.int().min(1), title: z.string(), lead: z.string().describe('the first few hundred characters of the text'),
  lang: z.string().nullable(), dir: direction, url: z.string().nullable(), publisher,
  publishedAt: time.nullable(), dateFlag: z.enum(DATE_FLAGS).nullable().describe('why publishedAt is missing, or how exact it is'),
  firstSeenAt: time, fetchedAt: time, storedAt: time, editedAt: time.nullable(), sortAt: time.describe('the order of all lists, and the time of all counts: publishedAt, or firstSeenAt'),
  backfill: z.boolean().describe('came with the first poll of its feed'), sample: z.boolean(),
  places: z.array(z.strictObject({ id: z.string(), label, kind: z.enum(PLACE_KINDS), role: z.enum(PLACE_ROLES), country: z.string().nullable() })),
  topics: z.array(z.strictObject({ id: z.string(), label, score: z.number(), own: z.boolean().optional(), colour: z.string().nullable().optional() })),
});

const bucket: z.ZodType<SeriesBucket> = z.strictObject({
  start: time, count: count.nullable(), share: z.number().min(0).max(1).nullable().describe('of all articles published in it; null where there are none'),
  publishers: count.nullable().describe('distinct publishers; a family of feeds is one'),
  state: z.enum(['complete', 'running', 'gap', 'expired']).describe('gap: a feed that matters may not have told all of it; expired: retention deleted what would have to be asked'),
  late: count.nullable().describe('of count, stored so late that they say nothing about now'), projected: z.number().nullable().describe('what a running bucket would come to'),
});

const mover: z.ZodType<Mover> = z.strictObject({
  key: z.string(), id: z.string(), label, kind: z.enum(PLACE_KINDS).optional(), country: z.string().nullable().optional(),
  count, before: count.describe('in the equally long time before'), publishers: count,
});

const facet: z.ZodType<Facet> = z.strictObject({ id: z.string(), label, parent: z.string().nullable(), count });
const counts = z.record(z.string(), count);
const topic: z.ZodType<Choice> = z.strictObject({ id: z.string(), label, parent: z.string().nullable(), own: z.boolean().optional(), colour: z.string().nullable().optional(), kind: z.enum(PLACE_KINDS).optional(), more: z.boolean().optional() });

const place: z.ZodType<KnownPlace> = z.strictObject({
  id: z.string(), label, kind: z.enum(PLACE_KINDS), country: z.string().nullable(), lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180),
  within: z.array(z.string()).describe('ids of what it lies within, nearest first'), articles: count,
});

const mapped: z.ZodType<MappedPlace> = z.strictObject({
  id: z.string(), label, kind: z.enum(PLACE_KINDS), country: z.string().nullable(), lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180), within: z.array(z.string()),
  count: count.describe('articles that name it or what lies within it, in one of the roles asked for'), share: z.number().min(0).max(1).describe('of all articles of the filter'), publishers: count,
  roles: z.partialRecord(z.enum(PLACE_ROLES), count).describe('articles by its role in them; an article may give several to what lies within one country'),
});
const mappedPlaces = z.array(mapped);
const map: z.ZodType<MapAnswer> = z.strictObject({
  from: time, to: time, total: count, countries: mappedPlaces, provinces: mappedPlaces, places: mappedPlaces.describe('towns, quarters and sites'),
  others: mappedPlaces.describe('world regions and waters'), leftOut: count.describe('places with fewer mentions than limit let in'),
  frames: z.array(z.strictObject({ start: time, total: count, counts: z.record(z.string(), count).describe('by the id of a place') })).optional(),
});

const spikeArticle: z.ZodType<SpikeArticle> = z.strictObject({
  id: z.string(), title: z.string(), dir: direction, lang: z.string().nullable(), url: z.string().nullable(), publisher, publishedAt: time.nullable(), firstSeenAt: time,
});
const companion: z.ZodType<SpikeCompanion> = z.strictObject({ key: z.string(), label, count, expected: z.number() });

const spike: z.ZodType<SpikeView> = z.strictObject({
  id: z.string(), series: z.string().describe('what is mentioned: region:SY, topic:conflict, both with a space between, or search:12'), labels: z.array(label),
  query: z.string().describe('the address parameters of its articles'), lane: z.enum(['fast', 'slow']), state: z.enum(SPIKE_STATES),
  startedAt: time, foundAt: time, peakAt: time, endedAt: time.nullable(), observed: count, expected: z.number(), windowMinutes: z.int(),
  surprise: z.number().describe('-log10 of the chance that as many come by themselves'), publishers: count,
  story: z.strictObject({
    first: spikeArticle.nullable(), articles: z.array(spikeArticle), publishers: z.array(z.strictObject({ id: z.int(), name: z.string(), count })),
    places: z.array(companion), topics: z.array(companion),
  }),
});

const spikeHistory: z.ZodType<SpikeHistory> = z.strictObject({
  hours: count.describe('with articles, of the last four weeks'), needed: count.describe('with fewer nothing is called unusual'), enough: z.boolean(),
});

const articles: z.ZodType<ArticlePage> = z.strictObject({ items: z.array(article), next: z.string().nullable().describe('the parameter next of the next, older page; null at the end') });
const series: z.ZodType<SeriesAnswer> = z.strictObject({
  from: time, to: time, bucket: z.enum(BUCKETS), tz: z.string(), series: z.array(z.strictObject({ key: z.string(), label, buckets: z.array(bucket) })),
});
const top: z.ZodType<TopAnswer> = z.strictObject({ from: time, to: time, by: z.enum(SERIES_BY), items: z.array(mover) });
const facets: z.ZodType<Facets> = z.strictObject({
  from: time, to: time, total: count, region: z.array(facet), topic: z.array(facet), publisher: z.array(facet), lang: z.array(facet), role: z.array(facet),
});

const facetCounts: z.ZodType<FacetCounts> = z.strictObject({ from: time, to: time, total: count, region: counts, topic: counts, publisher: counts, lang: counts, role: counts });

/** What was wrong, field by field: `bucket: is none of minute, hour, day, week`. */
const problem = z.strictObject({ error: z.string(), problems: z.array(z.string()).describe('one for each bad parameter, which it begins with') });

const feedItem = z.object({
  id: z.string(), url: z.string().optional(), title: z.string(), content_text: z.string(), date_published: time.optional(), date_modified: time.optional(),
  authors: z.array(z.object({ name: z.string() })), language: z.string().optional(), tags: z.array(z.string()),
});
const jsonFeed = z.object({ version: z.string(), title: z.string(), description: z.string(), home_page_url: z.string(), feed_url: z.string(), items: z.array(feedItem) });

/** By the names that the document has for them. */
export const API_ANSWERS = {
  Label: label, Article: article, Bucket: bucket, Mover: mover, Facet: facet, Topic: topic, Place: place, SpikeArticle: spikeArticle, Spike: spike,
  Articles: articles, Series: series, Top: top, Facets: facets, MappedPlace: mapped, Map: map, FacetCounts: facetCounts, Problem: problem, JsonFeed: jsonFeed,
  Spikes: z.strictObject({ spikes: z.array(spike), history: spikeHistory }), Places: z.strictObject({ places: z.array(place) }), Topics: z.strictObject({ topics: z.array(topic) }),
} as const satisfies Record<string, z.ZodType>;
