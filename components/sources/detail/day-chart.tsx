'use client';

import { useTranslations } from 'next-intl';
import { useNow, useTimeZone } from '../../ui/clock';
import { formatDate, formatNumber } from '../../ui/format';
import { useUiLocale } from '../../ui/use-locale';
import { daysOf, type Day, type PerDay } from '../per-day';
import { Rate } from '../sparkline';

/** The days of a feed, each with its number: a table that is drawn as a chart. */
export function DayChart({ perDay }: { perDay: PerDay }) {
  const t = useTranslations('sources');
  const locale = useUiLocale();
  const now = useNow();
  const timeZone = useTimeZone();
  const days = daysOf(perDay, now);
  const highest = Math.max(1, ...days.map(({ count }) => count ?? 0));
  const textOf = ({ count, today }: Day) => {
    if (count === null) return t('notThere');
    const number = formatNumber(count, locale);
    return today ? t('todaySoFar', { count: number }) : number;
  };
  return (
    <section aria-label={t('days')}>
      <div className="mb-2 flex items-baseline justify-between gap-3">
        <h3 className="text-sm font-semibold">{t('days')}</h3>
        <span className="text-sm text-soft">
          <Rate perDay={perDay} />
        </span>
      </div>
      <ol dir="ltr" data-testid="day-chart" className="grid h-28 auto-cols-fr grid-flow-col items-end gap-1 text-center text-[0.6875rem] leading-4 tabular-nums">
        {days.map((day) => (
          <li key={day.date} title={`${formatDate(day.date, locale, timeZone)}: ${textOf(day)}`} className="flex h-full flex-col justify-end">
            <span className="sr-only">{`${formatDate(day.date, locale, timeZone)}: ${textOf(day)}`}</span>
            <span aria-hidden="true" className="text-soft">
              {day.count === null ? '' : formatNumber(day.count, locale)}
            </span>
            <span
              aria-hidden="true"
              style={{ blockSize: day.count ? `${(day.count / highest) * 60}%` : undefined }}
              className={day.count ? `min-h-0.5 rounded-t-xs bg-accent ${day.today ? 'opacity-45' : ''}` : `h-px ${day.count === 0 ? 'bg-line-strong' : 'border-b border-dotted border-line-strong'}`}
            />
            <span aria-hidden="true" className="mt-1 border-t border-line text-faint">
              {Number(day.date.slice(8))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
