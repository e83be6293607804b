'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Connection } from '../live/connection';
import { Mark } from '../ui/icons';
import { ConnectionBadge } from './connection-badge';
import { LocaleSwitch } from './locale-switch';
import { Nav, type PageName } from './nav';
import { ThemeSwitch } from './theme-switch';

interface Props {
  page: PageName;
  connection: Connection;
  lastArrivalAt: string | null;
  /** what the page has to search by, or to do */
  children: ReactNode;
}

/** On a narrow screen the pages and the page's own part stand in a second line. */
export function Header({ page, connection, lastArrivalAt, children }: Props) {
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface px-4 py-2">
      <Wordmark isTitle={page === 'feed'} />
      <div className="order-last flex w-full items-center gap-3 md:contents">
        <Nav page={page} />
        <div className="flex min-w-0 flex-1 items-center justify-end gap-2 md:order-2 md:ms-auto">{children}</div>
      </div>
      <div className="md:order-1">
        <ConnectionBadge connection={connection} lastArrivalAt={lastArrivalAt} />
      </div>
      <div className="ms-auto flex items-center gap-2 md:order-3 md:ms-0">
        <LocaleSwitch />
        <ThemeSwitch />
      </div>
    </header>
  );
}

/** The name is the title of the first page; the others have titles of their own. */
function Wordmark({ isTitle }: { isTitle: boolean }) {
  const t = useTranslations();
  const Name = isTitle ? 'h1' : 'p';
  return (
    <Name className="flex items-center gap-2 text-xl leading-none font-semibold text-accent">
      <Mark className="text-[1.7rem]" />
      <span lang="ar" className="leading-none">
        مرصد
      </span>
      <span lang="en" className="text-sm font-medium tracking-wide text-faint max-md:sr-only" dir="ltr">
        Marsad
      </span>
      <span className="sr-only">{t('tagline')}</span>
    </Name>
  );
}
