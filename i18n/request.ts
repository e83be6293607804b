import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import ar from '../messages/ar.json';
import en from '../messages/en.json';
import { chooseLocale, intlTag, LOCALE_COOKIE } from '../components/ui/locale';

const MESSAGES = { ar, en };

/** The language of a request, from its cookie or its browser: addresses carry none, so that a view can be sent to anyone. */
export default getRequestConfig(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const locale = chooseLocale(jar.get(LOCALE_COOKIE)?.value, head.get('accept-language'));
  return { locale: intlTag(locale), messages: MESSAGES[locale], timeZone: 'UTC' };
});
