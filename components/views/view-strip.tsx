'use client';

import { useTranslations } from 'next-intl';
import type { FilterQuery } from '@/lib/events';
import type { View } from '@/lib/reader';
import { listKey } from '../live/address';
import { addressOf } from './view-address';
import { Unread } from './view-row';

interface Props {
  views: readonly View[];
  query: FilterQuery;
  onOpen(view: View): void;
}

/** The views above the feed, one line, for those who have some. */
export function ViewStrip({ views, query, onOpen }: Props) {
  const t = useTranslations('views');
  if (views.length === 0) return null;
  const key = listKey(query);
  return (
    <nav aria-label={t('title')} data-testid="view-strip" className="border-b border-line bg-surface">
      <ul className="flex gap-1 overflow-x-auto px-3 py-1 text-sm">
        {views.map((view) => (
          <li key={view.id} className="shrink-0">
            <a
              href={addressOf(view)}
              aria-current={listKey(view.query) === key ? 'true' : undefined}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
                event.preventDefault();
                onOpen(view);
              }}
              className="flex h-7 max-w-48 items-center gap-1.5 rounded-full px-2.5 text-soft hover:bg-sunken hover:text-ink aria-[current=true]:bg-accent-soft aria-[current=true]:font-medium aria-[current=true]:text-accent"
            >
              <bdi className="truncate">{view.name}</bdi>
              <Unread count={view.unread} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
