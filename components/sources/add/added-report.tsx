'use client';

import { useTranslations } from 'next-intl';
import type { AddReport } from '@/lib/source';
import { Button } from '../../ui/button';
import { CheckIcon, SilentIcon } from '../../ui/icons';
import { sayRefusal } from '../refusal';

/** What adding one feed came to. */
export function AddedReport({ report, onAgain, onClose }: { report: AddReport; onAgain(): void; onClose(): void }) {
  const t = useTranslations('sources');
  const tRefusal = useTranslations('sources.refusal');
  return (
    <div role="status" data-testid="added-report" className="flex flex-col gap-4">
      {report.added.map(({ id, title }) => (
        <p key={id} className="flex items-start gap-2">
          <CheckIcon className="mt-1.5 shrink-0 text-live" />
          {t('add.added', { title })}
        </p>
      ))}
      {report.known.map(({ url, title }) => (
        <p key={url} className="flex items-start gap-2">
          <SilentIcon className="mt-1.5 shrink-0 text-warn" />
          {t('add.alreadyThere', { title })}
        </p>
      ))}
      {report.refused.map((refused, n) => (
        <p key={n} className="text-bad">
          {t('add.refused', { reason: sayRefusal(refused, tRefusal) })}
        </p>
      ))}
      <div className="flex gap-2">
        <Button tone="strong" onClick={onAgain}>
          {t('add.another')}
        </Button>
        <Button tone="quiet" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </div>
  );
}
