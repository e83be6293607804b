'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Source } from '@/lib/source';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { PauseIcon, PlayIcon, RefreshIcon } from '../../ui/icons';
import { Health } from '../health';
import type { SourceActions } from '../use-source-actions';
import { useGate } from '../write-gate';
import { EditForm } from './edit-form';
import { PollTable } from './poll-table';
import { RemoveForm } from './remove-form';
import { SourceFacts } from './source-facts';

interface Props {
  source: Source;
  folders: readonly string[];
  actions: SourceActions;
  onClose(): void;
}

type Mode = 'facts' | 'edit' | 'remove';

/** All that is known of one feed, and what can be done to it. */
export function SourceDialog({ source, folders, actions, onClose }: Props) {
  const [mode, setMode] = useState<Mode>('facts');
  const back = () => setMode('facts');
  return (
    <Dialog title={<bdi>{source.title}</bdi>} place="side" testId="source-dialog" onClose={onClose}>
      {mode === 'facts' ? (
        <div className="flex flex-col gap-6">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
            <Health health={source.health} />
            <Toolbar source={source} actions={actions} onMode={setMode} />
          </div>
          <SourceFacts source={source} />
          <PollTable source={source} />
        </div>
      ) : null}
      {mode === 'edit' ? <EditForm source={source} folders={folders} onSave={(change) => actions.change(source, change)} onDone={back} /> : null}
      {mode === 'remove' ? <RemoveForm source={source} onRemove={(articles) => actions.remove(source, articles)} onCancel={back} /> : null}
    </Dialog>
  );
}

function Toolbar({ source, actions, onMode }: { source: Source; actions: SourceActions; onMode(mode: Mode): void }) {
  const t = useTranslations('sources');
  const gate = useGate();
  if (!gate.open) return null;
  if (source.sample) return <p className="text-sm text-soft">{t('sampleFixed')}</p>;
  const asking = actions.asking.has(source.id);
  const stopped = source.status !== 'active';
  return (
    <div className="flex flex-wrap gap-2">
      <Button data-testid="dialog-ask" disabled={asking} onClick={() => actions.onAsk(source)}>
        <RefreshIcon className={asking ? 'turning' : ''} />
        {asking ? t('asking') : t('ask')}
      </Button>
      <Button data-testid="dialog-pause" onClick={() => actions.onPause(source, !stopped)}>
        {stopped ? <PlayIcon /> : <PauseIcon />}
        {stopped ? t('resume') : t('pause')}
      </Button>
      <Button data-testid="dialog-edit" onClick={() => onMode('edit')}>
        {t('edit')}
      </Button>
      <Button data-testid="dialog-remove" tone="bad" onClick={() => onMode('remove')}>
        {t('delete')}
      </Button>
    </div>
  );
}
