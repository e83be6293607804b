import type { PlaceRole } from '../../../lib/place';
import type { ArticleText, FieldText } from '../article-text';
import type { Sign, SignStrength } from './country-signs';
import type { Marked } from './mark';
import type { Resolved } from './resolve';
import type { RoleCues } from './role-cues';
import type { Sighting } from './sighting';

const BY_ROLE: Readonly<Record<PlaceRole, number>> = { about: 1.2, dateline: 0.3, venue: 0.2, actor: 0.4, mentioned: 0.5 };
const DEMONYM = 0.6;
/** «المدرب الأوروغواياني», "Argentine striker": where somebody comes from, not where the story plays */
const OF_PLAYER = 0.15;
const BY_STRENGTH: Readonly<Record<SignStrength, number>> = { sure: 0.9, likely: 0.45, club: 0.45 };
/** A sign that comes again and again says it no louder. */
const SAME_SIGN = 2;
const IN_TITLE = 3;
/** The title's first words: «مصر .. تأجيل محاكمة», "Syria: …" */
const OPENS_TITLE = 4.5;
const IN_LEAD = 1.6;
const FROM_FEED = 1.2;
/** A second country is in focus only where it is named nearly as much as the first. */
const NEARLY = 0.75;
const MOST = 2;

/** A mention weighs by where it stands: in the title, in the lead, further down. */
function weightAt(source: FieldText, first: number, article: ArticleText): number {
  if (source.field === 'title') return first === 0 ? OPENS_TITLE : IN_TITLE;
  return first < article.leadEnd ? IN_LEAD : 1;
}

/** What of an article tells of countries. */
export interface FocusEvidence {
  resolved: readonly Resolved[];
  marks: ReadonlyMap<Resolved, Marked>;
  demonyms: readonly Sighting[];
  signs: readonly Sign[];
  /** the feed's country counts as a sign in the lead: a paper names its own country least */
  feedCountry: string | null;
}

/** «مدينة ميرلو الهولندية»: a demonym right behind a place of its country weighs as the place does. */
function placesBefore(resolved: readonly Resolved[]): ReadonlyMap<FieldText, ReadonlyMap<number, Resolved>> {
  const places = new Map<FieldText, Map<number, Resolved>>();
  for (const one of resolved) {
    const own = places.get(one.sighting.source) ?? new Map<number, Resolved>();
    own.set(one.sighting.last + 1, one);
    places.set(one.sighting.source, own);
  }
  return places;
}

function isOfPlayer({ source, first, last }: Sighting, roleCues: RoleCues): boolean {
  const cues = roleCues(source);
  return [cues.endingAt(first - 1), cues.startingAt(last + 1)].some((hit) => hit?.classes.has('player') === true);
}

/** ISO codes of the countries that the article is about, most important first. */
export function focusOf(article: ArticleText, { resolved, marks, demonyms, signs, feedCountry }: FocusEvidence, roleCues: RoleCues): string[] {
  const weights = new Map<string, number>();
  const add = (country: string | null, weight: number) => {
    if (country !== null) weights.set(country, (weights.get(country) ?? 0) + weight);
  };
  const byMark = (one: Resolved) => BY_ROLE[marks.get(one)?.role ?? 'mentioned'] * (marks.get(one)?.role ? 1 : 2);
  for (const one of resolved) add(one.place.country, weightAt(one.sighting.source, one.sighting.first, article) * byMark(one));
  const before = placesBefore(resolved);
  for (const sighting of demonyms) {
    const place = before.get(sighting.source)?.get(sighting.first);
    const own = place && place.place.country === sighting.demonym ? byMark(place) : 1;
    add(sighting.demonym, weightAt(sighting.source, sighting.first, article) * Math.min(own, isOfPlayer(sighting, roleCues) ? OF_PLAYER : DEMONYM));
  }
  const seen = new Map<string, number>();
  for (const { country, strength, key, source, first } of signs) {
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    if (times <= SAME_SIGN) add(country, weightAt(source, first, article) * BY_STRENGTH[strength]);
  }
  add(feedCountry, FROM_FEED);
  return ranked(weights);
}

function ranked(weights: ReadonlyMap<string, number>): string[] {
  const order = [...weights].sort((a, b) => b[1] - a[1]);
  const best = order[0]?.[1] ?? 0;
  return order.filter(([, weight]) => weight >= best * NEARLY).slice(0, MOST).map(([country]) => country);
}
