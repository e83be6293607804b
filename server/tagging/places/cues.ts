import { list, readTable } from '../tables';
import { keyOf } from './name-index';
import { readingsOf } from '../readings';
import type { PlaceKind } from '../../../lib/place';

/** Words beside a name that tell what it is; see data/hand/cues.tsv. All are asked with a folded word as written. */
export interface Cues {
  trigger(word: string): PlaceKind | null;
  is(kind: CueKind, word: string): boolean;
  /** a verb by which states act, in the forms of the news */
  acts(word: string): boolean;
}

export type CueKind = 'organisation-before' | 'organisation-after' | 'person-before' | 'first-name' | 'venue' | 'acts-with' | 'locative';

const PAST_ENDINGS = ['', 'ت', 'وا', 'ا', 'تا'];
const PRESENT_PREFIXES = ['ت', 'ي', 'ست', 'سي'];
const PRESENT_ENDINGS = ['', 'ون', 'ان'];

/** With and without proclitics and the article. */
function formsOf(word: string): string[] {
  return readingsOf(word).flatMap(({ form }) => (form.startsWith('ال') ? [form, form.slice(2)] : [form]));
}

function verbs(rows: Map<string, string[]>): Set<string> {
  const forms = new Set(rows.get('acts-word') ?? []);
  for (const stem of rows.get('acts-past') ?? []) for (const ending of PAST_ENDINGS) forms.add(stem + ending);
  for (const stem of rows.get('acts-present') ?? []) {
    for (const prefix of PRESENT_PREFIXES) for (const ending of PRESENT_ENDINGS) forms.add(prefix + stem + ending);
  }
  return forms;
}

export function loadCues(): Cues {
  const rows = new Map<string, string[]>();
  for (const [kind = '', words] of readTable('hand/cues.tsv', 2)) rows.set(kind, [...(rows.get(kind) ?? []), ...list(words).map(keyOf)]);
  const sets = new Map([...rows].map(([kind, words]) => [kind, new Set(words.flatMap((word) => [word, word.replace(/^ال(?=...)/, '')]))]));
  const triggers = new Map<string, PlaceKind>();
  for (const [kind, words] of rows) {
    const [head, place] = kind.split(':');
    // the last word of a phrase is what stands beside the name
    if (head === 'trigger') for (const word of words) triggers.set(word, place as PlaceKind);
  }
  const acts = verbs(rows);
  return {
    trigger: (word) => formsOf(word).map((form) => triggers.get(form)).find((kind) => kind !== undefined) ?? null,
    is: (kind, word) => formsOf(word).some((form) => sets.get(kind)?.has(form)),
    acts: (word) => acts.has(word) || ((word.startsWith('و') || word.startsWith('ف')) && acts.has(word.slice(1))),
  };
}
