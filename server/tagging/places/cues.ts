import { list, readTable } from '../tables';
import { keyOf } from './name-index';
import { readingsOf } from '../readings';
import { remembered, type KnownWord } from '../vocabulary';
import { formsOfClass } from './role-cues';
import type { PlaceKind } from '../../../lib/place';

/** Words beside a name that tell what it is; see data/hand/cues.tsv. All are asked with a folded word as written. */
export interface Cues {
  trigger(word: string): PlaceKind | null;
  /** "province of", « gouvernorat de » (also d', du, des): what the two words before a name say */
  triggerOf(word: string, of: string): PlaceKind | null;
  /** "province" behind the name; null where it is none */
  triggerAfter(word: string): Trigger | null;
  /** «محافظات»، «مدينتي»: a trigger of all the names that are joined behind it */
  triggersMany(word: string): boolean;
  is(kind: CueKind, word: string): boolean;
  /** of every word of a text: 2 for one that only sport has, 1 for one that others use too, else 0 */
  sport(word: KnownWord): number;
  /** a verb by which states act, of data/hand/role-cues.tsv */
  acts(word: string): boolean;
}

export interface Trigger {
  kind: PlaceKind;
  /** of all the names that are joined to it */
  many: boolean;
}

export type CueKind = 'organisation-before' | 'organisation-after' | 'person-before' | 'first-name' | 'given-name' | 'place-before' | 'place-after' | 'street' | 'sickness'
  | 'direction' | 'locative' | 'locative-weak' | 'place-after' | 'sport' | 'sport-too' | 'club-before' | 'travel';

/** With and without proclitics and the article. */
function formsOf(word: string): string[] {
  return readingsOf(word).flatMap(({ form }) => (form.startsWith('ال') ? [form, form.slice(2)] : [form]));
}

/** More distinct words than this are not remembered. */
const REMEMBERED = 20_000;

/** The answer for a word, remembered: a text asks of the same words again and again. */
function once<T>(answer: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = answer(word);
    if (known.size >= REMEMBERED) known.clear();
    known.set(word, found);
    return found;
  };
}

/** Rows such as `trigger:city`, and `triggers:city` for duals and plurals. */
function triggersOf(rows: ReadonlyMap<string, string[]>, one: string, several: string): Map<string, Trigger> {
  const triggers = new Map<string, Trigger>();
  for (const [row, words] of rows) {
    const [head, kind] = row.split(':');
    if (head === one || head === several) for (const word of words) triggers.set(word, { kind: kind as PlaceKind, many: head === several });
  }
  return triggers;
}

/** d'Alep, du Kasaï, des Cyclades */
const OF: ReadonlySet<string> = new Set(['d', 'du', 'des']);

export function loadCues(): Cues {
  const rows = new Map<string, string[]>();
  for (const [kind = '', words] of readTable('hand/cues.tsv', 2)) rows.set(kind, [...(rows.get(kind) ?? []), ...list(words).map(keyOf)]);
  const sets = new Map([...rows].map(([kind, words]) => [kind, new Set(words)]));
  const asked = new Map([...sets].map(([kind, set]) => [kind, once((word) => formsOf(word).some((form) => set.has(form)))]));
  const triggers = triggersOf(rows, 'trigger', 'triggers');
  const behind = triggersOf(rows, 'trigger-after', 'triggers-after');
  // as written: «المدينة» with ال names no town behind it, but for العاصمة
  const triggerOf = once((word) => readingsOf(word).map(({ form }) => triggers.get(form)).find((one) => one !== undefined) ?? null);
  const acts = new Set(formsOfClass('act'));
  return {
    trigger: (word) => triggerOf(word)?.kind ?? null,
    triggerOf: (word, of) => triggers.get(`${word} ${OF.has(of) ? 'de' : of}`)?.kind ?? null,
    triggerAfter: (word) => behind.get(word) ?? null,
    triggersMany: (word) => triggerOf(word)?.many ?? false,
    is: (kind, word) => asked.get(kind)?.(word) ?? false,
    sport: remembered(({ folded }) => {
      const forms = formsOf(folded);
      return forms.some((form) => sets.get('sport')?.has(form)) ? 2 : forms.some((form) => sets.get('sport-too')?.has(form)) ? 1 : 0;
    }),
    acts: (word) => acts.has(word) || ((word.startsWith('و') || word.startsWith('ف')) && acts.has(word.slice(1))),
  };
}
