import { z } from 'zod';

const REGIONS = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Asks what this Node's ICU knows, so that no list of codes has to be kept. */
function known(names: Intl.DisplayNames, code: string): boolean {
  try {
    return names.of(code) !== undefined;
  } catch {
    return false;
  }
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}

// What may be said of a feed, in whichever way it comes in.
export const nameSchema = z.string().trim().min(1, 'is empty').max(200);
export const countrySchema = z.string().refine((code) => /^[A-Z]{2}$/.test(code) && known(REGIONS, code), 'is no ISO 3166-1 alpha-2 code');
export const languageSchema = z.string().refine((code) => /^[a-z]{2,3}$/.test(code) && known(LANGUAGES, code), 'is no ISO 639 code');
export const timezoneSchema = z.string().refine(isTimeZone, 'is no IANA time zone');
export const feedUrlSchema = z.url({ protocol: /^https?$/, error: 'is no http or https address' }).max(2000);

const startingFeedSchema = z.strictObject({
  publisher: z.strictObject({
    slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is no slug (small Latin letters, digits, single hyphens)'),
    name: nameSchema,
    /** null for those of no country: the United Nations */
    country: countrySchema.nullable(),
  }),
  url: feedUrlSchema,
  title: nameSchema,
  /** null where nobody knows */
  language: languageSchema.nullable(),
  country: countrySchema.nullable(),
  /** the zone of dates that name none */
  timezone: timezoneSchema.optional(),
});

/** One feed of a list that Marsad starts with (prisma/feeds.json, or the file that FEEDS names). */
export type StartingFeed = z.infer<typeof startingFeedSchema>;

/** Thrown for a list that can't be used. `problems` names every row (from 1) and field, each with what is wrong. */
export class StartingFeedsError extends Error {
  constructor(readonly problems: string[]) {
    super(problems.join('\n'));
    this.name = 'StartingFeedsError';
  }
}

function describe(issue: z.core.$ZodIssue): string {
  const [row, ...field] = issue.path;
  if (typeof row !== 'number') return `the list of feeds: ${issue.message}`;
  return `feed ${row + 1}${field.length ? `, ${field.join('.')}` : ''}: ${issue.message}`;
}

/** The first row that has what a row has and must not, counted from 1. */
function firstRow(feeds: StartingFeed[], upTo: number, clashes: (feed: StartingFeed) => boolean): number | null {
  const row = feeds.slice(0, upTo).findIndex(clashes);
  return row < 0 ? null : row + 1;
}

/** What no row can know alone: an address twice, a publisher under two names or two slugs. */
function contradictions(feeds: StartingFeed[]): string[] {
  return feeds.flatMap(({ url, publisher: { slug, name: called, country: from } }, index) => {
    const sameUrl = firstRow(feeds, index, (other) => other.url === url);
    const otherName = firstRow(feeds, index, ({ publisher: p }) => p.slug === slug && (p.name !== called || p.country !== from));
    const otherSlug = firstRow(feeds, index, ({ publisher: p }) => p.slug !== slug && p.name === called);
    const at = `feed ${index + 1}`;
    return [
      sameUrl ? `${at}, url: is that of feed ${sameUrl} too` : '',
      otherName ? `${at}, publisher: "${slug}" has another name or country in feed ${otherName}` : '',
      otherSlug ? `${at}, publisher.name: is that of feed ${otherSlug}, which has another slug` : '',
    ].filter(Boolean);
  });
}

/**
 * Checks a list of starting feeds as read from JSON.
 * @throws StartingFeedsError naming all that is wrong, in one go
 */
export function parseStartingFeeds(json: unknown): StartingFeed[] {
  const parsed = z.array(startingFeedSchema, 'is no list').safeParse(json);
  const problems = parsed.success ? contradictions(parsed.data) : parsed.error.issues.map(describe);
  if (problems.length > 0 || !parsed.success) throw new StartingFeedsError(problems);
  return parsed.data;
}
