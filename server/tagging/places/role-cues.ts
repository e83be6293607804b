import type { FieldText } from '../article-text';
import { readingsOf } from '../readings';
import { list, readTable } from '../tables';
import { remembered } from '../vocabulary';
import { keyOf, NameIndex } from './name-index';

export const CUE_CLASSES = [
  'in', 'on', 'near', 'side', 'to', 'from', 'by', 'about', 'with', 'between', 'like', 'meeting', 'match', 'court', 'speech', 'visit', 'motion', 'host',
  'edition', 'event', 'hits', 'scene', 'act', 'acts-with', 'state', 'state-after', 'team', 'plays', 'player',
] as const;
export type CueClass = (typeof CUE_CLASSES)[number];

/** A word or phrase of the text that is a cue: its first and last word, and what it may be a cue of. */
export interface CueHit {
  first: number;
  last: number;
  classes: ReadonlySet<CueClass>;
}

/** The cues of a text by the word that they begin with and by the one that they end with; of two the longer. */
export interface CueReading {
  startingAt(index: number): CueHit | null;
  endingAt(index: number): CueHit | null;
}

/** Cues of data/hand/role-cues.tsv, found in a text. */
export type RoleCues = (source: FieldText) => CueReading;

const PAST_ENDINGS = ['', 'ت', 'وا', 'ا', 'تا'];
const PRESENT_PREFIXES = ['ت', 'ي', 'ست', 'سي'];
const PRESENT_ENDINGS = ['', 'ون', 'ان'];
const ARABIC = /^[\u0621-\u064a]/;

/** The forms of a cell's entry: of a verb's stem the past or present ones. */
function formsOf(entry: string): string[] {
  const stem = keyOf(entry.slice(1));
  if (entry.startsWith('~')) return PAST_ENDINGS.map((ending) => stem + ending);
  if (entry.startsWith('+')) return PRESENT_PREFIXES.flatMap((prefix) => PRESENT_ENDINGS.map((ending) => prefix + stem + ending));
  return [keyOf(entry)];
}

/** Every form of a class's cues, folded. */
export function formsOfClass(name: CueClass): string[] {
  return readTable('hand/role-cues.tsv', 2).flatMap(([row, words]) => (row === name ? list(words).flatMap(formsOf) : []));
}

function indexCues(): NameIndex<CueClass> {
  const index = new NameIndex<CueClass>();
  for (const [name = '', words] of readTable('hand/role-cues.tsv', 2)) {
    const known = CUE_CLASSES.find((one) => one === name);
    if (!known) throw new Error(`data/hand/role-cues.tsv: "${name}" is none of ${CUE_CLASSES.join(', ')}`);
    for (const form of list(words).flatMap(formsOf)) index.add(form, known);
  }
  return index;
}

/** A word as written, without its proclitics, and each without the article. */
function openings(word: string): string[] {
  if (!ARABIC.test(word)) return [word];
  return readingsOf(word).flatMap(({ form }) => (form.startsWith('ال') && form.length > 4 ? [form, form.slice(2)] : [form]));
}

function longestFrom(source: FieldText, at: number, forms: readonly string[], index: NameIndex<CueClass>): CueHit | null {
  let best: CueHit | null = null;
  for (const form of forms) {
    let key = form;
    const reach = index.reachOf(form);
    for (let length = 1; length <= reach; length += 1) {
      if (length > 1) {
        const next = source.words[at + length - 1];
        if (!next || source.sentence[at + length - 1] !== source.sentence[at]) break;
        key += ` ${next.folded}`;
      }
      const classes = index.get(key);
      if (classes.length > 0 && (!best || at + length - 1 > best.last)) best = { first: at, last: at + length - 1, classes: new Set(classes) };
    }
  }
  return best;
}

/** Reads the table once; the function remembers which words begin no cue, which are most. */
export function loadRoleCues(): RoleCues {
  const index = indexCues();
  const formsThatOpen = remembered(({ folded }) => openings(folded).filter((form) => index.reachOf(form) > 0));
  return (source) => {
    const starts = new Map<number, CueHit>();
    const ends = new Map<number, CueHit>();
    source.words.forEach((word, at) => {
      const forms = formsThatOpen(word);
      const hit = forms.length > 0 ? longestFrom(source, at, forms, index) : null;
      if (!hit) return;
      starts.set(at, hit);
      if (!ends.has(hit.last)) ends.set(hit.last, hit);
    });
    return { startingAt: (at) => starts.get(at) ?? null, endingAt: (at) => ends.get(at) ?? null };
  };
}

/** The same for one article, each field read once, and only when it is asked for. */
export function readOnce(roleCues: RoleCues): RoleCues {
  const fields = new Map<FieldText, CueReading>();
  return (source) => {
    const found = fields.get(source) ?? roleCues(source);
    fields.set(source, found);
    return found;
  };
}
