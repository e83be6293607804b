'use client';

import { useTranslations } from 'next-intl';
import { formatNumber } from '../ui/format';
import { useUiLocale } from '../ui/use-locale';
import type { ChartRow } from './chart-rows';
import { useChartWords } from './chart-words';

/** The chart for those who can't see it. */
export function ChartTable({ rows }: { rows: readonly ChartRow[] }) {
  const t = useTranslations('panel');
  const locale = useUiLocale();
  const wordsOf = useChartWords();
  return (
    <div className="sr-only">
      <table>
        <caption>{t('chartTable')}</caption>
        <tbody>
          {rows.map((row) => (
            <tr key={row.start}>
              <th scope="row">{row.exact}</th>
              <td>{row.state === 'expired' ? null : formatNumber(row.count, locale)}</td>
              <td>{wordsOf(row).join('. ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
