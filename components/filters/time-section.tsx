'use client';

import { useTranslations } from 'next-intl';
import { memo, useId } from 'react';
import type { FilterQuery } from '@/lib/events';
import { LAST_NAMES, type LastName } from '@/lib/last';
import { useMounted } from '../ui/clock';
import { dayOf, endOfDay, startOfDay } from './days';
import { Section } from './section';

interface Props {
  query: FilterQuery;
  /** what the page shows where no time is chosen; without one all of it */
  usual?: LastName;
  onChoose(query: FilterQuery): void;
}

/** A span that ends now, or days by the calendar of the reader's zone. */
export const TimeSection = memo(function TimeSection({ query, usual, onChoose }: Props) {
  const t = useTranslations('filters');
  const group = useId();
  const { from = null, to = null } = query;
  const dated = from !== null || to !== null;
  const last = dated ? null : (query.last ?? null);
  const shown = dated ? undefined : (last ?? usual ?? null);
  const names: Record<LastName, string> = { '1h': t('last.1h'), '24h': t('last.24h'), '7d': t('last.7d'), '30d': t('last.30d') };
  const choose = (name: LastName | null) => onChoose({ ...query, from: null, to: null, last: name });
  return (
    <Section testId="filter-time" title={t('time')} chosen={dated || last !== null ? 1 : 0}>
      <div role="radiogroup" aria-label={t('time')} className="flex rounded-md border border-line p-0.5 text-xs">
        {[...(usual ? [] : [null]), ...LAST_NAMES].map((name) => (
          <label key={name ?? 'any'} data-last={name ?? 'any'} className="segment flex-1 px-1 py-1 text-center">
            <input type="radio" name={group} checked={name === shown} onChange={() => choose(name)} className="sr-only" />
            {name === null ? t('anyTime') : names[name]}
          </label>
        ))}
      </div>
      <div className="mt-2 grid grid-cols-[repeat(auto-fit,minmax(7.25rem,1fr))] gap-2">
        <DayField label={t('from')} testId="filter-from" day={from} onDay={(day) => onChoose({ ...query, last: null, from: day === null ? null : startOfDay(day), to })} />
        <DayField label={t('to')} testId="filter-to" day={to} isEnd onDay={(day) => onChoose({ ...query, last: null, from, to: day === null ? null : endOfDay(day) })} />
      </div>
    </Section>
  );
});

interface DayProps {
  label: string;
  testId: string;
  /** ISO time */
  day: string | null;
  /** the day that ends at this time */
  isEnd?: boolean;
  onDay(day: string | null): void;
}

function DayField({ label, testId, day, isEnd = false, onDay }: DayProps) {
  const mounted = useMounted();
  const value = mounted && day !== null ? dayOf(day, isEnd) : '';
  return (
    <label className="min-w-0 text-xs text-soft">
      {label}
      <input
        type="date"
        data-testid={testId}
        value={value}
        onChange={({ target }) => onDay(target.value === '' ? null : target.value)}
        className="mt-0.5 h-8 w-full min-w-0 rounded-md border border-line bg-surface px-2 text-xs text-ink tabular-nums focus:border-accent"
      />
    </label>
  );
}
