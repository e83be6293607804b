export const DEFAULT_LOCALE = 'ar';
export const LOCALE_COOKIE = 'marsad_locale';

/** A language of messages/ by its code, with `-u-nu-arab` behind it where the reader wants Arabic-Indic digits. */
export type Locale = string;

export const DIGITS = ['latn', 'arab'] as const;
export type Digits = (typeof DIGITS)[number];
export const DIGITS_COOKIE = 'marsad_digits';

export function asDigits(value: string | undefined): Digits {
  return DIGITS.find((digits) => digits === value) ?? 'latn';
}

export function localeOf(language: string, digits: Digits): Locale {
  return digits === 'latn' ? language : `${language}-u-nu-${digits}`;
}

export function languageOf(locale: Locale): string {
  return locale.split('-')[0] ?? DEFAULT_LOCALE;
}

export function digitsOf(locale: Locale): Digits {
  return locale.includes('-nu-arab') ? 'arab' : 'latn';
}

/** Where the same language is written in several ways. */
const REGIONS: Readonly<Record<string, string>> = { en: 'en-GB' };

/** What Intl's formatters take. Arabic's own default are the eastern digits; the interface keeps to one set in all languages. */
export function intlTag(locale: Locale): string {
  const language = languageOf(locale);
  return `${REGIONS[language] ?? language}-u-ca-gregory-nu-${digitsOf(locale)}`;
}

/** Where Arabic calls the months تشرين الثاني and كانون الأول, not نوفمبر and ديسمبر: the zones' countries, as CLDR has them. */
const LEVANTINE: Readonly<Record<string, string>> = {
  'Asia/Damascus': 'SY', 'Asia/Amman': 'JO', 'Asia/Beirut': 'LB', 'Asia/Baghdad': 'IQ', 'Asia/Gaza': 'PS', 'Asia/Hebron': 'PS',
};

/** What Intl takes for dates by a zone's clocks: Arabic names the months as people there do. */
export function dateTag(locale: Locale, timeZone: string): string {
  const country = languageOf(locale) === 'ar' ? LEVANTINE[timeZone] : undefined;
  return country === undefined ? intlTag(locale) : intlTag(locale).replace(/^ar(?=-)/, `ar-${country}`);
}

/** The reader's language: the one chosen, else the first that the browser asks for and there is, else Arabic. */
export function chooseLanguage(chosen: string | undefined, acceptLanguage: string | null, there: readonly string[]): string {
  const isThere = (language: string) => there.includes(language);
  if (chosen !== undefined && isThere(chosen)) return chosen;
  return wantedLanguages(acceptLanguage ?? '').find(isThere) ?? DEFAULT_LOCALE;
}

/** Primary language tags of an Accept-Language header, most wanted first (RFC 9110, 12.5.4). */
function wantedLanguages(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';');
      const quality = params.map((param) => param.trim()).find((param) => param.startsWith('q='));
      return { language: (tag.split('-')[0] ?? '').toLowerCase(), weight: quality ? Number(quality.slice(2)) : 1 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ language }) => language);
}
