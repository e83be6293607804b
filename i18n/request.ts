import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { asDigits, chooseLanguage, DEFAULT_LOCALE, DIGITS_COOKIE, intlTag, LOCALE_COOKIE, localeOf } from '../components/ui/locale';
import { marsad } from '../server/db/handle';
import { inDigits } from './digits';
import { MESSAGES } from './languages';

/** The language of a request, from its cookie, the settings or its browser: addresses carry none, so that a view can be sent to anyone. */
export default getRequestConfig(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const chosen = jar.get(LOCALE_COOKIE)?.value ?? (await marsad().productSettings()).language ?? undefined;
  const language = chooseLanguage(chosen, head.get('accept-language'), Object.keys(MESSAGES));
  const digits = asDigits(jar.get(DIGITS_COOKIE)?.value);
  return { locale: intlTag(localeOf(language, digits)), messages: inDigits(MESSAGES[language] ?? MESSAGES[DEFAULT_LOCALE], digits), timeZone: 'UTC' };
});
