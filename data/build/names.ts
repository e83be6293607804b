import { fold } from '../../lib/text/fold';

const ARABIC_ONLY = /^[\u0621-\u064a\u064b-\u0652\u0640 ]+$/;
/** Letters of Persian, Urdu and their neighbours, written within Arabic script */
const PERSIAN = /^[\u0621-\u0652\u0640پچژگکیھہے\u200c ]+$/;
const OTHER_SCRIPT = /^[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}ー '-]+$/u;
const LATIN = /^\p{Lu}[\p{Script=Latin}\p{M} '’ʻ`‘.-]+$/u;
/** Uyghur and Kurdish spell with Arabic letters too, but with ى inside a word and ئ before it. */
const UYGHUR = /ى(?=[\u0621-\u064a])|(?:^| )ئ|(.)\1\1|(?:^| )\S(?: |$)/;
/** What an Arabic name of a place may open with that is no part of the name. */
const ARABIC_TYPE = /^(?:محافظة|ولاية|إمارة|منطقة|إقليم|اقليم|مقاطعة|كانتون|قضاء|دائرة|بلدية|مدينة|شعبية|جهة|بلدة|مدينه) (?=\S)/;
const LATIN_TYPE = / (?:Governorate|Province|Region|State|District|Oblast|Municipality|Prefecture|County|Voivodeship)$/;

export const ARAB = new Set('AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE'.split(' '));
const PERSIAN_READERS = new Set('IR AF PK TJ IN UZ TM AZ'.split(' '));

export interface NameSource {
  country: string;
  population: number;
  capital: boolean;
}

/** The first of each group of names that fold alike. */
export function unlike(names: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const name of names) {
    const key = fold(name);
    if (key !== '' && !seen.has(key)) seen.set(key, name.trim());
  }
  return [...seen.values()];
}

export const bareArabic = (name: string) => name.replace(ARABIC_TYPE, '').trim();
export const bareLatin = (name: string) => name.replace(LATIN_TYPE, '').trim();

export function arabicNames(names: readonly string[], { country, population }: NameSource): string[] {
  const script = PERSIAN_READERS.has(country) || population >= 200_000 ? PERSIAN : ARABIC_ONLY;
  const kept = names.map(bareArabic).filter((name) => script.test(name) && fold(name).length >= 2 && !UYGHUR.test(name));
  // an Arabic spelling makes a better label than a Persian one, and one without vowel marks a better than one with
  const whole = new Set(kept.map(fold));
  // رياض beside الرياض is a transcription that lost its article, and means gardens
  const spoken = kept.filter((name) => !whole.has(`ال${fold(name)}`));
  const rank = (name: string) => (ARABIC_ONLY.test(name) ? 0 : 2) + (/[\u064b-\u0652]/.test(name) ? 1 : 0);
  return unlike(spoken.sort((a, b) => rank(a) - rank(b))).slice(0, 6);
}

/** Words that open the names of towns in English, and how they are shortened in print. */
const SHORTENED: readonly (readonly [string, string])[] = [['Saint', 'St.'], ['Sainte', 'Ste.'], ['Mount', 'Mt.'], ['Fort', 'Ft.']];
const ENGLISH = new Set('US CA GB IE AU NZ'.split(' '));

/** St. Paul is Saint Paul, and Fort Worth is Ft. Worth. */
export function shortAndLong(name: string, country: string): string[] {
  if (!ENGLISH.has(country)) return [];
  const forms = SHORTENED.flatMap(([long, short]) => [[long, short], [short, long], [short.replace('.', ''), long]] as const);
  return forms.flatMap(([from, to]) => (name.startsWith(`${from} `) ? [to + name.slice(from.length)] : []));
}

/** Below this other spellings of a town abroad are mostly of the sort that nobody writes. */
const SPELT = 15_000;

/** Latin variants that start like the name, so that Oea and Riant don't come along; of Arab cities, all of four letters and more. */
export function latinNames(name: string, ascii: string, alternates: readonly string[], { country, population, capital }: NameSource): string[] {
  // «San Juan de Dios (Naranjas de Dios)»: nobody writes the whole
  const bare = [ascii || name, name].map((one) => one.replace(/ [([].*$/, ''));
  const own = unlike([...bare, ...shortAndLong(ascii || name, country)]);
  const arab = ARAB.has(country);
  if (!capital && !arab && population < SPELT) return own;
  const first = fold(name).charAt(0);
  const likely = alternates.filter(
    (alternate) => LATIN.test(alternate) && alternate.length >= 4 && !/^[A-Z]+$/.test(alternate) && (arab || fold(alternate).charAt(0) === first),
  );
  return unlike([...own, ...likely]).slice(0, 14);
}

const GREAT = 300_000;

export function otherNames(alternates: readonly string[], { population, capital }: NameSource): string[] {
  if (!capital && population < SPELT) return [];
  return unlike(alternates.filter((name) => OTHER_SCRIPT.test(name) && fold(name).length >= 2)).slice(0, capital || population >= GREAT ? 12 : 6);
}
