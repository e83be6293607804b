'use client';

import { useTranslations } from 'next-intl';

export const TABS = ['feed', 'charts', 'filters'] as const;
export type Tab = (typeof TABS)[number];

/** On a telephone the three panes are three tabs; on wider screens all are there. */
export function Tabs({ tab, onTab }: { tab: Tab; onTab(tab: Tab): void }) {
  const t = useTranslations('tabs');
  return (
    <nav aria-label={t('label')} className="flex border-b border-line bg-surface md:hidden">
      {TABS.map((name) => (
        <button
          key={name}
          type="button"
          data-tab-name={name}
          aria-current={name === tab ? 'true' : undefined}
          onClick={() => onTab(name)}
          className="flex-1 border-b-2 border-transparent py-2 text-sm font-medium text-soft aria-[current=true]:border-accent aria-[current=true]:text-accent"
        >
          {t(name)}
        </button>
      ))}
    </nav>
  );
}
