'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Panel } from '@/lib/dashboard';
import { formatNumber } from '../ui/format';
import { useKindName } from '../ui/kind-name';
import { distinctNames } from '../ui/place-names';
import { useUiLocale } from '../ui/use-locale';

const SHOWN = 10;
const WINDOWS = { '6h': 'inWindow6h', '24h': 'inWindow24h', '7d': 'inWindow7d' } as const;

/** Where the news is from now, each place with its share of the most mentioned one. */
export function WallPlaces({ panel: { places, window } }: { panel: Panel }) {
  const t = useTranslations();
  const kindName = useKindName();
  const locale = useUiLocale();
  const shown = useMemo(() => places.slice(0, SHOWN), [places]);
  const names = useMemo(() => distinctNames(shown, locale, kindName), [shown, locale, kindName]);
  const most = Math.max(1, ...shown.map(({ count }) => count));
  return (
    <section aria-labelledby="wall-places" data-testid="wall-places" className="min-h-0 overflow-hidden">
      <h2 id="wall-places" className="mb-2 text-base font-semibold text-soft">
        {t('panel.places')} <span className="font-normal text-faint">{t(`panel.${WINDOWS[window]}`)}</span>
      </h2>
      <ol className="flex flex-col gap-1">
        {shown.map(({ id, count }) => (
          <li key={id} data-place={id} className="relative flex items-baseline justify-between gap-3 overflow-hidden rounded-md px-3 py-1 text-xl">
            <span aria-hidden="true" className="absolute inset-y-0 start-0 bg-accent-bar" style={{ inlineSize: `${(100 * count) / most}%` }} />
            <bdi className="relative truncate">{names.get(id)}</bdi>
            <span className="relative tabular-nums">{formatNumber(count, locale)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
