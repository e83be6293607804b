import type { Place } from '../../../lib/place';
import { fieldText, type ArticleText } from '../article-text';
import { readingsOf } from '../readings';
import { NAME_SEPARATOR, type Candidate } from './candidate';
import type { Gazetteer } from './gazetteer';
import { thoseThatStand } from './guards';
import { recognise } from './recognise';
import { contextOf, mostLikely } from './resolve';
import { UNJUDGED, type Sighting } from './sighting';

/** UTF-16 units in the article's text. */
export interface Span {
  start: number;
  end: number;
}

export interface SpanPlace {
  place: Place;
  score: number;
}

interface Part {
  from: number;
  to: number;
}

/** Every run of the span's words, the longest first; of two as long the later one: "محافظة درعا" is Daraa's. */
function parts(words: number): Part[] {
  const all: Part[] = [];
  for (let length = words; length > 0; length -= 1) for (let from = words - length; from >= 0; from -= 1) all.push({ from, to: from + length });
  return all;
}

function candidatesOf(folded: readonly string[], { from, to }: Part, gazetteer: Gazetteer): { key: string; cut: number; candidates: readonly Candidate[] } | null {
  const [head = '', ...rest] = folded.slice(from, to);
  for (const { form, cut } of readingsOf(head)) {
    const key = [form, ...rest].join(NAME_SEPARATOR);
    const candidates = gazetteer.names.get(key);
    if (candidates.length > 0) return { key, cut, candidates };
  }
  return null;
}

/** The sighting of the longest name within a span; of a demonym where there is no name. */
function sightingIn(article: ArticleText, { start, end }: Span, gazetteer: Gazetteer): Sighting | null {
  const phrase = article.text.text.slice(start, end);
  const source = fieldText('text', phrase.replaceAll('_', ' '));
  const folded = source.words.map((word) => word.folded);
  for (const part of parts(folded.length)) {
    const found = candidatesOf(folded, part, gazetteer);
    if (!found) continue;
    const trigger = part.from > 0 ? gazetteer.cues.trigger(folded[part.from - 1] ?? '') : null;
    const mention = { field: 'text' as const, start, end, phrase, form: 'name' as const };
    return { ...found, ...UNJUDGED, mention, source, first: part.from, last: part.to - 1, demonym: null, trigger };
  }
  return null;
}

function countryOf(article: ArticleText, { start, end }: Span, gazetteer: Gazetteer): Place | null {
  const { words } = fieldText('text', article.text.text.slice(start, end));
  const [country] = words.flatMap(({ folded }) => readingsOf(folded).flatMap(({ form }) => gazetteer.demonyms.get(form)));
  return (country === undefined ? undefined : gazetteer.place(country)) ?? null;
}

/**
 * Which place each of the given spans of an article's text means: resolution alone, somebody else having said that there is a place.
 * Aligned with `spans`; null where the gazetteer knows no such name.
 */
export function resolveSpans(article: ArticleText, spans: readonly Span[], gazetteer: Gazetteer, feedCountry: string | null): (SpanPlace | null)[] {
  const seen = [...recognise(article.title, gazetteer), ...recognise(article.text, gazetteer)];
  const given = spans.map((span) => sightingIn(article, span, gazetteer));
  const context = contextOf([...thoseThatStand(seen, gazetteer.notPlaces, gazetteer.cues), ...given.flatMap((one) => one ?? [])], gazetteer, feedCountry);
  return spans.map((span, i) => {
    const sighting = given[i];
    const best = sighting ? mostLikely(sighting, context) : null;
    if (best) return { place: best.place, score: best.score };
    const place = countryOf(article, span, gazetteer);
    return place ? { place, score: 0.5 } : null;
  });
}
