'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { removeSample, type Removal } from './remove-sample';
import { TokenForm } from './token-form';

interface Props {
  articles: number;
  canWrite: boolean;
}

/** Says that what is shown was made up, and takes it away in one click; asks for the token where the server wants one. */
export function SampleBanner({ articles, canWrite }: Props) {
  const t = useTranslations('sample');
  const [busy, setBusy] = useState(false);
  const [last, setLast] = useState<Removal | null>(null);
  const [tried, setTried] = useState(false);

  async function remove(token: string | null) {
    setBusy(true);
    setLast(await removeSample(token));
    setTried(token !== null);
    setBusy(false);
  }

  return (
    <aside
      data-testid="sample-banner"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-warn-soft px-4 py-2 text-sm max-sm:text-xs"
    >
      <p className="min-w-60 flex-1">
        <strong className="font-semibold text-warn">{t('title')}</strong> {t('body')}{' '}
        <span className="text-soft max-sm:hidden">{t('count', { count: articles })}</span>
      </p>
      <Outcome last={last} tried={tried} />
      {last?.outcome === 'token-needed' ? (
        <TokenForm busy={busy} onToken={(token) => void remove(token)} onCancel={() => setLast(null)} />
      ) : null}
      {canWrite && last?.outcome !== 'token-needed' ? (
        <button
          type="button"
          data-testid="sample-remove"
          onClick={() => void remove(null)}
          disabled={busy}
          className="rounded-md border border-warn px-3 py-1 font-medium text-warn hover:bg-surface disabled:opacity-60"
        >
          {busy ? t('removing') : t('remove')}
        </button>
      ) : null}
    </aside>
  );
}

function Outcome({ last, tried }: { last: Removal | null; tried: boolean }) {
  const t = useTranslations('sample');
  if (last?.outcome === 'removed') return <p role="status">{t('removed', { count: last.removed })}</p>;
  if (last?.outcome === 'failed')
    return (
      <p role="alert" className="text-bad">
        {t('failed', { reason: last.reason })}
      </p>
    );
  if (last?.outcome === 'token-needed' && tried)
    return (
      <p role="alert" className="text-bad">
        {t('tokenWrong')}
      </p>
    );
  return null;
}
