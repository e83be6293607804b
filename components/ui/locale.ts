export const LOCALES = ['ar', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = 'ar';
export const LOCALE_COOKIE = 'marsad_locale';

export function isLocale(value: string | undefined): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** Arabic's own default are the eastern digits; the interface keeps to one set in both languages. */
export function intlTag(locale: Locale): string {
  return locale === 'ar' ? 'ar-u-ca-gregory-nu-latn' : 'en-GB';
}

/** The reader's locale: the one chosen, else the first that the browser asks for and Marsad has, else Arabic. */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(chosen)) return chosen;
  return wantedLanguages(acceptLanguage ?? '').find(isLocale) ?? DEFAULT_LOCALE;
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
