import type { AddReport, Discovery, FoundFeed, NewSource } from '../../../lib/source';
import type { FeedsOptions } from './options';
import { foundLines, readable, reportLines } from './text';

export interface AddDeps {
  discover(address: string): Promise<Discovery>;
  add(feeds: NewSource[]): Promise<AddReport>;
  /** asks the person at the terminal; null where there is none */
  ask: ((question: string) => Promise<string>) | null;
  say(line: string): void;
  complain(line: string): void;
}

/** Finds feeds, shows them, and adds those that are chosen. @returns the exit code */
export async function addFeed({ discover, add, ask, say, complain }: AddDeps, options: FeedsOptions): Promise<number> {
  const found = await discover(options.names[0] ?? '');
  if (!found.ok) {
    complain(`${found.outcome}: ${found.detail}`);
    return 1;
  }
  found.feeds.forEach((feed, n) => foundLines(feed, n + 1).forEach(say));
  for (const { url, detail } of found.failed) say(`  -  ${readable(url)}: ${detail}`);
  const chosen = await choose(found.feeds, options, ask);
  if (typeof chosen === 'string') {
    complain(chosen);
    return 1;
  }
  if (chosen.length === 0) return 0;
  const report = await add(chosen.map((feed) => toSource(feed, options)));
  reportLines(report).forEach(say);
  return report.refused.length > 0 ? 1 : 0;
}

/** Those chosen; none where the person says no; in words where it can't be known. */
async function choose(feeds: FoundFeed[], { choose: wanted, yes }: FeedsOptions, ask: AddDeps['ask']): Promise<FoundFeed[] | string> {
  if (wanted === 'all') return feeds;
  if (wanted !== null) {
    const feed = feeds[wanted - 1];
    return feed ? [feed] : `there is no number ${wanted} in the list`;
  }
  if (yes && feeds.length === 1) return feeds;
  if (yes) return 'several were found: say which with --choose N, or --choose all';
  if (!ask) return 'nothing was added: say --yes, or --choose N';
  const answer = (await ask(feeds.length === 1 ? 'Add it? [y/N] ' : `Which? [1-${feeds.length}, all, or nothing] `)).trim().toLowerCase();
  if (answer === '' || answer === 'n' || answer === 'no') return [];
  if (answer === 'all' || (feeds.length === 1 && ['y', 'yes', 'نعم'].includes(answer))) return feeds;
  const feed = feeds[Number(answer) - 1];
  return feed ? [feed] : `nothing was added: "${answer}" is not in the list`;
}

function toSource(feed: FoundFeed, { title, publisher, language, country, folder, fullArticles }: FeedsOptions): NewSource {
  return {
    url: feed.url, title: (title ?? feed.title ?? new URL(feed.url).hostname).slice(0, 200), siteUrl: feed.siteUrl, publisherName: publisher ?? null,
    language: language ?? feed.language, country: country ?? null, folder: folder ?? null, fullArticles,
  };
}
