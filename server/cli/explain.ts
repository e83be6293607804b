import type { Tags } from '../../lib/entry';
import type { PlaceMention, TextField } from '../../lib/place';

export interface Explained {
  id: string | number;
  title: string;
  text: string;
  lang: string | null;
}

interface Span {
  field: TextField;
  start: number;
  end: number;
}

const AROUND = 32;
const SHOWN = 6;

/** The words around a span, on one line, the span itself in brackets. */
function quote(article: Explained, { field, start, end }: Span): string {
  const text = article[field];
  const line = `${text.slice(Math.max(0, start - AROUND), start)}[${text.slice(start, end)}]${text.slice(end, end + AROUND)}`;
  return `${field} ${start}-${end}: ${line.replace(/\s+/g, ' ').trim()}`;
}

function shown<T>(all: readonly T[], line: (one: T) => string): string[] {
  const lines = all.slice(0, SHOWN).map((one) => `      ${line(one)}`);
  return all.length > SHOWN ? [...lines, `      and ${all.length - SHOWN} more`] : lines;
}

function mentionLine(article: Explained, mention: PlaceMention): string {
  const { role, cue } = mention;
  if (!role) return quote(article, mention);
  return `${quote(article, mention)}  <- ${cue ? `${cue.rule}, from “${cue.phrase.replace(/\s+/g, ' ')}”` : role}`;
}

/** The tags of an article for people: what, why, and where in the text. */
export function explain(article: Explained, { places, focusCountries, topics }: Tags): string {
  return [
    `${article.id}  ${article.title}`,
    `  language ${article.lang ?? 'unknown'}; focus ${focusCountries.join(', ') || 'none'}`,
    ...topics.flatMap(({ topic, score, evidence }) => [
      `  topic ${topic.id} (${topic.label.en} / ${topic.label.ar}), score ${score}`,
      ...shown(evidence, (one) => `${quote(article, one)}  <- ${one.rule}`),
    ]),
    ...places.flatMap(({ place, role, score, mentions, alternatives }) => [
      `  place ${place.name.en}${place.name.ar ? ` / ${place.name.ar}` : ''} (${[place.kind, place.admin1?.name, place.country].filter(Boolean).join(', ')}; ${place.id}), ${role}, score ${score}`,
      ...shown(mentions, (one) => mentionLine(article, one)),
      ...shown(alternatives, (one) => `or ${one.name.en} (${[one.kind, one.country].filter(Boolean).join(', ')}; ${one.id}), score ${one.score}`),
    ]),
    '',
  ].join('\n');
}
