'use client';

import { useTranslations } from 'next-intl';
import type { Source } from '@/lib/source';
import { PageFrame } from '../header/page-frame';
import { SourcesBody } from './sources-body';
import { useSources } from './use-sources';
import type { SourcesView } from './view';

interface Props {
  sources: readonly Source[];
  view: SourcesView;
  writeAccess: 'open' | 'token' | 'read-only';
}

/** Owns the list and its live data. */
export function SourcesPage({ sources: first, view, writeAccess }: Props) {
  const t = useTranslations('sources');
  const live = useSources(first);
  return (
    <PageFrame page="sources" connection={live.connection} skip={{ to: 'sources', text: t('skip') }} access={writeAccess}>
      <SourcesBody live={live} first={view} />
    </PageFrame>
  );
}
