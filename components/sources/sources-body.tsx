'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { Button, buttonClass } from '../ui/button';
import { ClockIcon, ExportIcon, ImportIcon, PlusIcon } from '../ui/icons';
import { useUiLocale } from '../ui/use-locale';
import { AddDialog } from './add/add-dialog';
import { Announcer } from './announcer';
import { SourceDialog } from './detail/source-dialog';
import { HealthCounts } from './health-counts';
import { ImportDialog } from './import-dialog';
import { NoSources } from './no-sources';
import { RetentionDialog } from './retention-dialog';
import { SourceList } from './source-list';
import { useSourceActions } from './use-source-actions';
import type { LiveSources } from './use-sources';
import { useSteadyOrder } from './use-steady-order';
import { foldersOf, viewAddress, WHOLE_VIEW, type SourcesView } from './view';
import { ViewControls } from './view-controls';
import { useGate } from './write-gate';

type Panel = { name: 'add' | 'import' | 'retention' } | { name: 'source'; id: number };

/** The list with all that is done to it, and whatever panel is open over it. */
export function SourcesBody({ live, first }: { live: LiveSources; first: SourcesView }) {
  const t = useTranslations('sources');
  const locale = useUiLocale();
  const gate = useGate();
  const { sources, problem, refresh } = live;
  const [view, setView] = useView(first);
  const [panel, setPanel] = useState<Panel | null>(null);
  const actions = useSourceActions(live);
  // What is typed may not wait for a thousand rows.
  const wanted = useDeferredValue(view);
  const shown = useSteadyOrder(sources, wanted, locale);
  const folders = useMemo(() => foldersOf(sources), [sources]);
  const open = useCallback((id: number) => setPanel({ name: 'source', id }), []);
  const close = useCallback(() => setPanel(null), []);
  const opened = panel?.name === 'source' ? sources.find(({ id }) => id === panel.id) : undefined;
  return (
    <main className="mx-auto flex min-h-0 w-full max-w-[110rem] flex-1 flex-col border-line bg-surface min-[112rem]:border-x">
      <div className="flex flex-col gap-3 border-b border-line px-4 py-3">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h1 className="text-lg leading-8 font-semibold">{t('title')}</h1>
          <div className="max-xl:order-last max-xl:basis-full">
            <HealthCounts sources={sources} view={view} onHealth={(health) => setView({ ...view, health })} />
          </div>
          <Toolbar canWrite={gate.open} onPanel={(name) => setPanel({ name })} />
        </div>
        <ViewControls sources={sources} view={view} onView={setView} />
        {problem ? (
          <p role="alert" className="text-sm text-bad">
            {t('stale', { reason: problem })}
          </p>
        ) : null}
      </div>
      {shown.length > 0 ? (
        <SourceList
          sources={shown}
          asking={actions.asking}
          canWrite={gate.open}
          onOpen={open}
          onAsk={actions.onAsk}
          onPause={actions.onPause}
        />
      ) : (
        <NoSources any={sources.length > 0} onShowAll={() => setView({ ...WHOLE_VIEW, sort: view.sort })} />
      )}
      <Announcer said={actions.said} onDone={() => actions.say(null)} />
      {panel?.name === 'add' ? <AddDialog folders={folders} onAdded={refresh} onShow={open} onClose={close} /> : null}
      {panel?.name === 'import' ? <ImportDialog onAdded={refresh} onClose={close} /> : null}
      {panel?.name === 'retention' ? <RetentionDialog onSaved={(text) => actions.say({ tone: 'good', text })} onClose={close} /> : null}
      {opened ? <SourceDialog key={opened.id} source={opened} folders={folders} actions={actions} onClose={close} /> : null}
    </main>
  );
}

/** The view, and the address that leads back to it. */
function useView(first: SourcesView): [SourcesView, (view: SourcesView) => void] {
  const [view, setView] = useState(first);
  const change = useCallback((next: SourcesView) => {
    setView(next);
    window.history.replaceState(null, '', viewAddress(next));
  }, []);
  return [view, change];
}

function Toolbar({ canWrite, onPanel }: { canWrite: boolean; onPanel(name: 'add' | 'import' | 'retention'): void }) {
  const t = useTranslations('sources');
  return (
    <div className="ms-auto flex items-center gap-2 max-sm:gap-0">
      <Button tone="quiet" data-testid="open-retention" title={t('retention.open')} onClick={() => onPanel('retention')}>
        <ClockIcon />
        <span className="max-sm:sr-only">{t('retention.open')}</span>
      </Button>
      <a href="/api/sources/export" download="marsad.opml" data-testid="export" title={t('opml.exportHint')} className={buttonClass('quiet')}>
        <ExportIcon />
        <span className="max-sm:sr-only">{t('opml.export')}</span>
      </a>
      {canWrite ? (
        <>
          <Button tone="quiet" data-testid="open-import" title={t('opml.title')} onClick={() => onPanel('import')}>
            <ImportIcon />
            <span className="max-sm:sr-only">{t('opml.open')}</span>
          </Button>
          <Button tone="strong" data-testid="open-add" className="max-sm:ms-1" onClick={() => onPanel('add')}>
            <PlusIcon />
            {t('add.open')}
          </Button>
        </>
      ) : null}
    </div>
  );
}
