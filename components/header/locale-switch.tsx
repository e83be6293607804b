'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { keepChoice } from '../ui/cookie';
import { LOCALE_COOKIE, type Locale } from '../ui/locale';
import { useUiLocale } from '../ui/use-locale';

const OTHER: Record<Locale, Locale> = { ar: 'en', en: 'ar' };
/** Each language by its own name: whoever needs it reads it. */
const NAMES: Record<Locale, string> = { ar: 'العربية', en: 'English' };

/** Changes the language in place: the list, its place and the filter stay. */
export function LocaleSwitch() {
  const t = useTranslations('header');
  const router = useRouter();
  const [pending, start] = useTransition();
  const other = OTHER[useUiLocale()];
  const change = () => {
    keepChoice(LOCALE_COOKIE, other);
    start(() => router.refresh());
  };
  return (
    <button
      type="button"
      data-testid="locale-switch"
      onClick={change}
      disabled={pending}
      title={t('locale')}
      lang={other}
      className="h-8 rounded-md border border-line px-2.5 text-sm font-medium hover:border-line-strong disabled:opacity-60"
    >
      {NAMES[other]}
    </button>
  );
}
