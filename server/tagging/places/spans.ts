import type { Place } from '../../../lib/place';
import { wordsOf } from '../../../lib/text/words';
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
  const readings = readingsOf(head);
  // as written first, then with and without the article: طفيلة for الطفيلة
  for (const spelling of [(form: string) => form, (form: string) => (form.startsWith('ال') ? form.slice(2) : `ال${form}`)]) {
    for (const { form, cut } of readings) {
      const key = [spelling(form), ...rest].join(NAME_SEPARATOR);
      const candidates = gazetteer.names.get(key);
      if (candidates.length > 0) return { key, cut, candidates };
    }
  }
  return null;
}

/** A single word that is a name only where nothing else is: مدينة in «مدينة نصر», الجديدة in «مصر الجديدة». */
function isPlain(folded: readonly string[], { from, to }: Part, { cues, notPlaces: { never, strict } }: Gazetteer): boolean {
  const word = folded[from] ?? '';
  return to - from === 1 && (cues.trigger(word) !== null || readingsOf(word).some(({ form }) => never.has(form) || strict.has(form)));
}

/** The word before a part of a span: in the span itself, or right before it in the text («العاصمة [عمان]»). */
function wordBefore(text: string, { start }: Span, folded: readonly string[], { from }: Part): string {
  return (from > 0 ? folded[from - 1] : wordsOf(text.slice(Math.max(0, start - REACH), start)).at(-1)?.folded) ?? '';
}

/** The sighting of the longest name within a span. */
function sightingIn(article: ArticleText, span: Span, gazetteer: Gazetteer): Sighting | null {
  const { start, end } = span;
  const phrase = article.text.text.slice(start, end);
  const source = fieldText('text', phrase.replaceAll('_', ' '));
  const folded = source.words.map((word) => word.folded);
  const all = parts(folded.length);
  for (const part of [...all.filter((one) => !isPlain(folded, one, gazetteer)), ...all.filter((one) => one.to - one.from === folded.length)]) {
    const found = candidatesOf(folded, part, gazetteer);
    if (!found) continue;
    const trigger = gazetteer.cues.trigger(wordBefore(article.text.text, span, folded, part));
    const mention = { field: 'text' as const, start, end, phrase, form: 'name' as const };
    return { ...found, ...UNJUDGED, mention, source, first: part.from, last: part.to - 1, demonym: null, trigger, triggerAt: null, introduced: true };
  }
  return null;
}

/** How far back the word before a span is looked for, in characters. */
const REACH = 25;

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
