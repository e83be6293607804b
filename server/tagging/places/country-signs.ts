import type { FieldText } from '../article-text';
import { readingsOf } from '../readings';
import { list, readTable } from '../tables';
import { remembered } from '../vocabulary';
import { NameIndex } from './name-index';

export const SIGN_STRENGTHS = ['sure', 'likely', 'club'] as const;
export type SignStrength = (typeof SIGN_STRENGTHS)[number];

/** Something of a country that a text names without the country: البيت الأبيض, council tax. */
export interface Sign {
  country: string;
  strength: SignStrength;
  key: string;
  source: FieldText;
  first: number;
}

export type CountrySigns = (source: FieldText) => Sign[];

interface Row {
  country: string;
  strength: SignStrength;
  capital: boolean;
}

const CAPITAL = /^\p{Lu}/u;
const CASED = /^\p{Script=Latin}/u;
const CLUB_WORDS = new Set(['نادي', 'بنادي', 'لنادي', 'ناديي', 'فريق', 'لفريق', 'بفريق', 'الفريق', 'لاعب', 'لاعبي', 'لاعبو', 'مدرب', 'اداره', 'جماهير', 'كابتن', 'نجم', 'مهاجم', 'حارس', 'قائد', 'صفوف', 'لتدريبات', 'تدريبات']);

function loadRows(): NameIndex<Row> {
  const index = new NameIndex<Row>();
  for (const [country = '', name = '', words] of readTable('hand/country-signs.tsv', 3)) {
    const strength = SIGN_STRENGTHS.find((one) => one === name);
    if (!strength) throw new Error(`data/hand/country-signs.tsv: "${name}" is none of ${SIGN_STRENGTHS.join(', ')}`);
    for (const word of list(words)) index.add(word, { country, strength, capital: CAPITAL.test(word) });
  }
  return index;
}

/** Whether the text writes it as it must be: Labour the party has a capital; a club's name is one behind a word for a club. */
function stands(source: FieldText, at: number, { strength, capital }: Row): boolean {
  const written = source.text.slice(source.words[at]?.start, source.words[at]?.end);
  if (CASED.test(written) && capital && !CAPITAL.test(written)) return false;
  return strength !== 'club' || (source.joined[at - 1] === true && CLUB_WORDS.has(source.words[at - 1]?.folded ?? ''));
}

/** Reads data/hand/country-signs.tsv once; the longest at each word counts. */
export function loadCountrySigns(): CountrySigns {
  const index = loadRows();
  const opening = remembered(({ folded }) => readingsOf(folded).map(({ form }) => form).filter((form) => index.reachOf(form) > 0));
  return (source) => {
    const signs: Sign[] = [];
    let at = 0;
    for (let word = source.words[at]; word; word = source.words[at]) {
      const found = longestAt(source, at, opening(word), index);
      if (found) signs.push(...found.rows.map(({ country, strength }) => ({ country, strength, key: found.key, source, first: at })));
      at += found?.length ?? 1;
    }
    return signs;
  };
}

function longestAt(source: FieldText, at: number, forms: readonly string[], index: NameIndex<Row>): { rows: Row[]; key: string; length: number } | null {
  let best: { rows: Row[]; key: string; length: number } | null = null;
  for (const form of forms) {
    let key = form;
    for (let length = 1; length <= index.reachOf(form); length += 1) {
      if (length > 1) key += ` ${source.words[at + length - 1]?.folded ?? ''}`;
      const rows = index.get(key).filter((row) => stands(source, at, row));
      if (rows.length > 0 && length > (best?.length ?? 0)) best = { rows, key, length };
    }
  }
  return best;
}
