import { fold } from '../../lib/text/fold';

/** One way to read a word: without `cut` of its folded letters, which are glued proclitics. */
export interface Reading {
  form: string;
  cut: number;
}

const ARABIC_LETTER = /^[\u0621-\u064a]/;
const CONJUNCTION = 'وف';
const PREPOSITION = 'بلك';
const MIN = 2;

/** `rest` begins right after a preposition: للعراق is ل and العراق, with the alif swallowed. */
function afterPreposition(word: string, at: number, readings: Reading[]): void {
  const letter = word.charAt(at);
  if (!PREPOSITION.includes(letter) || word.length - at - 1 < MIN) return;
  const rest = word.slice(at + 1);
  readings.push({ form: rest, cut: at + 1 });
  if (letter === 'ل' && rest.startsWith('ل')) readings.push({ form: `ا${rest}`, cut: at + 1 });
}

/** What names of places are written with in full and short. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  [['st', 'saint'], ['ste', 'sainte'], ['mt', 'mount'], ['ft', 'fort'], ['pt', 'point']].flatMap(([short = '', full = '']) => [[short, full], [full, short]]),
);

const CYRILLIC = /^[\u0400-\u04ff]{5,}$/;
/** Case endings of Russian and Ukrainian names of places, and what the name ends in by itself: в Москве, из Сирии, под Дамаском. */
const CASE_ENDINGS: readonly (readonly [ending: string, base: string])[] = [
  ['ии', 'ия'], ['ию', 'ия'], ['ией', 'ия'], ['ой', 'а'], ['е', 'а'], ['у', 'а'], ['ы', 'а'], ['и', 'а'], ['ом', ''], ['е', ''], ['а', ''], ['у', ''],
];

function withoutCase(word: string): Reading[] {
  return CASE_ENDINGS.flatMap(([ending, base]) =>
    (word.endsWith(ending) && word.length - ending.length > MIN ? [{ form: word.slice(0, -ending.length) + base, cut: 0 }] : []));
}

/** A folded word as written, then without و ف, then without ب ل ك: و+ب+القاهرة. Of other scripts, St and the like have a second one, and Cyrillic words those without a case ending. */
export function readingsOf(word: string): Reading[] {
  const readings: Reading[] = [{ form: word, cut: 0 }];
  const other = SHORT_FORMS.get(word);
  if (other !== undefined) readings.push({ form: other, cut: 0 });
  if (CYRILLIC.test(word)) return [...readings, ...withoutCase(word)];
  if (word.length <= MIN || !ARABIC_LETTER.test(word)) return readings;
  if (CONJUNCTION.includes(word.charAt(0))) {
    readings.push({ form: word.slice(1), cut: 1 });
    afterPreposition(word, 1, readings);
  }
  afterPreposition(word, 0, readings);
  return readings;
}

/** The offset in the original after its first `cut` folded letters, and after whatever invisible follows them. */
export function offsetAfter(text: string, start: number, end: number, cut: number): number {
  let offset = start;
  let letters = 0;
  while (offset < end) {
    const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
    const folded = fold(character).length;
    if (letters >= cut && folded > 0) break;
    letters += folded;
    offset += character.length;
  }
  return offset;
}
