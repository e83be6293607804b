'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PageKeys } from '../keys/page-keys';
import type { Connection } from '../live/connection';
import type { PaletteActions } from '../palette/commands';
import { ELSEWHERE } from '../palette/elsewhere';
import { Mark } from '../ui/icons';
import { ConnectionBadge, type Newest } from './connection-badge';
import { LocaleSwitch } from './locale-switch';
import { Menu } from './menu';
import { Nav } from './nav';
import type { PageName } from './pages';

interface Props {
  page: PageName;
  connection: Connection;
  /** left out where the page lists no articles */
  newest?: Newest;
  /** what the command palette does on this page */
  palette?: PaletteActions;
  /** what the page has to search by, or to do */
  children: ReactNode;
}

/** On a narrow screen the page's own part stands in a second line, and the pages in the menu. */
export function Header({ page, connection, newest, palette = ELSEWHERE, children }: Props) {
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface px-4 py-2">
      <Wordmark isTitle={page === 'feed'} />
      <Nav page={page} />
      {children === null ? null : <div className="order-last flex w-full min-w-0 items-center gap-2 md:order-none md:w-auto md:flex-1 md:justify-end">{children}</div>}
      <div className="ms-auto flex min-w-0 items-center justify-end gap-2 max-md:flex-1">
        <PageKeys actions={palette} />
        <ConnectionBadge connection={connection} newest={newest} />
        <LocaleSwitch />
        <Menu page={page} />
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
      <span lang="en" className="text-sm font-medium tracking-wide text-faint max-xl:sr-only" dir="ltr">
        Marsad
      </span>
      <span className="sr-only">{t('tagline')}</span>
    </Name>
  );
}
