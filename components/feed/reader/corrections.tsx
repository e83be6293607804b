'use client';

import { useTranslations } from 'next-intl';
import type { Correction } from '@/lib/correction';
import { labelIn } from '../../ui/format';
import { Button } from '../../ui/button';
import { useUiLocale } from '../../ui/use-locale';

interface Props {
  corrections: readonly Correction[];
  /** null: nobody may write here */
  onUndo: ((id: string) => void) | null;
  busy: boolean;
}

/** What was taken off the article, to be put back. */
export function Corrections({ corrections, onUndo, busy }: Props) {
  const t = useTranslations('reader');
  const locale = useUiLocale();
  if (corrections.length === 0) return null;
  return (
    <section aria-label={t('corrections')} data-testid="corrections">
      <h3 className="mb-1 text-xs text-faint">{t('corrections')}</h3>
      <ul className="flex flex-col gap-1 text-sm">
        {corrections.map(({ id, kind, label, targetId }) => (
          <li key={id} data-correction={`${kind}:${targetId}`} className="flex items-center gap-2">
            <span className="min-w-0 text-soft">
              {t(kind === 'place' ? 'notPlaceDone' : 'notTopicDone')} <s className="font-medium">{labelIn(label, locale)}</s>
            </span>
            {onUndo ? (
              <Button tone="quiet" disabled={busy} onClick={() => onUndo(id)} className="ms-auto h-7! px-2!">
                {t('undo')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <a href="/api/corrections/export" download title={t('exportHint')} className="mt-1 inline-block text-xs text-accent hover:underline">
        {t('export')}
      </a>
    </section>
  );
}
