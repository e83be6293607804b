import { z } from 'zod';
import type { RawEntry, RawFeed } from './raw-feed';

const text = z.string().nullish().catch(null);
const identifier = z.union([z.string(), z.number().transform(String)]).nullish().catch(null);
const person = z.object({ name: text }).nullish().catch(null);
const item = z.object({
  id: identifier, url: text, external_url: text, title: text, content_html: text, content_text: text, summary: text,
  date_published: text, date_modified: text, author: person,
  authors: z.array(person).nullish().catch(null), tags: z.array(z.string()).nullish().catch(null),
});
const document = z.object({
  version: z.string().refine((version) => version.includes('jsonfeed.org/version/')),
  title: text, home_page_url: text, description: text, language: text, items: z.array(z.unknown()),
});

/** JSON Feed 1.x (https://www.jsonfeed.org/version/1.1/) -> RawFeed; null for JSON that is none. An item that is no object is left out. */
export function readJsonFeed(json: unknown): RawFeed | null {
  const parsed = document.safeParse(json);
  if (!parsed.success) return null;
  const { title, home_page_url: link, description, language, items } = parsed.data;
  return {
    title: title ?? null, link: link ?? null, description: description ?? null, language: language ?? null, base: null,
    entries: items.flatMap((raw) => {
      const read = item.safeParse(raw);
      return read.success ? [readItem(read.data)] : [];
    }),
  };
}

function readItem(raw: z.infer<typeof item>): RawEntry {
  const authors = (raw.authors ?? [raw.author]).flatMap((author) => author?.name ?? []);
  const plain = raw.content_text ?? raw.summary;
  return {
    guid: raw.id || null,
    link: raw.url || raw.external_url || null,
    originalLink: null,
    title: raw.title ? { value: raw.title, html: false } : null,
    body: raw.content_html ? { value: raw.content_html, html: true } : plain ? { value: plain, html: false } : null,
    author: authors.join(', ') || null,
    categories: raw.tags ?? [],
    published: raw.date_published ?? null,
    updated: raw.date_modified ?? null,
    base: null,
  };
}
