'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { CloseIcon } from './icons';

interface Props {
  title: ReactNode;
  /** `side`: over the end of the page, as high as it; `middle` and `wide`: a card over its middle */
  place: 'side' | 'middle' | 'wide';
  testId: string;
  onClose(): void;
  children: ReactNode;
}

/**
 * A panel over the page, while it is rendered; never by the server. The browser's own modal dialog: the rest of the page is inert,
 * Escape closes it, and the focus goes back to where it was. It hangs on the body, since a line of text may open it.
 */
export function Dialog({ title, place, testId, onClose, children }: Props) {
  const t = useTranslations('sources');
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || dialog.open) return;
    const before = document.activeElement;
    dialog.showModal();
    // React's autoFocus comes before the dialog is shown, and has no effect then.
    dialog.querySelector<HTMLElement>('[data-first-focus]')?.focus();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return createPortal(
    <dialog
      ref={ref}
      data-testid={testId}
      data-place={place}
      aria-labelledby={titleId}
      className="panel"
      onCancel={(event) => {
        // A dialog within this one (the token's) closes itself alone.
        if (event.target !== ref.current) return;
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      <div className="flex max-h-full min-h-0 flex-col">
        <div className="flex items-start gap-3 border-b border-line px-5 py-3">
          <h2 id={titleId} className="min-w-0 flex-1 text-lg leading-7 font-semibold">
            {title}
          </h2>
          <button
            type="button"
            onClick={onClose}
            aria-label={t('close')}
            title={t('close')}
            className="grid size-8 shrink-0 place-items-center rounded-md text-soft hover:bg-sunken hover:text-ink"
          >
            <CloseIcon />
          </button>
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-4">{children}</div>
      </div>
    </dialog>,
    document.body,
  );
}
