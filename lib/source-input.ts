import { z } from 'zod';
import { REFUSAL_CODES, type NewSource, type RefusalReason, type SourceChange } from './source';
import { countrySchema, feedUrlSchema, languageSchema, nameSchema, timezoneSchema } from './starting-feeds';

/** The most feeds that are added at once. */
export const MOST_ADDED = 5000;

/** Levels joined by "/"; empty ones mean nothing. */
const folderSchema = z.string().max(500).transform((path) => path.split('/').map((level) => level.trim()).filter(Boolean).join('/') || null);

const known = {
  language: languageSchema.nullable(),
  country: countrySchema.nullable(),
  timezone: timezoneSchema.nullable(),
  folder: folderSchema.nullable(),
  fullArticles: z.boolean(),
};

/** A feed to be added, as a page or the command line hands it in. */
export const newSourceSchema: z.ZodType<NewSource> = z.strictObject({
  url: feedUrlSchema,
  title: nameSchema,
  siteUrl: feedUrlSchema.nullable().optional(),
  publisherName: nameSchema.nullable().optional(),
  language: known.language.optional(),
  country: known.country.optional(),
  timezone: known.timezone.optional(),
  folder: known.folder.optional(),
  fullArticles: known.fullArticles.optional(),
});

export const newSourcesSchema = z.strictObject({
  feeds: z.array(newSourceSchema).min(1, 'is empty').max(MOST_ADDED, `has more than ${MOST_ADDED} feeds`),
});

/** What is to be changed of a feed; what isn't named stays. */
export const sourceChangeSchema: z.ZodType<SourceChange> = z.strictObject({
  title: nameSchema, url: feedUrlSchema, publisherName: nameSchema, ...known, paused: z.boolean(),
}).partial();

export const MOST_DAYS = 36_500;
export const retentionSchema = z.strictObject({
  days: z.number('is neither a number nor null').int('is no whole number').min(1, 'is less than one').max(MOST_DAYS, `is more than ${MOST_DAYS}`).nullable(),
});

/** What zod found wrong, one line each: `feeds.0.url: is no http or https address`. */
export function problemsOf(error: z.ZodError): string[] {
  return error.issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`));
}

const codeOf = (reason: unknown) => REFUSAL_CODES.find((code) => code === reason);

/** What zod found wrong, for the reader's own words. */
export function reasonsOf(error: z.ZodError): RefusalReason[] {
  return error.issues.map((issue) => {
    const field = issue.path.length === 0 ? {} : { field: issue.path.join('.') };
    if (issue.code === 'custom') return { code: codeOf(issue.params?.reason) ?? 'bad', ...field, ...(typeof issue.params?.n === 'number' ? { n: issue.params.n } : {}) };
    const ofLength = 'origin' in issue && (issue.origin === 'string' || issue.origin === 'array');
    if (issue.code === 'too_big' && ofLength) return { code: 'too-long', ...field, n: Number(issue.maximum) };
    return { code: issue.code === 'too_small' && ofLength ? 'empty' : 'bad', ...field };
  });
}
