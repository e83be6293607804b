import { MOST_ITEMS } from './bounds';
import type { Markup, RawEntry, RawFeed } from './raw-feed';
import { undoMojibake } from './undo-mojibake';

type Json = Readonly<Record<string, unknown>>;
export type JsonFeed = Json & { items: readonly unknown[] };

/** What a JSON Feed has at the least, whatever version it claims: a list of items that are objects. */
export function isJsonFeed(json: unknown): json is JsonFeed {
  return isObject(json) && Array.isArray(json.items) && (json.items.length === 0 ? 'version' in json || 'title' in json : json.items.some(isObject));
}

/**
 * JSON Feed 1.x (https://www.jsonfeed.org/version/1.1/) -> RawFeed, as leniently as the rest: a value of the wrong type is a number
 * taken for its digits, or none. An item that is no object is left out.
 */
export function readJsonFeed(json: JsonFeed): RawFeed {
  return {
    title: first(json, 'title'),
    link: first(json, 'home_page_url'),
    description: first(json, 'description'),
    language: first(json, 'language'),
    base: null,
    hub: hubOf(json.hubs),
    self: first(json, 'feed_url'),
    ttlSeconds: null,
    entries: json.items.slice(0, MOST_ITEMS).filter(isObject).map(readItem),
  };
}

function readItem(raw: Json): RawEntry {
  const title = first(raw, 'title');
  return {
    guid: first(raw, 'id'),
    link: first(raw, 'url', 'external_url'),
    originalLink: null,
    title: title === null ? null : { value: title, html: false },
    body: bodyOf(raw),
    author: authorsOf(raw),
    categories: listed(raw.tags).flatMap((tag) => text(tag) ?? []),
    published: first(raw, 'date_published'),
    updated: first(raw, 'date_modified'),
    base: null,
    points: [],
  };
}

function bodyOf(raw: Json): Markup | null {
  const html = first(raw, 'content_html');
  const plain = first(raw, 'content_text', 'summary');
  if (html !== null) return { value: html, html: true };
  return plain === null ? null : { value: plain, html: false };
}

/** 1.1 has a list of persons, 1.0 one; some have a bare name. */
function authorsOf(raw: Json): string | null {
  const persons = listed(raw.authors ?? raw.author);
  const names = persons.flatMap((person) => (isObject(person) ? text(person.name) : text(person)) ?? []);
  return names.join(', ') || null;
}

function hubOf(hubs: unknown): string | null {
  const hub = listed(hubs).filter(isObject).find(({ type }) => String(type).toLowerCase() === 'websub');
  return hub === undefined ? null : first(hub, 'url');
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);

/** The first of the fields with any text. */
function first(from: Json, ...names: string[]): string | null {
  for (const name of names) {
    const value = text(from[name]);
    if (value !== null) return value;
  }
  return null;
}

function text(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? undoMojibake(value.trim()) : null;
}
