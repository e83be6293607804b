'use client';

import { useTranslations } from 'next-intl';
import { isSuccess } from '@/lib/feed';
import type { Source } from '@/lib/source';
import { Ago } from './times';

/** What the server put into English words for experts: kept from mixing with the text around it. */
export function Technical({ text, className = '' }: { text: string; className?: string }) {
  return (
    <span dir="ltr" lang="en" title={text} className={`technical ${className}`}>
      {text}
    </span>
  );
}

/** What was said of the very address that stands beside it. */
export function withoutAddress(text: string, url: string): string {
  return text.startsWith(`${url} `) ? text.slice(url.length + 1) : text;
}

/** The last failure: in words while it lasts, and when it was. `brief`: in a row, where there is little room. */
export function LastFailure({ source, brief = false }: { source: Source; brief?: boolean }) {
  const t = useTranslations();
  const { lastFailureAt, lastOutcome, lastError, failures } = source;
  if (lastFailureAt === null) return <span className="text-faint">{t('sources.noFailure')}</span>;
  const lasts = failures > 0 && lastOutcome !== null && !isSuccess(lastOutcome);
  if (!lasts)
    return (
      <span className="text-soft">
        <Ago iso={lastFailureAt} never={t('sources.never')} />
      </span>
    );
  const words = t(`outcome.${lastOutcome}`);
  return (
    <>
      <span className="failure-words" title={words}>
        <span className="truncate text-bad first-letter:uppercase">{words}</span>
        <span className="shrink-0 text-soft">
          <Ago iso={lastFailureAt} never={t('sources.never')} />
        </span>
      </span>
      {lastError ? <Technical text={withoutAddress(lastError, source.url)} className={`truncate ${brief ? 'md:max-xl:hidden' : ''}`} /> : null}
    </>
  );
}
