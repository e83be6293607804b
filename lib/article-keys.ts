import type { Tags } from './entry';
import { keyName, type ArticleKeys } from './key';
import type { PlaceTag } from './place';

const unique = (values: Iterable<string>) => [...new Set(values)].sort();

/** The place and everything that it lies within; its province also by the code that others write (`SY.12`). */
function closureOf({ place: { id, within, country, admin1 } }: PlaceTag): string[] {
  return [id, ...within, ...(country !== null && admin1 ? [`${country}.${admin1.code}`] : [])];
}

/** Every topic of the article and all those above it, as far as the article's own tags tell: a branch never stands without them. */
function topicIds(topics: Tags['topics']): string[] {
  const parents = new Map(topics.map(({ topic }) => [topic.id, topic.parent]));
  const ids = new Set<string>();
  for (const { topic } of topics) {
    for (let at: string | null = topic.id; at !== null && !ids.has(at); at = parents.get(at) ?? null) ids.add(at);
  }
  return [...ids];
}

export interface Keyed {
  tags: Pick<Tags, 'places' | 'topics' | 'terms'>;
  publisherId: number;
  lang: string | null;
}

/** What an article is found under, and counted by: names of lib/key, each once, in order. */
export function articleKeysOf({ tags, publisherId, lang }: Keyed): ArticleKeys {
  const about = tags.places.filter(({ role }) => role === 'about');
  const others = tags.places.filter(({ role }) => role !== 'about');
  return {
    keys: unique([
      ...tags.places.flatMap((tag) => closureOf(tag).map((id) => keyName('region', id))),
      ...about.flatMap((tag) => closureOf(tag).map((id) => keyName('about', id))),
      ...tags.places.map(({ place }) => keyName('place', place.id)),
      ...tags.places.map(({ role }) => keyName('role', role)),
      ...topicIds(tags.topics).map((id) => keyName('topic', id)),
      keyName('publisher', publisherId),
      ...(lang === null ? [] : [keyName('lang', lang)]),
    ]),
    roleKeys: unique(others.flatMap((tag) => closureOf(tag).map((id) => keyName(tag.role, id)))),
    terms: unique(tags.terms),
  };
}
