import type { FoundFeed, NewSource, Source, SourceChange } from '@/lib/source';
import type { SourceDraft } from './fields';

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

export function draftOf(source: Source): SourceDraft & { url: string } {
  const { title, url, publisher, language, country, timezone, folder, fullArticles } = source;
  return {
    title, url, fullArticles, publisherName: publisher.name, language: language ?? '', country: country ?? '', timezone: timezone ?? '', folder: folder ?? '',
  };
}

/** What a draft changes of a source, and nothing else: another page may have changed the rest meanwhile. */
export function changeOf(source: Source, draft: SourceDraft & { url: string }): SourceChange {
  const before = draftOf(source);
  const change: SourceChange = {};
  for (const name of ['title', 'url', 'publisherName'] as const) {
    const text = draft[name].trim();
    if (text !== '' && text !== before[name]) change[name] = text;
  }
  for (const name of ['language', 'country', 'timezone', 'folder'] as const) {
    if (draft[name].trim() !== before[name]) change[name] = orNull(draft[name]);
  }
  if (draft.fullArticles !== before.fullArticles) change.fullArticles = draft.fullArticles;
  return change;
}

/** What a feed says of itself, to begin with; its language without the region, which says little of what is written there. */
export function draftFrom(feed: FoundFeed, folder: string): SourceDraft {
  const said = feed.language?.split(/[-_]/u)[0]?.toLowerCase() ?? '';
  const language = /^[a-z]{2,3}$/u.test(said) ? said : '';
  return { title: feed.title ?? hostName(feed.url), publisherName: '', language, country: '', timezone: '', folder, fullArticles: false };
}

export function newSource(feed: FoundFeed, draft: SourceDraft): NewSource {
  return {
    url: feed.url, siteUrl: feed.siteUrl, title: draft.title.trim(), publisherName: orNull(draft.publisherName), language: orNull(draft.language),
    country: orNull(draft.country), timezone: orNull(draft.timezone), folder: orNull(draft.folder), fullArticles: draft.fullArticles,
  };
}

function hostName(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
