import { useLocale, useTranslations } from 'next-intl';
import { digitsOf, languageOf, localeOf, type Locale } from './locale';

/** The interface's language and digits, as what formats and names things takes them. */
export function useUiLocale(): Locale {
  const tag = useLocale();
  return localeOf(languageOf(tag), digitsOf(tag));
}

/** The way in which the interface's language is read. */
export function useDirection(): 'rtl' | 'ltr' {
  return useTranslations('language')('dir') === 'rtl' ? 'rtl' : 'ltr';
}
