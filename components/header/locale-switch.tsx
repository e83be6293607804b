'use client';

import { useTranslations } from 'next-intl';
import { useLanguages } from '../ui/languages';
import { languageOf, LOCALE_COOKIE } from '../ui/locale';
import { useUiLocale } from '../ui/use-locale';
import { ChoiceRow } from './choice-row';
import { useInPlace } from './use-in-place';

/** To the next language, which is the other one where there are two; by its own name: whoever needs it reads it. */
export function LocaleSwitch() {
  const t = useTranslations('header');
  const { pending, change } = useInPlace(LOCALE_COOKIE);
  const languages = useLanguages();
  const language = languageOf(useUiLocale());
  const next = languages[(languages.findIndex(({ code }) => code === language) + 1) % languages.length];
  if (!next) return null;
  return (
    <button
      type="button"
      data-testid="locale-switch"
      onClick={() => change(next.code)}
      disabled={pending}
      title={t('locale')}
      lang={next.code}
      className="h-8 rounded-md border border-line px-2.5 text-sm font-medium whitespace-nowrap hover:border-line-strong disabled:opacity-60"
    >
      {next.name}
    </button>
  );
}

/** All languages side by side. */
export function LanguageRow() {
  const t = useTranslations('header');
  const { change } = useInPlace(LOCALE_COOKIE);
  const choices = useLanguages().map(({ code, name }) => ({ value: code, label: name, sign: <span lang={code}>{name}</span> }));
  return <ChoiceRow legend={t('locale')} testId="language-row" choices={choices} value={languageOf(useUiLocale())} onValue={change} />;
}
