'use client';

import { useTranslations } from 'next-intl';

const ADDRESSES = { feed: '/', spikes: '/spikes', topics: '/topics', sources: '/sources' } as const;
export type PageName = keyof typeof ADDRESSES;
const PAGES: readonly PageName[] = ['feed', 'spikes', 'topics', 'sources'];

/** The pages. Ordinary links: each page has its own live data and address, which leave nothing to hand on. */
export function Nav({ page }: { page: PageName }) {
  const t = useTranslations('nav');
  return (
    <nav aria-label={t('label')} data-testid="nav">
      <ul className="flex items-center gap-1 text-sm">
        {PAGES.map((name) => (
          <li key={name}>
            <a
              href={ADDRESSES[name]}
              aria-current={name === page ? 'page' : undefined}
              className="flex h-8 items-center rounded-md px-2.5 font-medium whitespace-nowrap text-soft hover:bg-sunken hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent"
            >
              {t(name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
