import { useTranslations } from 'next-intl';
import { formatNumber, labelIn } from '../ui/format';
import { languageOf } from '../ui/locale';
import { useUiLocale } from '../ui/use-locale';
import type { ChartRow } from './chart-rows';

/** What is to be said of a bar beside its number: that it isn't over, that not all is known of it, which spikes began in it. */
export function useChartWords(): (row: ChartRow) => string[] {
  const t = useTranslations('panel');
  const locale = useUiLocale();
  return ({ state, running, rest, projected, spikes }) => [
    ...(state === 'gap' ? [t('gap')] : []),
    ...(state === 'expired' ? [t('expired')] : []),
    ...(state === 'running' || running > 0 ? [projected === null || rest === 0 ? t('running') : t('runningTo', { count: Math.round(projected) })] : []),
    ...spikes.map(({ labels, observed, expected }) =>
      t('spike', { name: labels.map((label) => labelIn(label, locale)).join(languageOf(locale) === 'ar' ? '، ' : ', '), observed: formatNumber(observed, locale), expected: formatNumber(Math.round(expected), locale) })),
  ];
}
