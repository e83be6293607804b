'use client';

import { useTranslations } from 'next-intl';
import type { Source } from '@/lib/source';
import { Header } from '../header/header';
import { SourcesBody } from './sources-body';
import { useSources } from './use-sources';
import type { SourcesView } from './view';
import { WriteGate } from './write-gate';

interface Props {
  sources: readonly Source[];
  view: SourcesView;
  writeAccess: 'open' | 'token' | 'read-only';
}

/** Owns the list and its live data. */
export function SourcesPage({ sources: first, view, writeAccess }: Props) {
  const t = useTranslations();
  const live = useSources(first);
  return (
    <WriteGate access={writeAccess}>
      <div className="flex h-dvh flex-col overflow-hidden">
        <a href="#sources" className="skip-link">
          {t('sources.skip')}
        </a>
        <Header page="sources" connection={live.connection} lastArrivalAt={null}>
          {null}
        </Header>
        {writeAccess === 'read-only' ? (
          <p data-testid="read-only" className="border-b border-line bg-sunken px-4 py-1.5 text-xs text-soft">
            {t('readOnly')}
          </p>
        ) : null}
        <SourcesBody live={live} first={view} />
      </div>
    </WriteGate>
  );
}
