'use client';

import { useTranslations } from 'next-intl';
import type { FoundFeed } from '@/lib/source';
import { Ago } from '../times';

/** A feed's first items as they would come, each in its own direction. Their links are not to be followed from here. */
export function FeedPreview({ feed }: { feed: FoundFeed }) {
  const t = useTranslations();
  return (
    <section aria-label={t('sources.add.preview')} data-testid="feed-preview">
      <h3 className="mb-2 text-sm font-semibold">{t('sources.add.preview')}</h3>
      {feed.preview.length === 0 ? <p className="text-sm text-faint">{t('sources.add.previewEmpty')}</p> : null}
      <ul className="divide-y divide-line rounded-md border border-line bg-sunken">
        {feed.preview.map(({ title, link, publishedAt, dir }, n) => (
          <li key={`${n} ${link ?? title}`} className="px-3 py-2">
            <p dir={dir} className="line-clamp-2 text-sm leading-6 font-medium">
              {title}
            </p>
            <p className="text-xs leading-5 text-faint">
              <Ago iso={publishedAt} never={t('feed.undated')} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
