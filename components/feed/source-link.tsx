'use client';

import { useTranslations } from 'next-intl';
import { OutwardIcon } from '../ui/icons';
import { webUrl } from './web-url';

/** The publisher, and the way to the article at the source. */
export function SourceLink({ url, name }: { url: string | null; name: string }) {
  const t = useTranslations('feed');
  const address = webUrl(url);
  if (!address) return <bdi className="card-source">{name}</bdi>;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer nofollow" title={t('opensSource')} className="card-source">
      <bdi>{name}</bdi>
      <OutwardIcon className="shrink-0" />
    </a>
  );
}
