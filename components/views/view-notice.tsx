'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { CloseIcon } from '../ui/icons';

export interface Notice {
  text: string;
  undo: (() => void) | null;
}

export type Tell = (text: string | null, undo?: () => void) => void;

/** How long it can be read, in milliseconds; with a way back longer. */
const SHOWN_MS = 4_000;
const UNDO_MS = 12_000;

export function useNotice(): { notice: Notice | null; tell: Tell } {
  const [notice, setNotice] = useState<Notice | null>(null);
  const tell = useCallback<Tell>((text, undo) => setNotice(text === null ? null : { text, undo: undo ?? null }), []);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => setNotice(null), notice.undo ? UNDO_MS : SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  return { notice, tell };
}

/** What was just done, and the way back where there is one. */
export function ViewNotice({ notice, onClose }: { notice: Notice | null; onClose(): void }) {
  const t = useTranslations('views');
  const close = useTranslations('sources');
  return (
    <div aria-live="polite" data-testid="view-notice">
      {notice ? (
        <p className="mt-1 flex items-center gap-2 rounded-md bg-sunken px-2 py-1 text-xs">
          <bdi className="min-w-0 flex-1">{notice.text}</bdi>
          {notice.undo ? (
            <button type="button" onClick={notice.undo} className="min-h-6 rounded px-1 font-medium text-accent hover:underline">
              {t('undo')}
            </button>
          ) : null}
          <button type="button" onClick={onClose} aria-label={close('close')} className="grid size-6 place-items-center rounded text-faint hover:text-ink">
            <CloseIcon />
          </button>
        </p>
      ) : null}
    </div>
  );
}
