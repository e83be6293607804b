'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { AlertIcon, CheckIcon, CloseIcon } from '../ui/icons';
import type { Announcement } from './use-source-actions';

const SHOWN_MS = 9_000;

/**
 * What was done, or what went wrong, over the foot of the page: a popover, which stands above a dialog that may be open. It is
 * announced by a region of its own, which is always there.
 */
export function Announcer({ said, onDone }: { said: Announcement | null; onDone(): void }) {
  const t = useTranslations('sources');
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = region.current;
    if (!element || !said) return;
    element.showPopover();
    // What failed stays until somebody has seen it.
    const timer = said.tone === 'good' ? setTimeout(onDone, SHOWN_MS) : undefined;
    return () => {
      clearTimeout(timer);
      element.hidePopover();
    };
  }, [said, onDone]);
  const Sign = said?.tone === 'bad' ? AlertIcon : CheckIcon;
  return (
    <>
      <p role="status" className="sr-only">
        {said?.text}
      </p>
      <div ref={region} popover="manual" data-testid="announcer" className="announcer">
        {said ? (
          <div className="flex items-center gap-3">
            <Sign className={`shrink-0 text-base ${said.tone === 'bad' ? 'text-bad' : 'text-live'}`} />
            <span className="min-w-0 flex-1">{said.text}</span>
            <button type="button" onClick={onDone} aria-label={t('close')} className="grid size-7 shrink-0 place-items-center rounded-md text-soft hover:text-ink">
              <CloseIcon />
            </button>
          </div>
        ) : null}
      </div>
    </>
  );
}
