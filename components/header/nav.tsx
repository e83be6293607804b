'use client';

import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { GearIcon, WallIcon } from '../ui/icons';
import { addressFrom, type PageName } from './pages';

const PAGES: readonly PageName[] = ['feed', 'trends', 'map', 'spikes', 'topics', 'sources'];
const ASIDE: readonly PageName[] = ['wall', 'settings'];

/** Ordinary links: each page has its own live data. What they share, the filter, stands in the address. */
function usePages(page: PageName, names: readonly PageName[]) {
  const t = useTranslations('nav');
  const search = useSearchParams();
  return names.map((name) => ({ name, label: t(name), href: addressFrom(page, name, search), current: name === page ? ('page' as const) : undefined }));
}

/** The pages in one line, where there is room for it. */
export function Nav({ page }: { page: PageName }) {
  const t = useTranslations('nav');
  return (
    <nav aria-label={t('label')} data-testid="nav" className="max-lg:hidden">
      <ul className="flex items-center gap-0.5 text-sm">
        {usePages(page, PAGES).map(({ name, label, href, current }) => (
          <li key={name}>
            <a
              href={href}
              aria-current={current}
              className="flex h-8 items-center rounded-md px-2 font-medium whitespace-nowrap text-soft hover:bg-sunken hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent min-[87rem]:px-2.5"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The same below each other, for the menu, with those that the line leaves out. */
export function NavList({ page }: { page: PageName }) {
  const t = useTranslations('nav');
  const main = usePages(page, PAGES);
  const aside = usePages(page, ASIDE);
  return (
    <nav aria-label={t('label')}>
      <ul className="grid grid-cols-2 gap-1 text-base">
        {[...main, ...aside].map(({ name, label, href, current }) => (
          <li key={name} data-page={name} className={ASIDE.includes(name) ? undefined : 'lg:hidden'}>
            <a
              href={href}
              aria-current={current}
              className="flex h-10 items-center gap-2 rounded-md px-2 font-medium whitespace-nowrap text-soft hover:bg-sunken hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent"
            >
              {name === 'settings' ? <GearIcon className="shrink-0" /> : null}
              {name === 'wall' ? <WallIcon className="shrink-0" /> : null}
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
