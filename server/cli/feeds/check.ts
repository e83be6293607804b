import type { PollOutcome } from '../../../lib/feed';
import type { FetchRequest, FetchResult } from '../../ingest/fetch';
import { addressesMeant } from '../../ingest/discover/typed-address';
import type { ReadInput, ReadResult } from '../../ingest/read';
import { isolated, readable } from './text';

export interface Checked {
  id: number | null;
  url: string;
  outcome: PollOutcome;
  detail: string | null;
  httpStatus: number | null;
  title: string | null;
  items: number;
  /** ISO 8601 in UTC, of the items that have a date */
  newest: string | null;
  oldest: string | null;
  undated: number;
  languages: string[];
  movedTo: string | null;
}

export interface CheckDeps {
  fetch(request: FetchRequest): Promise<FetchResult>;
  parse(input: ReadInput): Promise<ReadResult>;
  now(): Date;
}

export interface Target {
  id: number | null;
  url: string;
  language: string | null;
  timezone: string | null;
}

/** Asks a feed and reads it, as a poll would, and stores nothing. */
export async function checkFeed({ fetch, parse, now }: CheckDeps, target: Target): Promise<Checked> {
  const [first = target.url, second] = addressesMeant(target.url);
  const overHttps = await fetch({ url: first, etag: null, lastModified: null });
  const url = overHttps.outcome === 'ok' || !second ? first : second;
  const answer = url === first ? overHttps : await fetch({ url, etag: null, lastModified: null });
  const nothing: Omit<Checked, 'outcome' | 'detail'> = {
    id: target.id, url, httpStatus: null, title: null, items: 0, newest: null, oldest: null, undated: 0, languages: [], movedTo: null,
  };
  if (answer.outcome === 'not-modified') return { ...nothing, outcome: 'not-modified', detail: null, httpStatus: answer.status };
  if (answer.outcome !== 'ok') return { ...nothing, outcome: answer.outcome, detail: answer.detail, httpStatus: answer.status };
  const { bytes, contentType, status, movedTo } = answer;
  const read = await parse({ bytes, contentType, url: answer.url, feedLanguage: target.language, timezone: target.timezone, now: now() })
    .catch((error: unknown): ReadResult => ({ ok: false, outcome: 'unreadable', detail: error instanceof Error ? error.message : String(error) }));
  if (!read.ok) return { ...nothing, outcome: read.outcome, detail: read.detail, httpStatus: status, movedTo };
  const dates = read.entries.flatMap(({ publishedAt }) => publishedAt ?? []).sort();
  return {
    ...nothing, outcome: 'ok', detail: null, httpStatus: status, movedTo, title: read.feed.title, items: read.entries.length,
    newest: dates.at(-1) ?? null, oldest: dates[0] ?? null, undated: read.entries.length - dates.length,
    languages: [...new Set(read.entries.flatMap(({ lang }) => lang ?? []))].sort(),
  };
}

export function checkedLine(one: Checked): string {
  const name = `${one.id === null ? '' : `${one.id}  `}${readable(one.url)}`;
  if (one.outcome !== 'ok') return `✗ ${name}  ${one.outcome}${one.detail ? `: ${isolated(one.detail)}` : ''}`;
  const dates = one.newest ? `${one.oldest?.slice(0, 16)} to ${one.newest.slice(0, 16)}` : 'no dates';
  const undated = one.undated > 0 && one.newest ? `, ${one.undated} undated` : '';
  return `✓ ${name}  ${isolated(one.title ?? 'without a title')}  ${one.items} items, ${dates}${undated}, ${one.languages.join(' ') || 'no language'}${one.movedTo ? `, moved to ${readable(one.movedTo)}` : ''}`;
}
