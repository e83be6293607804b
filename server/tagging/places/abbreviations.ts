import type { FieldText } from '../article-text';
import { list, readTable } from '../tables';
import type { Candidate } from './candidate';
import { NameIndex } from './name-index';
import type { NamedPlace } from './rows';

const ABBREVIATIONS = 'hand/abbreviations.tsv';

/** A province as newspapers shorten it, and how it must stand to be one. */
export interface Abbreviation {
  candidate: Candidate;
  /** `N.C.` stands for itself; `Va.` needs its full stop and a comma before it; `VA` only a comma, or a postcode after it */
  form: 'initials' | 'dotted' | 'capitals';
}

function formOf(written: string): Abbreviation['form'] {
  if (/\..*\./.test(written) || /^\p{Lu}{3,}$/u.test(written)) return 'initials';
  return written.endsWith('.') ? 'dotted' : 'capitals';
}

/** data/hand/abbreviations.tsv; rows of provinces that the gazetteer lacks are passed over. */
export function loadAbbreviations(provinces: readonly NamedPlace[]): NameIndex<Abbreviation> {
  const byCode = new Map(provinces.filter(({ place }) => place.kind === 'admin1').map((row) => [row.code, row]));
  const index = new NameIndex<Abbreviation>();
  for (const [code = '', forms] of readTable(ABBREVIATIONS, 2)) {
    const row = byCode.get(code);
    if (!row) continue;
    const candidate = { place: row.place, prominence: row.prominence, capital: false, population: row.population, feature: row.feature, name: 'main' as const, file: ABBREVIATIONS };
    for (const written of list(forms)) index.add(written, { candidate, form: formOf(written) });
  }
  return index;
}

const AFTER_COMMA = /\p{L}[’']?,\s{1,2}$/u;
const AFTER_PARTY = /(?:^|[^\p{L}])[A-Z]-$/u;
const POSTCODE = /^\s+\d{5}(?!\d)/;

/** Whether the words from `first` to `last` stand as that abbreviation does. */
function stands(form: Abbreviation['form'], source: FieldText, first: number, last: number): boolean {
  const start = source.words[first]?.start ?? 0;
  const end = source.words[last]?.end ?? 0;
  const written = source.text.slice(start, end);
  const before = source.text.slice(Math.max(0, start - 5), start);
  if (form === 'initials') return /^\p{Lu}/u.test(written) && (written === written.toUpperCase() ? !/[\p{L}\d]-?$/u.test(before) : written.includes('.'));
  if (form === 'capitals') return written === written.toUpperCase() && (AFTER_COMMA.test(before) || POSTCODE.test(source.text.slice(end, end + 8)));
  return /^\p{Lu}\p{Ll}/u.test(written) && source.text.charAt(end) === '.' && (AFTER_COMMA.test(before) || AFTER_PARTY.test(before));
}

/** The provinces that the abbreviation of these words means, where it stands as one. `key`: the words folded. */
export function abbreviated(index: NameIndex<Abbreviation>, source: FieldText, first: number, last: number, key: string): Candidate[] {
  return index.get(key).flatMap(({ candidate, form }) => (stands(form, source, first, last) ? [candidate] : []));
}
