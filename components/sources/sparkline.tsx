'use client';

import { useTranslations } from 'next-intl';
import { useNow, useTimeZone } from '../ui/clock';
import { formatDate, formatNumber, formatRate } from '../ui/format';
import { useUiLocale } from '../ui/use-locale';
import { daysOf, perDayOf, sparkBars, type PerDay, type SparkBar } from './per-day';

const BOX = { width: 84, height: 24 };

const FILLS: Record<SparkBar['kind'], string> = {
  whole: 'fill-accent',
  today: 'fill-accent opacity-45',
  none: 'fill-line-strong',
  before: 'fill-line',
};

/** Items a day as small bars. Time runs to the right in both languages; days before the feed was there are left empty. */
export function Sparkline({ perDay }: { perDay: PerDay }) {
  const label = useSparkSummary(perDay);
  return (
    <svg role="img" aria-label={label} direction="ltr" width={BOX.width} height={BOX.height} viewBox={`0 0 ${BOX.width} ${BOX.height}`} className="shrink-0">
      <title>{label}</title>
      {sparkBars(perDay, BOX).map(({ kind, ...bar }, n) =>
        kind === 'before' ? (
          <circle key={n} cx={bar.x + bar.width / 2} cy={BOX.height - 0.75} r={0.75} className="fill-line-strong" />
        ) : (
          <rect key={n} {...bar} rx={bar.height > 2 ? 0.75 : 0} className={FILLS[kind]} />
        ),
      )}
    </svg>
  );
}

function useSparkSummary(perDay: PerDay): string {
  const t = useTranslations('sources');
  const locale = useUiLocale();
  const now = useNow();
  const timeZone = useTimeZone();
  const days = perDay.filter((count) => count !== null).length;
  const peak = daysOf(perDay, now).reduce<{ count: number; date: string } | null>(
    (best, { count, date }) => (count !== null && count > (best?.count ?? 0) ? { count, date } : best),
    null,
  );
  if (peak === null) return t('sparkEmpty', { days });
  const rate = perDayOf(perDay) ?? peak.count;
  return t('sparkSummary', { days, rate: formatRate(rate, locale), peak: formatNumber(peak.count, locale), at: formatDate(peak.date, locale, timeZone) });
}

/** The number that the bars come to; a dash where no day is over yet. */
export function Rate({ perDay }: { perDay: PerDay }) {
  const t = useTranslations('sources');
  const locale = useUiLocale();
  const rate = perDayOf(perDay);
  if (rate === null) return <span className="text-xs text-faint">{t('perDayUnknown')}</span>;
  return <span className="whitespace-nowrap tabular-nums">{t('perDay', { count: formatRate(rate, locale) })}</span>;
}
