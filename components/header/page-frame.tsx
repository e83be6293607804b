'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { PaletteActions } from '../palette/commands';
import type { Connection } from '../live/connection';
import { WriteGate } from '../sources/write-gate';
import type { Newest } from './connection-badge';
import { Header } from './header';
import type { PageName } from './pages';

type Access = 'open' | 'token' | 'read-only';

interface Props {
  page: PageName;
  connection: Connection;
  /** left out where the page lists no articles */
  newest?: Newest;
  /** for those who go by keyboard past the header: the id that it leads to, and what it says */
  skip: { to: string; text: string };
  /** who may write; left out where there is nothing to write */
  access?: Access;
  /** what the page has to search by */
  search?: ReactNode;
  /** what the palette does here; left out: it leads to the feed */
  palette?: PaletteActions;
  children: ReactNode;
}

/** What every page but the wall stands in: as high as the window, under the header. */
export function PageFrame({ page, connection, newest, skip, access, search = null, palette, children }: Props) {
  const frame = (
    <div className="flex h-dvh flex-col overflow-hidden">
      <a href={`#${skip.to}`} className="skip-link">
        {skip.text}
      </a>
      <Header page={page} connection={connection} newest={newest} palette={palette}>
        {search === null ? null : <div className="w-full md:w-72 lg:w-96">{search}</div>}
      </Header>
      {access === 'read-only' ? <ReadOnlyLine /> : null}
      {children}
    </div>
  );
  return access === undefined ? frame : <WriteGate access={access}>{frame}</WriteGate>;
}

function ReadOnlyLine() {
  const t = useTranslations();
  return (
    <p data-testid="read-only" className="border-b border-line bg-sunken px-4 py-1.5 text-xs text-soft">
      {t('readOnly')}
    </p>
  );
}
