'use client';

import { useTranslations } from 'next-intl';
import { useId, type ReactNode } from 'react';
import { formatNumber } from '../ui/format';
import { ChevronIcon } from '../ui/icons';
import { useUiLocale } from '../ui/use-locale';
import { useRemembered } from './remembered';

interface Props {
  testId: string;
  title: string;
  /** how many of its choices are on: told beside the title, since the section may be closed */
  chosen: number;
  /** what its numbers or choices mean */
  hint?: string;
  children: ReactNode;
}

/** A part of the column that opens and closes, and is found as it was left. */
export function Section({ testId, title, chosen, hint, children }: Props) {
  const t = useTranslations('filters');
  const locale = useUiLocale();
  const [state, keep] = useRemembered(`section.${testId}`, 'open');
  const open = state !== 'closed';
  const body = useId();
  return (
    <section data-testid={testId} aria-label={title} className="min-w-0 border-b border-line py-1 last:border-b-0">
      <h3>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={body}
          onClick={() => keep(open ? 'closed' : 'open')}
          className="flex h-8 w-full items-center gap-1.5 rounded text-start text-sm font-semibold hover:text-accent"
        >
          <ChevronIcon className={`shrink-0 text-xs text-faint ${open ? 'rotate-90' : 'rtl:rotate-180'}`} />
          <span className="min-w-0 flex-1 truncate">{title}</span>
          {chosen > 0 ? (
            <span className="rounded-full bg-accent px-1.5 text-xs leading-4.5 font-medium text-accent-ink tabular-nums">
              <span aria-hidden="true">{formatNumber(chosen, locale)}</span>
              <span className="sr-only">{t('chosenCount', { count: chosen })}</span>
            </span>
          ) : null}
        </button>
      </h3>
      <div id={body} hidden={!open} className="pb-2">
        {hint ? <p className="pb-1.5 text-xs text-faint">{hint}</p> : null}
        {open ? children : null}
      </div>
    </section>
  );
}
