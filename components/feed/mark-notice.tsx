'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '../ui/button';
import { CloseIcon } from '../ui/icons';
import type { ReaderMarks } from './use-reader-marks';

const SHOWN_MS = 9_000;

/** What was hidden, with the way back; or what could not be kept. The region is always there, so that it is announced. */
export function MarkNotice({ reader: { failed, hidden, mark, dismiss } }: { reader: ReaderMarks }) {
  const t = useTranslations('feed');
  useEffect(() => {
    // What failed stays until somebody has seen it.
    if (hidden === null || failed !== null) return;
    const timer = setTimeout(dismiss, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [hidden, failed, dismiss]);
  const text = failed !== null ? t('markFailed', { reason: failed }) : hidden !== null ? t('hiddenDone') : null;
  return (
    <div role="status" className="mark-notice">
      {text === null ? null : (
        <div data-testid="mark-notice" className={failed === null ? '' : 'text-bad'}>
          <span className="min-w-0 flex-1">{text}</span>
          {failed === null && hidden !== null ? (
            <Button onClick={() => mark(hidden, { hidden: false })} className="h-7!">
              {t('undo')}
            </Button>
          ) : null}
          <button type="button" onClick={dismiss} aria-label={t('dismiss')} className="grid size-7 shrink-0 place-items-center rounded-md text-soft hover:text-ink">
            <CloseIcon />
          </button>
        </div>
      )}
    </div>
  );
}
