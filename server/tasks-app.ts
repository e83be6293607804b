import { z } from 'zod';
import { askIngest } from './ask-ingest';
import type { Database } from './db/client';
import { POLL_OUTCOMES } from '../lib/feed';
import type { Discovery } from '../lib/source';

/** What web processes ask of ingest processes: the kinds of tasks, in one place for both sides. */
export const REMOVE_SAMPLE = 'sample:remove';
export const DISCOVER = 'sources:discover';
export const EXPIRE = 'articles:expire';

const REMOVE_WAIT_MS = 20_000;
/** Longer than discovery's own deadline, so that what is heard is its answer. */
const DISCOVER_WAIT_MS = 25_000;

const removedSchema = z.object({ removed: z.number() });
export const discoverSchema = z.object({ address: z.string() });

const outcomeSchema = z.enum(POLL_OUTCOMES);
const failedSchema = z.object({ url: z.string(), outcome: outcomeSchema, detail: z.string() });
const foundSchema = z.object({
  url: z.string(),
  title: z.string().nullable(),
  siteUrl: z.string().nullable(),
  language: z.string().nullable(),
  known: z.number().nullable(),
  preview: z.array(z.object({ title: z.string(), link: z.string().nullable(), publishedAt: z.string().nullable(), dir: z.enum(['ltr', 'rtl']) })),
  entries: z.number(),
});
const discoverySchema: z.ZodType<Discovery> = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), feeds: z.array(foundSchema), failed: z.array(failedSchema) }),
  z.object({ ok: z.literal(false), outcome: outcomeSchema, detail: z.string() }),
]);

/** Ends the sample wire wherever it runs, and says how many articles went. */
export function askToRemoveSample(db: Database): Promise<{ removed: number }> {
  return askIngest(db, { kind: REMOVE_SAMPLE, answer: removedSchema, waitMs: REMOVE_WAIT_MS });
}

/** Looks for feeds at an address; the ingest side does it, on the network. */
export function askToDiscover(db: Database, address: string): Promise<Discovery> {
  return askIngest(db, { kind: DISCOVER, payload: { address }, answer: discoverySchema, waitMs: DISCOVER_WAIT_MS });
}
