'use client';

import { useTranslations } from 'next-intl';
import type { Sighting } from '@/lib/correction';
import { useTimeZone } from '../../ui/clock';
import { formatExact } from '../../ui/format';
import { useUiLocale } from '../../ui/use-locale';
import { webUrl } from '../web-url';

/** Where else the same article was seen: every feed that lists it, the first first. */
export function Sightings({ seenIn }: { seenIn: readonly Sighting[] }) {
  const t = useTranslations('article');
  const locale = useUiLocale();
  const timeZone = useTimeZone();
  if (seenIn.length === 0) return null;
  return (
    <section data-testid="sightings">
      <h3 className="reader-label">{t('seenIn', { count: seenIn.length })}</h3>
      <ul className="flex flex-col gap-1 text-sm">
        {seenIn.map(({ feed, link, seenAt }) => (
          <li key={feed.id} className="flex flex-wrap items-baseline gap-x-2">
            <FeedName title={feed.title} url={webUrl(link)} />
            <span className="text-xs text-faint">{t('firstThere', { time: formatExact(seenAt, locale, timeZone) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FeedName({ title, url }: { title: string; url: string | null }) {
  if (url === null) return <bdi>{title}</bdi>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer nofollow" className="text-accent hover:underline">
      <bdi>{title}</bdi>
    </a>
  );
}
