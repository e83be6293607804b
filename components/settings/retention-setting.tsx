'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import type { Retention } from '@/lib/source';
import { RetentionDialog } from '../sources/retention-dialog';
import { useGate } from '../sources/write-gate';
import { ask } from '../ui/ask';
import { Button } from '../ui/button';
import { SettingRow } from './part';
import { SavedText } from './save-line';

/** How long articles are kept; the dialog is that of the Sources page. */
export function RetentionSetting({ first }: { first: Retention }) {
  const t = useTranslations('settings');
  const { open: mayChange } = useGate();
  const [retention, setRetention] = useState(first);
  const [open, setOpen] = useState(false);
  const [said, say] = useState<string | null>(null);
  const onSaved = useCallback((text: string) => {
    say(text);
    void ask<Retention>('/api/settings/retention').then((answer) => answer.outcome === 'done' && setRetention(answer.value));
  }, []);
  return (
    <SettingRow title={t('retention')} testId="setting-retention">
      <div className="flex flex-wrap items-center gap-3">
        <span data-testid="retention-now" className="text-sm">
          {retention.days === null ? t('keepAll') : t('keepDays', { days: retention.days })}
        </span>
        {mayChange ? <Button onClick={() => setOpen(true)}>{t('change')}</Button> : null}
        <SavedText saved={said === null ? null : { tone: 'good', text: said }} />
      </div>
      {open ? <RetentionDialog onSaved={onSaved} onClose={() => setOpen(false)} /> : null}
    </SettingRow>
  );
}
