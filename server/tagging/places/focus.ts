import type { ArticleText } from '../article-text';
import type { Resolved } from './resolve';
import type { PlaceRole } from '../../../lib/place';
import type { Marked } from './mark';
import type { Sighting } from './sighting';

const BY_ROLE: Readonly<Record<PlaceRole, number>> = { about: 1.2, dateline: 0.3, venue: 0.2, actor: 0.4, mentioned: 0.5 };
const DEMONYM = 0.6;
const IN_TITLE = 3;
/** The title's first words: «مصر .. تأجيل محاكمة», "Syria: …" */
const OPENS_TITLE = 4.5;
const IN_LEAD = 1.6;
const FROM_FEED = 1.2;
/** A second country is in focus only where it is named nearly as much as the first. */
const NEARLY = 0.75;
const MOST = 2;

/** A mention weighs by where it stands: in the title, in the lead, further down. */
export function weightOf({ mention, first }: Sighting, article: ArticleText): number {
  if (mention.field === 'title') return first === 0 ? OPENS_TITLE : IN_TITLE;
  return first < article.leadEnd ? IN_LEAD : 1;
}

/** ISO codes of the countries that the article is about, most important first. */
export function focusOf(
  resolved: readonly Resolved[], marks: ReadonlyMap<Resolved, Marked>, demonyms: readonly Sighting[], article: ArticleText,
  feedCountry: string | null,
): string[] {
  const weights = new Map<string, number>();
  const add = (country: string | null, weight: number) => {
    if (country !== null) weights.set(country, (weights.get(country) ?? 0) + weight);
  };
  for (const one of resolved) {
    const role = marks.get(one)?.role ?? null;
    add(one.place.country, weightOf(one.sighting, article) * (role === null ? 1 : BY_ROLE[role]));
  }
  for (const sighting of demonyms) add(sighting.demonym, weightOf(sighting, article) * DEMONYM);
  // a paper names its own country least: «المواطنين»، «الوزارة» say it all
  add(feedCountry, FROM_FEED);
  const ranked = [...weights].sort((a, b) => b[1] - a[1]);
  const best = ranked[0]?.[1] ?? 0;
  return ranked.filter(([, weight]) => weight >= best * NEARLY).slice(0, MOST).map(([country]) => country);
}
