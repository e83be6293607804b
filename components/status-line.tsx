'use client';

import { useTranslations } from 'next-intl';
import type { FeedStatus } from '@/lib/dashboard';
import { useMounted, useNow, useTimeZone } from './ui/clock';
import { formatAge } from './ui/format';
import { useUiLocale } from './ui/use-locale';

/** How the feeds are, in one line: what is missing may be missing because nobody answered. */
export function StatusLine({ status }: { status: FeedStatus }) {
  const t = useTranslations('status');
  const { feeds, healthy, failing, waiting, articles, lastPollAt } = status;
  return (
    <footer
      data-testid="status"
      className="flex flex-wrap gap-x-4 gap-y-0.5 border-t border-line bg-surface px-4 py-1.5 text-xs text-faint"
    >
      <span>{t('feeds', { healthy, feeds })}</span>
      {failing > 0 ? <span className="text-bad">{t('failing', { count: failing })}</span> : null}
      {waiting > 0 ? <span>{t('waiting', { count: waiting })}</span> : null}
      <span className="max-sm:hidden">{t('articles', { count: articles })}</span>
      <LastPoll at={lastPollAt} />
    </footer>
  );
}

function LastPoll({ at }: { at: string | null }) {
  const t = useTranslations();
  const locale = useUiLocale();
  const now = useNow();
  const timeZone = useTimeZone();
  const mounted = useMounted();
  if (!mounted) return null;
  if (at === null) return <span className="max-sm:hidden">{t('status.neverPolled')}</span>;
  return <span className="max-sm:hidden">{t('status.lastPoll', { age: formatAge(at, now, locale, timeZone) ?? t('now') })}</span>;
}
