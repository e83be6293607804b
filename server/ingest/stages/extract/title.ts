import { cutText, MOST } from '../bounds';
import { oneLine } from '../clean-text';
import { plainTitle } from '../plain-text';
import type { LinkedData } from './json-ld';
import { bare } from './measure';
import { firstOf, type MetaTags } from './meta-tags';

const BETWEEN = /\s+[|–—•·»«:\-]{1,2}\s+|\s*\|\s*/u;
const LONGEST_SITE = 40;
const LEAST_TITLE = 12;

export interface TitleSources {
  document: Document;
  tags: MetaTags;
  data: LinkedData | null;
  url: string | null;
}

/** The headline as the page shows it, where a heading is borne out by what the page says of itself; else that, without the site's name. */
export function titleOf({ document, tags, data, url }: TitleSources): string | null {
  const site = siteNames(tags, url);
  const named = [firstOf(tags, ['og:title', 'twitter:title', 'dc.title', 'headline']), data?.headline, document.querySelector('title')?.textContent];
  const said = named.map((text) => clean(text ?? '')).filter((text) => text !== '');
  const heading = headings(document).find((text) => !site.has(bare(text)) && said.some((other) => alike(text, other)));
  if (heading !== undefined) return heading;
  const own = said.map((text) => withoutSite(text, site)).find((text) => text !== '' && !site.has(bare(text)));
  return own ?? headings(document)[0] ?? said[0] ?? null;
}

const clean = (text: string) => cutText(oneLine(plainTitle(text.slice(0, MOST.title * 4)).replaceAll('\u00ad', '')), MOST.title);

const MOST_HEADINGS = 5;
const TEXT = 3;

function headings(document: Document): string[] {
  const found = [...document.querySelectorAll('[itemprop~="headline"], h1')].slice(0, MOST_HEADINGS);
  return found.map((element) => clean(textWithSpaces(element))).filter((text) => text.length >= 5 && text.length <= 300);
}

/** Kicker and headline stand in elements of their own, with nothing between: their words must not run together. */
function textWithSpaces(node: Node): string {
  let text = '';
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const own = child.nodeType === TEXT ? child.nodeValue ?? '' : textWithSpaces(child);
    const apart = child.nodeType !== TEXT && child.previousSibling !== null && child.previousSibling.nodeType !== TEXT;
    text += apart && /[\p{L}\p{N}:.!?]$/u.test(text) && /^[\p{L}\p{N}]/u.test(own) ? ` ${own}` : own;
  }
  return text;
}

function siteNames(tags: MetaTags, url: string | null): Set<string> {
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./u, '') : '';
  const said = firstOf(tags, ['og:site_name', 'application-name', 'al:ios:app_name', 'twitter:site']) ?? '';
  const named = [said, host, host.replace(/\.[^.]*$/u, ''), host.split('.').at(-2) ?? ''];
  return new Set(named.map(bare).filter((name) => name.length > 1));
}

/** "The headline | Site - Section": parts are taken off either end where they name the site, or are short after a bar. */
function withoutSite(title: string, site: ReadonlySet<string>): string {
  const parts = title.split(BETWEEN);
  if (parts.length < 2) return title;
  const names = (part: string) => {
    const own = bare(part);
    return site.has(own) || (own.length <= LONGEST_SITE && [...site].some((name) => name.length > 3 && own.includes(name)));
  };
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  const head = title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—•·»«:-]+$/u, '');
  const isShort = last.length <= LONGEST_SITE && head.length >= LEAST_TITLE && head.length > last.length;
  if (names(last) || (isShort && /\|\s*$/u.test(title.slice(0, title.lastIndexOf(last))))) return withoutSite(head, site);
  return names(first) ? title.slice(first.length).replace(/^[\s|–—•·»«:-]+/u, '') : title;
}

/** Two wordings of one headline: one within the other, or many words in common. */
function alike(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)];
  if (a.length > 10 && b.length > 10 && (a.includes(b) || b.includes(a))) return true;
  if (a.length >= 5 && b.startsWith(a)) return true;
  const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
  const [mine, theirs] = [wordsOf(one), wordsOf(other)];
  const shared = [...mine].filter((word) => theirs.has(word)).length;
  return shared >= 2 && shared >= Math.min(mine.size, theirs.size) * 0.3;
}
