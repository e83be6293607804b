import { intlTag, languageOf, type Locale } from './locale';

const displayNames = new Map<string, Intl.DisplayNames>();

function nameOf(type: 'language' | 'region', code: string, locale: Locale): string {
  const key = `${type} ${locale}`;
  const names = displayNames.get(key) ?? new Intl.DisplayNames(type === 'region' ? locale : intlTag(locale), { type, fallback: 'code', languageDisplay: 'standard' });
  displayNames.set(key, names);
  try {
    return names.of(code) ?? code;
  } catch (error) {
    // What a feed calls its language need be no code at all.
    if (error instanceof RangeError) return code;
    throw error;
  }
}

/** Countries that the gazetteer calls otherwise than CLDR does, as newspapers do (data/hand/aliases.tsv): one country has one name on a page. */
const IN_THE_NEWS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: { CD: 'DR Congo', CG: 'Congo', HK: 'Hong Kong', MM: 'Myanmar', PS: 'Palestine', TR: 'Turkey' },
  ar: {
    AE: 'الإمارات', BA: 'البوسنة', BY: 'بيلاروسيا', CD: 'الكونغو الديمقراطية', CF: 'أفريقيا الوسطى', CG: 'الكونغو', DK: 'الدنمارك', DO: 'الدومينيكان', GB: 'بريطانيا',
    HK: 'هونغ كونغ', HU: 'المجر', IS: 'أيسلندا', MM: 'ميانمار', MV: 'المالديف', PS: 'فلسطين', SA: 'السعودية', UY: 'أوروغواي',
  },
};

/** A language by its BCP 47 tag, a country by ISO 3166: in the interface's language; the code where it has no name. */
export const languageName = (code: string, locale: Locale) => nameOf('language', code, locale);
export const countryName = (code: string, locale: Locale) => IN_THE_NEWS[languageOf(locale)]?.[code] ?? nameOf('region', code, languageOf(locale));

/** What news is written in, as far as a list to choose from goes. */
export const LANGUAGES: readonly string[] = [
  'ar', 'en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'tr', 'fa', 'ur', 'ckb', 'ku', 'he', 'ps', 'ru', 'uk', 'pl', 'ro', 'bg', 'el', 'sr', 'hr', 'sq', 'hu', 'cs',
  'sk', 'sv', 'no', 'da', 'fi', 'hy', 'az', 'ka', 'kk', 'uz', 'zh', 'ja', 'ko', 'hi', 'bn', 'ta', 'id', 'ms', 'th', 'vi', 'sw', 'so', 'am', 'ha',
];

const A = 65;
const letter = (n: number) => String.fromCharCode(A + n);
/** Named by Unicode, but no countries: groupings, outlying places, test regions. */
const NO_COUNTRIES = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ']);

/** All countries that Unicode names, each by the one code that it has today, sorted by their names. */
export function countryCodes(locale: Locale): string[] {
  const codes = Array.from({ length: 26 * 26 }, (_, n) => letter(Math.floor(n / 26)) + letter(n % 26));
  const known = codes.filter((code) => !NO_COUNTRIES.has(code) && new Intl.Locale(`und-${code}`).region === code && countryName(code, 'en') !== code);
  const order = new Intl.Collator(intlTag(locale)).compare;
  return known.sort((a, b) => order(countryName(a, locale), countryName(b, locale)));
}
