'use client';

import { useTranslations } from 'next-intl';
import { formatNumber } from '../ui/format';
import { useUiLocale } from '../ui/use-locale';

export interface RankRow {
  id: string;
  name: string;
  count: number;
}

interface Props {
  testId: string;
  title: string;
  /** what the numbers count, where the title doesn't say it */
  hint?: string;
  rows: readonly RankRow[];
  tone: string;
  chosen: readonly string[];
  onToggle(id: string): void;
}

/** Bars that grow from where reading starts, in either direction; a click filters. */
export function RankList({ testId, title, hint, rows, tone, chosen, onToggle }: Props) {
  const t = useTranslations('panel');
  const highest = Math.max(1, ...rows.map((row) => row.count));
  return (
    <section aria-label={title}>
      <h2 className={`text-sm font-semibold ${hint ? '' : 'mb-2'}`}>{title}</h2>
      {hint ? <p className="mb-2 text-xs text-faint">{hint}</p> : null}
      {rows.length === 0 ? <p className="text-sm text-faint">{t('rankEmpty')}</p> : null}
      <ol data-testid={testId} className="flex flex-col gap-0.5 text-sm">
        {rows.map((row) => (
          <RankBar
            key={row.id}
            row={row}
            percent={(row.count / highest) * 100}
            tone={tone}
            pressed={chosen.includes(row.id)}
            onToggle={onToggle}
          />
        ))}
      </ol>
    </section>
  );
}

interface BarProps {
  row: RankRow;
  percent: number;
  tone: string;
  pressed: boolean;
  onToggle(id: string): void;
}

function RankBar({ row, percent, tone, pressed, onToggle }: BarProps) {
  const t = useTranslations('feed');
  const locale = useUiLocale();
  const hint = pressed ? t('unfilter', { name: row.name }) : t('filterBy', { name: row.name });
  return (
    <li data-rank-id={row.id} data-count={row.count}>
      <button
        type="button"
        onClick={() => onToggle(row.id)}
        aria-pressed={pressed}
        title={hint}
        className="group relative flex w-full items-center justify-between gap-3 rounded px-2 py-0.5 text-start aria-pressed:font-semibold"
      >
        <span
          aria-hidden="true"
          style={{ inlineSize: `${percent}%` }}
          className={`absolute inset-y-0 start-0 rounded ${tone} group-hover:brightness-95`}
        />
        <bdi className="relative truncate group-hover:underline group-hover:underline-offset-4">{row.name}</bdi>
        <span className="relative text-soft tabular-nums">{formatNumber(row.count, locale)}</span>
      </button>
    </li>
  );
}
