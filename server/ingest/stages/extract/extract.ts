import { parseHTML } from 'linkedom';
import { directionOf } from '../../../../lib/text/direction';
import { boundedUrl, cutText, MOST } from '../bounds';
import { absoluteUrl, canonicalUrl } from '../canonical-url';
import type { DateContext } from '../dates/dates';
import { decode } from '../decode';
import { chooseLanguage, type DetectedLanguage } from '../language';
import { withoutFurniture } from '../furniture';
import { plainText } from '../plain-text';
import { authorOf } from './author';
import { textOf } from './blocks';
import { capDepth } from './cap-depth';
import { readLinkedData } from './json-ld';
import { mainText } from './main-text';
import { firstOf, readMetaTags, type MetaTags } from './meta-tags';
import { pageDate } from './page-date';
import { titleOf } from './title';

export interface PageInput extends DateContext {
  bytes: Uint8Array;
  contentType: string | null;
  /** where the page was fetched; null: relative links stay unknown */
  url: string | null;
}

/** An article as its page has it. Plain text, paragraphs separated by blank lines; times ISO 8601 in UTC. */
export interface Page {
  title: string | null;
  text: string;
  author: string | null;
  publishedAt: string | null;
  /** BCP 47 primary tag */
  lang: string | null;
  canonicalUrl: string | null;
}

export type PageResult = { ok: true; page: Page } | { ok: false; outcome: 'too-large' | 'no-article'; detail: string };
export type PageReader = (input: PageInput) => PageResult;

export const MOST_PAGE_BYTES = 5_000_000;
const DETECTED_CHARACTERS = 1000;
const LANGUAGES = ['og:locale', 'content-language', 'language', 'dc.language'];

/** The way from a page's bytes to its article. Expected failures are values; time is bounded by whoever runs it, in a thread. */
export function createPageReader({ detectLanguage }: { detectLanguage: (text: string) => DetectedLanguage }): PageReader {
  return ({ bytes, contentType, url, now, timezone }) => {
    if (bytes.length > MOST_PAGE_BYTES) return failure('too-large', `a page of ${bytes.length} bytes; ${MOST_PAGE_BYTES} are the most`);
    const html = capDepth(decode(bytes, contentType).text);
    const document = parsed(html);
    const tags = readMetaTags(document);
    const data = readLinkedData(document);
    const title = titleOf({ document, tags, data, url });
    const about = {
      author: authorOf(document, tags, data),
      publishedAt: pageDate(document, tags, data, { now, timezone }),
      canonicalUrl: addressOf(document, tags, url),
    };
    const declared = document.documentElement.getAttribute('lang') ?? firstOf(tags, LANGUAGES) ?? data?.language ?? null;
    // the document is taken apart from here on
    const body = data?.articleBody ? plainText(data.articleBody) : null;
    const whole = textOf(mainText(document, () => parsed(html), { title, body }));
    const text = cutText(withoutFurniture(whole, title ?? ''), MOST.text);
    if (text === '') return failure('no-article', 'no article was found in the page');
    const sample = `${title ?? ''}\n${text}`.slice(0, DETECTED_CHARACTERS);
    const lang = chooseLanguage(sample, detectLanguage(sample), declared, directionOf(sample));
    return { ok: true, page: { title: title === null ? null : cutText(title, MOST.title), text, ...about, lang } };
  };
}

const failure = (outcome: 'too-large' | 'no-article', detail: string): PageResult => ({ ok: false, outcome, detail });

/** linkedom takes a bare text for no document. */
function parsed(html: string): Document {
  const whole = /<html[\s>]/iu.test(html) ? html : `<html><body>${html}</body></html>`;
  return parseHTML(whole).document as unknown as Document;
}

/** rel=canonical, unless it names the site instead of the page. */
function addressOf(document: Document, tags: MetaTags, url: string | null): string | null {
  const named = [document.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? null, firstOf(tags, ['og:url'])];
  for (const link of named) {
    const address = link === null ? null : canonicalUrl(absoluteUrl(link, url) ?? '');
    if (address !== null && new URL(address).pathname !== '/') return boundedUrl(address);
  }
  return url === null ? null : boundedUrl(canonicalUrl(url));
}
