import { useLocale } from 'next-intl';
import { DEFAULT_LOCALE, isLocale, type Locale } from './locale';

/** The interface's language without the digits and calendar that the Intl tag carries. */
export function useUiLocale(): Locale {
  const language = useLocale().split('-')[0];
  return isLocale(language) ? language : DEFAULT_LOCALE;
}
