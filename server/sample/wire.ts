import { z } from 'zod';

const wireItemSchema = z.strictObject({
  id: z.string().regex(/^sample-\d{3}$/),
  lang: z.enum(['ar', 'en', 'fr', 'tr']),
  title: z.string().min(1),
  /** paragraphs separated by blank lines */
  text: z.string().min(1),
});

/** An item of data/sample-wire.json. It has no date of its own: it is dated when it appears. */
export type WireItem = z.infer<typeof wireItemSchema>;
export type VisibleItem = WireItem & { publishedAt: Date };

/** So many appear when the wire starts, and one more at the end of every interval. */
export const AT_ONCE = 20;
export const EVERY_MS = 20_000;

/** @throws ZodError where the file is not what this version of Marsad brings */
export function parseWire(json: unknown): WireItem[] {
  return z.array(wireItemSchema).min(1).parse(json);
}

/** The items that have appeared by `now`, each dated the moment it did, in the order of the file. */
export function visibleItems(items: readonly WireItem[], startedAt: Date, now: Date): VisibleItem[] {
  const elapsed = now.getTime() - startedAt.getTime();
  if (elapsed < 0) return [];
  return items.slice(0, AT_ONCE + Math.floor(elapsed / EVERY_MS)).map((item, index) => ({
    ...item,
    publishedAt: new Date(startedAt.getTime() + Math.max(0, index - AT_ONCE + 1) * EVERY_MS),
  }));
}
