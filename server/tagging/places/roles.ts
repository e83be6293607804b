import type { PlaceRole } from '../../../lib/place';
import type { ArticleText } from '../article-text';
import type { Marked } from './mark';
import { HEADS, TEAM } from './read-mention';
import type { Resolved } from './resolve';
import type { Sighting } from './sighting';

/**
 * How much a mention says that the article is about its place: where it stands, times what marks it. What marks it as something
 * else says little, but not nothing: an article that names one town in ten meetings is about the town.
 */
const TITLE = 2;
const OPENS_TITLE = 2.5;
const LEAD = 1;
const BODY = 0.45;
const BY_ROLE: Readonly<Record<PlaceRole | 'none', number>> = { about: 2.1, none: 1, venue: 0.2, actor: 0.3, dateline: 0, mentioned: 0.3 };
const ACTS_ELSEWHERE = 0.25;
/** "in Homs", nothing else being said of it */
const IN = 1.25;
/** One of many names in a row, and one that only tells where another lies */
const LISTED = 0.5;
const LOCATING = 0.6;
const MANY = 4;
/** Mentions of the body count each less than the one before. */
const FADING = 0.85;

const IN_FOCUS = 0.65;
const FIRST_IN_FOCUS = 0.95;
const OUT_OF_FOCUS = 0.75;
/** A region of many countries seldom is what an article is about. */
const WIDE = 0.6;
const ABOUT = 1.35;

/** The opening sentence and what follows it within the lead, but for the second half of a short text. */
function inLead({ source, first }: Sighting, { leadEnd }: ArticleText): boolean {
  return first < leadEnd && (source.sentence[first] === 0 || first * 2 < source.words.length);
}

function weight({ sighting }: Resolved, { role, rule, preposition, listed, locating }: Marked, unmarked: number, article: ArticleText): number {
  const stands = sighting.mention.field === 'title' ? (sighting.first === 0 ? OPENS_TITLE : TITLE) : rule === HEADS || inLead(sighting, article) ? LEAD : BODY;
  const marked = role === null ? unmarked * (preposition === 'in' || preposition === 'side' ? IN : 1) : BY_ROLE[role];
  return stands * marked * (listed >= MANY ? LISTED : 1) * (locating ? LOCATING : 1);
}

/** What an unmarked mention weighs: less of a national team, and of a capital that acts elsewhere in the text. */
function unmarkedWeight(mentions: readonly Resolved[], marks: ReadonlyMap<Resolved, Marked>): number {
  const acts = mentions.some((one) => {
    const mark = marks.get(one);
    return mark?.role === 'actor' && (mark.rule === TEAM || one.capital);
  });
  return acts ? ACTS_ELSEWHERE : BY_ROLE.none;
}

/** How much the whole article is about a place; above `ABOUT` it is. */
export function aboutness(mentions: readonly Resolved[], marks: ReadonlyMap<Resolved, Marked>, article: ArticleText, focus: readonly string[]): number {
  const unmarked = unmarkedWeight(mentions, marks);
  const weights = mentions.map((one) => { const mark = marks.get(one); return mark ? weight(one, mark, unmarked, article) : 0; }).sort((a, b) => b - a);
  const said = weights.reduce((sum, one, i) => sum + one * FADING ** i, 0);
  const place = mentions[0]?.place;
  if (!place || said === 0) return 0;
  if (place.country === null) return place.kind === 'region' ? said * WIDE : said;
  const rank = focus.indexOf(place.country);
  if (rank < 0) return said * OUT_OF_FOCUS;
  const actsOnly = mentions.every((one) => marks.get(one)?.role === 'actor');
  return said + (actsOnly ? 0 : unmarked * (rank === 0 && place.kind === 'country' ? FIRST_IN_FOCUS : IN_FOCUS));
}

/** One role a place, the strongest that fits the whole article. */
export function placeRole(mentions: readonly Resolved[], marks: ReadonlyMap<Resolved, Marked>, article: ArticleText, focus: readonly string[]): PlaceRole {
  const roles = mentions.map((one) => marks.get(one)?.role ?? null);
  if (aboutness(mentions, marks, article, focus) >= ABOUT) return 'about';
  if (roles.includes('venue')) return 'venue';
  if (roles.includes('actor')) return 'actor';
  return roles.every((role) => role === 'dateline') ? 'dateline' : 'mentioned';
}
