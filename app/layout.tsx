import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClockProvider } from '@/components/ui/clock';
import { asDensity, DENSITY_COOKIE } from '@/components/ui/density';
import { LanguagesProvider } from '@/components/ui/languages';
import { languageOf } from '@/components/ui/locale';
import { asTheme, THEME_COOKIE } from '@/components/ui/theme';
import { LANGUAGES } from '@/i18n/languages';
import { FIRST_FONTS } from './fonts';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t('name'), description: t('tagline'), applicationName: t('name'), referrer: 'no-referrer' };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

/** Language, direction and colours come from the request, so that the first paint is right without a script. */
export default async function Layout({ children }: { children: ReactNode }) {
  const [locale, t, jar] = await Promise.all([getLocale(), getTranslations('language'), cookies()]);
  return (
    <html
      lang={languageOf(locale)}
      dir={t('dir')}
      data-theme={asTheme(jar.get(THEME_COOKIE)?.value)}
      data-density={asDensity(jar.get(DENSITY_COOKIE)?.value)}
    >
      <head>
        {FIRST_FONTS.map((font) => <link key={font} rel="preload" href={font} as="font" type="font/woff2" crossOrigin="anonymous" />)}
      </head>
      <body>
        <NextIntlClientProvider>
          <LanguagesProvider languages={LANGUAGES}>
            <ClockProvider renderedAt={new Date().getTime()}>{children}</ClockProvider>
          </LanguagesProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
