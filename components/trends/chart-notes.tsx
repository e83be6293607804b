'use client';

import { useTranslations } from 'next-intl';
import { readKeyName } from '@/lib/key';
import { bandsOf, type BandKind, type Row } from './rows';
import type { TrendsView } from './view';

interface Props {
  view: TrendsView;
  rows: readonly Row[];
  /** null: not known yet */
  total: number | null;
  several: boolean;
  spikes: number;
  /** why the numbers could not be brought up to date */
  failure: string | null;
}

const HATCHED: readonly BandKind[] = ['before', 'expired', 'gap'];

/** Below the chart, in words: what its signs mean, of those that are on it, and what its numbers can't say. */
export function ChartNotes({ view, rows, total, several, spikes, failure }: Props) {
  const t = useTranslations('trends');
  const kinds = new Set(bandsOf(rows).map(({ kind }) => kind));
  const replaced = view.series.some((name) => readKeyName(name).kind === 'region') && view.filter.region.length > 0;
  return (
    <div className="mt-2 flex flex-col gap-1 text-xs text-soft" data-testid="trends-notes">
      {total === 0 ? <p className="text-sm text-ink">{t('nothing')}</p> : null}
      {failure ? <p className="text-bad">{t('stale', { reason: failure })}</p> : null}
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {kinds.has('running') ? (
          view.drawing === 'stacked'
            ? <Note sign={<rect x="1" y="1" width="10" height="8" stroke="var(--faint)" fill="none" strokeDasharray="3 2" />}>{t('runningStacked')}</Note>
            : <Note sign={<><path d="M1 9L8 2" stroke="var(--faint)" strokeDasharray="2 2" /><circle cx="9" cy="7" r="2.6" fill="var(--soft)" /></>}>{t('runningLine')}</Note>
        ) : null}
        {HATCHED.filter((kind) => kinds.has(kind)).map((kind) => (
          <Note key={kind} sign={<path d="M0 10L8 0M4 10L12 0M-4 10L4 0M8 10L16 0" stroke="var(--line-strong)" strokeWidth="1.5" />}>
            {t(`state.${kind}`)}
          </Note>
        ))}
        {spikes > 0 ? <Note sign={<path d="M6 8.5L11 .5H1Z" fill="var(--warn)" />}>{t('spikeSign')}</Note> : null}
      </ul>
      {several && view.drawing === 'stacked' ? <p data-note>{t('overlap')}</p> : null}
      {replaced ? <p data-note>{t('replaced')}</p> : null}
    </div>
  );
}

function Note({ sign, children }: { sign: React.ReactNode; children: React.ReactNode }) {
  return (
    <li data-note className="flex items-center gap-1.5">
      <svg viewBox="0 0 12 10" width="14" height="11" aria-hidden="true" className="shrink-0 overflow-hidden">
        {sign}
      </svg>
      {children}
    </li>
  );
}
