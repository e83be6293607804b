'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { FilterQuery } from '@/lib/events';
import type { SeriesAnswer } from '@/lib/trends';
import { useMounted } from '../ui/clock';
import { dateFormat, formatNumber, formatRate } from '../ui/format';
import { intlTag, languageOf } from '../ui/locale';
import { useDirection, useUiLocale } from '../ui/use-locale';
import { heatOf, weekdays, type HeatCell, type Weekday } from './heat';
import { hoursPath, type Times } from './questions';
import { spanText } from './texts';
import { useAsked } from './use-asked';

interface Props {
  filter: FilterQuery;
  /** whose articles: a compared series, or the filter itself */
  name: string;
  times: Times;
  tz: string;
}

const AGAIN_MS = 60_000;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** 5 January 1970 was a Monday. */
const dayDate = (weekday: Weekday) => new Date(Date.UTC(1970, 0, 4 + weekday, 12));

/** When news comes: the average hour of each weekday, by the reader's clocks. A table that is coloured; time runs to the right, as in the charts. */
export function HeatMap({ filter, name, times, tz }: Props) {
  const t = useTranslations('trends');
  const locale = useUiLocale();
  const mounted = useMounted();
  const { value, failure } = useAsked<SeriesAnswer>(hoursPath(filter, times, tz), AGAIN_MS);
  const heat = useMemo(() => heatOf(value?.series[0]?.buckets ?? [], tz), [value, tz]);
  // The browser's language may say the country, which decides what a week begins with.
  const own = mounted && languageOf(navigator.language) === languageOf(locale) ? navigator.language : intlTag(locale);
  const days = weekdays(own);
  const highest = Math.max(0, ...[...heat.values()].flat().map(({ mean }) => mean ?? 0));
  return (
    <section className="trends-card" aria-label={t('heat')} data-testid="trends-heat">
      <h3 className="text-sm font-semibold">{t('heat')}</h3>
      <p className="mb-2 text-xs text-faint">{value ? t('heatAbout', { name, span: spanText(value.from, value.to, locale, tz) }) : ' '}</p>
      {failure ? <p className="text-sm text-bad">{t('failed', { reason: failure })}</p> : null}
      <div dir="ltr" className="overflow-x-auto">
        <table className="heat min-w-[20rem]">
          <thead>
            <tr>
              <th className="heat-day">
                <span className="sr-only">{t('weekday')}</span>
              </th>
              {HOURS.map((hour) => (
                <th key={hour} scope="col">
                  <span className={hour % 3 === 0 ? '' : 'sr-only'}>{formatNumber(hour, locale)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((weekday) => (
              <tr key={weekday}>
                <th scope="row" className="heat-day">
                  {dateFormat(locale, 'UTC', 'trends weekday', { weekday: 'short' }).format(dayDate(weekday))}
                </th>
                {(heat.get(weekday) ?? []).map((cell, hour) => (
                  <HeatSquare key={hour} cell={cell} highest={highest} when={`${dateFormat(locale, 'UTC', 'trends long weekday', { weekday: 'long' }).format(dayDate(weekday))} ${String(hour).padStart(2, '0')}:00`} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Scale highest={highest} />
    </section>
  );
}

/** Paler is less; a root, so that quiet hours can be told apart too. */
const shade = (mean: number, highest: number) => `color-mix(in oklab, var(--accent) ${Math.round(Math.sqrt(highest > 0 ? mean / highest : 0) * 100)}%, var(--sunken))`;

function HeatSquare({ cell: { mean, hours }, highest, when }: { cell: HeatCell; highest: number; when: string }) {
  const t = useTranslations('trends');
  const locale = useUiLocale();
  if (mean === null) {
    return (
      <td data-unknown="" title={`${when}: ${t('heatUnknown')}`}>
        <span className="sr-only">{t('heatUnknown')}</span>
      </td>
    );
  }
  return (
    <td title={`${when}: ${t('heatCell', { mean: formatRate(mean, locale), hours })}`} style={{ background: shade(mean, highest) }}>
      <span className="sr-only">{formatRate(mean, locale)}</span>
    </td>
  );
}

function Scale({ highest }: { highest: number }) {
  const t = useTranslations('trends');
  const locale = useUiLocale();
  const direction = useDirection();
  if (highest === 0) return null;
  return (
    <p className="mt-2 flex items-center gap-2 text-xs text-faint" dir="ltr">
      <span>{formatNumber(0, locale)}</span>
      {[0.05, 0.25, 0.5, 0.75, 1].map((part) => (
        <span key={part} aria-hidden="true" className="h-2.5 w-6 rounded-xs" style={{ background: shade(part * highest, highest) }} />
      ))}
      <span dir={direction}>{t('perHour', { number: formatRate(highest, locale) })}</span>
    </p>
  );
}
