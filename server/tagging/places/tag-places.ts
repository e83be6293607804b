import type { PlaceAlternative, PlaceMention, PlaceTag } from '../../../lib/place';
import type { ArticleText, WordSets } from '../article-text';
import { datelineOf } from './dateline';
import { focusOf } from './focus';
import type { Gazetteer } from './gazetteer';
import { thoseThatStand } from './guards';
import { isNamePart } from './guards-latin';
import { markMentions, type Marked } from './mark';
import { recognise } from './recognise';
import { contextOf, resolve, type Resolved } from './resolve';
import { readOnce } from './role-cues';
import { placeRole } from './roles';
import type { Sighting } from './sighting';
import { fitsTrigger } from './triggers';

export interface PlaceReading {
  places: PlaceTag[];
  focusCountries: string[];
  /** words that say no more than what kind of place the name behind them is: قضاء of قضاء الحويجة */
  kindWords: WordSets;
}

/** Mentions are stored and sent as they are: what there is none of is left out. */
function withRole(mention: PlaceMention, marked: Marked | undefined): PlaceMention {
  if (!marked?.role) return mention;
  return marked.cue ? { ...mention, role: marked.role, cue: marked.cue } : { ...mention, role: marked.role };
}

/** What the mentions of one place may have meant instead, each at its best score. */
function alternativesOf(mentions: readonly Resolved[]): PlaceAlternative[] {
  const byId = new Map<string, PlaceAlternative>();
  for (const one of mentions.flatMap(({ alternatives }) => alternatives)) if ((byId.get(one.id)?.score ?? 0) < one.score) byId.set(one.id, one);
  return [...byId.values()].sort((a, b) => b.score - a.score).slice(0, MOST_ALTERNATIVES);
}

const MOST_ALTERNATIVES = 4;

function tagOf(mentions: readonly Resolved[], marks: ReadonlyMap<Resolved, Marked>, article: ArticleText, focus: readonly string[]): PlaceTag[] {
  const [first] = mentions;
  if (!first) return [];
  return [{
    place: first.place, role: placeRole(mentions, marks, article, focus),
    score: Math.max(...mentions.map((one) => one.score)), mentions: mentions.map((one) => withRole(one.sighting.mention, marks.get(one))),
    alternatives: alternativesOf(mentions),
  }];
}

/** Whose people or things are named is no place of its own; listed on request, as mentions of the country. */
function addDemonyms(places: PlaceTag[], demonyms: readonly Sighting[], gazetteer: Gazetteer): void {
  for (const { demonym, mention } of demonyms) {
    const place = demonym === null ? undefined : gazetteer.place(demonym);
    if (!place) continue;
    const known = places.findIndex((tag) => tag.place.id === place.id);
    const tag = places[known];
    if (tag) places[known] = { ...tag, mentions: [...tag.mentions, mention] };
    else places.push({ place, role: 'mentioned', score: DEMONYM_SCORE, mentions: [mention], alternatives: [] });
  }
}

/** «قضاء مصر» is the judiciary: a country is no district. */
function kindWordsOf(resolved: readonly Resolved[]): WordSets {
  const sets = { title: new Set<number>(), text: new Set<number>() };
  for (const { sighting: { mention, trigger, triggerAt }, place } of resolved) {
    if (triggerAt !== null && fitsTrigger(place.kind, trigger)) sets[mention.field].add(triggerAt);
  }
  return sets;
}

const DEMONYM_SCORE = 0.5;
const RANK = { about: 0, venue: 1, actor: 2, dateline: 3, mentioned: 4 } as const;

/**
 * Recognise, guard, resolve, roles, focus: the places of an article, the most important first.
 * @param datelineEnd where the text's dateline is known to end; null: it is looked for
 * @param withDemonyms lists demonyms too, as mentions of their country (`form: demonym`)
 */
export function tagPlaces(
  article: ArticleText, gazetteer: Gazetteer, feedCountry: string | null, datelineEnd: number | null = null, withDemonyms = false,
): PlaceReading {
  const seen = [...recognise(article.title, gazetteer), ...recognise(article.text, gazetteer)];
  const sightings = thoseThatStand(seen, gazetteer.notPlaces, gazetteer.cues);
  const context = contextOf(sightings, gazetteer, feedCountry);
  const resolved = sightings.flatMap((sighting) => resolve(sighting, context) ?? []);
  const roleCues = readOnce(gazetteer.roleCues);
  const marks = markMentions(resolved, datelineOf(article.text, sightings, datelineEnd), roleCues, gazetteer.cues);
  const demonyms = sightings.filter((sighting) => sighting.demonym !== null);
  const signs = [article.title, article.text].flatMap((field) => gazetteer.countrySigns(field));
  const focusCountries = focusOf(article, { resolved, marks, demonyms, signs, feedCountry }, roleCues);

  const byPlace = new Map<string, Resolved[]>();
  for (const one of resolved) byPlace.set(one.place.id, [...(byPlace.get(one.place.id) ?? []), one]);
  const places = [...byPlace.values()].flatMap((mentions) => tagOf(mentions, marks, article, focusCountries));
  if (withDemonyms) addDemonyms(places, demonyms.filter((one) => !isNamePart(one, gazetteer.cues)), gazetteer);
  places.sort((a, b) => RANK[a.role] - RANK[b.role] || b.mentions.length - a.mentions.length);
  return { places, focusCountries, kindWords: kindWordsOf(resolved) };
}
