import { domainToUnicode } from 'node:url';
import type { AddReport, FoundFeed, RefusalReason, Source } from '../../../lib/source';

/** Texts of either direction in one line: each isolated, so that a terminal that knows how keeps the columns in order. */
export const isolated = (text: string) => `\u2068${oneLine(text)}\u2069`;

/** What a feed says of itself must not steer the terminal. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ');

/** An address as people write it: Arabic letters as letters. What can't be read back stays as it is. */
export function readable(address: string): string {
  try {
    const { hostname } = new URL(address);
    return isolated(decodeURI(address).replace(hostname, domainToUnicode(hostname) || hostname));
  } catch (error) {
    if (error instanceof URIError || error instanceof TypeError) return isolated(address);
    throw error;
  }
}

const when = (iso: string | null) => (iso === null ? 'never' : iso.slice(0, 16).replace('T', ' '));

const nextOf = ({ status, nextPollAt }: Source) => (status === 'active' ? `next ${when(nextPollAt)} UTC` : 'not asked any more');

/** A feed in one line, and in another what it failed with. */
export function sourceLines(source: Source): string[] {
  const { id, health, publisher, title, url, articles, lastArticleAt, lastError, failures } = source;
  const line = `${String(id).padStart(5)}  ${health.padEnd(8)} ${String(articles).padStart(7)} articles, last ${when(lastArticleAt)}  ${isolated(publisher.name)} · ${isolated(title)}  ${readable(url)}`;
  return failures > 0 && lastError ? [line, `       ${isolated(lastError)} (${failures} in a row, ${nextOf(source)})`] : [line];
}

/** A feed that was found, with what it holds. */
export function foundLines(feed: FoundFeed, n: number): string[] {
  const known = feed.known === null ? '' : `  (already there: ${feed.known})`;
  return [
    `${String(n).padStart(3)}. ${isolated(feed.title ?? 'without a title')}  ${readable(feed.url)}${known}`,
    `     ${feed.entries} items${feed.language ? `, ${feed.language}` : ''}`,
    ...feed.preview.map(({ title, publishedAt }) => `       ${when(publishedAt).padEnd(16)}  ${isolated(title)}`),
  ];
}

export function reportLines({ added, known, refused }: AddReport): string[] {
  return [
    ...added.map(({ id, title, url }) => `added    ${String(id).padStart(5)}  ${isolated(title)}  ${readable(url)}`),
    ...known.map(({ title, url }) => `known           ${isolated(title)}  ${readable(url)}`),
    ...refused.map(refusedLine),
    `${added.length} added, ${known.length} known already, ${refused.length} refused`,
  ];
}

function refusedLine({ line, title, url, reasons }: AddReport['refused'][number]): string {
  const what = [line === null ? null : `line ${line}`, title && isolated(title), url && readable(url)].filter(Boolean);
  return `refused         ${what.join('  ')}${what.length > 0 ? ': ' : ''}${reasons.map(reasonText).join('; ')}`;
}

const BAD: Partial<Record<string, string>> = {
  url: 'is no http or https address', siteUrl: 'is no http or https address', language: 'is no ISO 639 code',
  country: 'is no ISO 3166-1 alpha-2 code', timezone: 'is no IANA time zone',
};

function reasonText({ code, field = 'feed', n = 0, most = 0 }: RefusalReason): string {
  const texts: Record<RefusalReason['code'], string> = {
    'cut-off': 'the file ends within this outline',
    'no-xml-url': 'no xmlUrl: it names no feed',
    'no-address': 'no address',
    'no-list': 'no OPML: there is no <outline> in it',
    empty: `${field}: is empty`,
    'too-long': `${field}: is longer than ${n} characters`,
    bad: `${field}: ${BAD[field] ?? 'is not to be used'}`,
    'more-unnamed': `and ${n} more that name no feed`,
    'no-words': `${field}: holds no word`,
    'too-many-words': `${field}: has more than ${n} words`,
    'short-open': `${field}: has a * after fewer than ${n} letters`,
    'tile-address': 'no https address of tiles', 'tile-parts': 'lacks one of {z}, {x} and {y}',
    'too-many': `${field}: more than ${n}`,
    'nothing-for': `${field}: none speaks for the topic`,
    'more-feeds': `and ${n} more feeds: at most ${most} are taken at once`,
  };
  return texts[code];
}
