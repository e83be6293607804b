'use client';

import { useTranslations } from 'next-intl';

const FORMS = ['words', 'phrase', 'or', 'not', 'begin'] as const;

/** How more than a word is written, each form with an example that can be tried. */
export function SearchHelp({ onTry }: { onTry(text: string): void }) {
  const t = useTranslations('filters');
  return (
    <div data-testid="search-help" className="p-1.5 text-sm">
      <p className="px-1 pb-1 text-xs font-medium text-faint">{t('helpTitle')}</p>
      <ul>
        {FORMS.map((form) => (
          <li key={form}>
            <button
              type="button"
              tabIndex={-1}
              onClick={() => onTry(t(`helpExample.${form}`))}
              className="flex min-h-7 w-full items-center justify-between gap-3 rounded px-1 text-start hover:bg-accent-soft"
            >
              <bdi className="rounded bg-sunken px-1.5 font-medium">{t(`helpExample.${form}`)}</bdi>
              <span className="text-xs text-soft">{t(`help.${form}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
