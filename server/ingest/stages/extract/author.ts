import { oneLine } from '../clean-text';
import { cutText, MOST } from '../bounds';
import { plainTitle } from '../plain-text';
import type { LinkedData } from './json-ld';
import { firstOf, type MetaTags } from './meta-tags';

const META = ['author', 'article:author', 'parsely-author', 'sailthru.author', 'dc.creator', 'dcterms.creator', 'byl', 'twitter:creator'];
const MARKED = '[itemprop~="author"] [itemprop~="name"], [itemprop~="author"], [rel~="author"], [class~="author-name" i], [class~="byline" i]';
const BY = /^(?:by|von|par|por|di|door|av|written by|بقلم|كتب|كتبت|إعداد|تأليف)\s*[:：]?\s+/iu;
const LONGEST_NAME = 100;

/** Who wrote it, as the page says; several are joined by commas. An address or a handle is no name. */
export function authorOf(document: Document, tags: MetaTags, data: LinkedData | null): string | null {
  const named = [...new Set((data?.authors ?? []).map(nameOf).filter((name) => name !== null))];
  if (named.length > 0) return cutText(named.join(', '), MOST.author);
  const said = nameOf(firstOf(tags, META) ?? '');
  if (said !== null) return said;
  const marked = document.querySelector(MARKED);
  return marked ? nameOf(marked.getAttribute('content') ?? marked.textContent ?? '') : null;
}

function nameOf(raw: string): string | null {
  const name = oneLine(plainTitle(raw.slice(0, LONGEST_NAME * 4))).replace(BY, '');
  if (name === '' || name.length > LONGEST_NAME || /^(?:https?:|www\.|@)|[{}<>]/iu.test(name) || !/\p{L}{2}/u.test(name)) return null;
  return name;
}
