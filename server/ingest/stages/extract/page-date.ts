import { readDate, type DateContext } from '../dates/dates';
import type { LinkedData } from './json-ld';
import { firstOf, type MetaTags } from './meta-tags';

const META = [
  'article:published_time', 'og:published_time', 'og:article:published_time', 'datepublished', 'parsely-pub-date', 'sailthru.date',
  'cxenseparse:recs:publishtime',
  'article.published', 'published-date', 'publish-date', 'publishdate', 'publication_date', 'pubdate', 'dc.date.issued', 'dcterms.created', 'dcterms.date',
  'dc.date', 'dc.date.created', 'date', 'article:create_at', 'originalpublicationdate', 'last-modified', 'article:modified_time', 'og:updated_time',
  'datemodified',
];
const MARKED = '[itemprop~="datePublished"], time[pubdate], time[datetime], [class*="publish" i] time, time, abbr.published';
const CALLED = '[class*="date" i], [class*="publish" i], [class*="time" i], [id*="date" i], [class*="posted" i], [class*="meta" i]';
const MOST_MARKED = 12;
const LONGEST = 80;

/** When the page says that it was published: structured data, <meta>, what is marked, what is called so, in that order; null where nothing is a date. */
export function pageDate(document: Document, tags: MetaTags, data: LinkedData | null, context: DateContext): string | null {
  for (const raw of candidates(document, tags, data)) {
    if (raw.length > LONGEST) continue;
    const { at } = readDate(raw, context);
    if (at !== null) return at;
  }
  return null;
}

function* candidates(document: Document, tags: MetaTags, data: LinkedData | null): Generator<string> {
  if (data?.datePublished) yield data.datePublished;
  for (const name of META) {
    const said = firstOf(tags, [name]);
    if (said !== null) yield said;
  }
  if (data?.dateModified) yield data.dateModified;
  for (const element of [...document.querySelectorAll(MARKED)].slice(0, MOST_MARKED)) yield* saidBy(element);
  for (const element of [...document.querySelectorAll(CALLED)].slice(0, MOST_MARKED * 3)) yield* saidBy(element);
}

function* saidBy(element: Element): Generator<string> {
  for (const name of ['datetime', 'content', 'title', 'data-datetime']) {
    const value = element.getAttribute(name);
    if (value) yield value;
  }
  const text = (element.textContent ?? '').replace(/\s+/gu, ' ').trim();
  if (text === '' || text.length > LONGEST) return;
  yield text;
  // "Published: 3 May 2024, 10:00", "Stand: 25.04.24 | 14:07 Uhr"
  const dated = /\p{N}{1,4}.*\p{N}/u.exec(text)?.[0];
  if (dated && dated !== text) yield dated;
  for (const part of text.split(/[|•·\u2013\u2014]/u)) {
    const bare = part.replace(/^[^\p{N}]*[:：]\s*/u, '').replace(/\s*(?:uhr|h|hs)\.?$/iu, '').trim();
    if (bare !== '' && bare !== text) yield bare;
  }
}
