'use client';

import { useTranslations } from 'next-intl';
import type { About } from '@/lib/settings';
import { formatBytes, formatNumber } from '../ui/format';
import { useUiLocale } from '../ui/use-locale';

/** What is running, and how much it holds. */
export function AboutFacts({ about: { version, databaseBytes, articles, feeds } }: { about: About }) {
  const t = useTranslations('settings');
  const locale = useUiLocale();
  const facts = [
    { name: t('version'), value: version },
    { name: t('database'), value: formatBytes(databaseBytes, locale) },
    { name: t('articles'), value: formatNumber(articles, locale) },
    { name: t('feeds'), value: formatNumber(feeds, locale) },
  ];
  return (
    <dl className="facts">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt className="text-xs text-faint">{name}</dt>
          <dd className="tabular-nums">
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
