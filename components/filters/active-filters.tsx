'use client';

import { useTranslations } from 'next-intl';
import type { FilterQuery } from '@/lib/events';
import { isUnfiltered, toggle, withoutFilters } from '../live/address';
import { CloseIcon } from '../ui/icons';

interface Props {
  query: FilterQuery;
  nameOf(id: string): string;
  onChoose(query: FilterQuery): void;
}

/** Every filter that is on, each with its way out. */
export function ActiveFilters({ query, nameOf, onChoose }: Props) {
  const t = useTranslations('filters');
  if (isUnfiltered(query)) return null;
  return (
    <div
      role="group"
      aria-label={t('active')}
      data-testid="active-filters"
      className="flex flex-wrap items-center gap-1.5 border-b border-line bg-surface px-4 py-2"
    >
      {query.region.map((id) => (
        <Active
          key={`region ${id}`}
          name={nameOf(id)}
          tone="bg-accent-soft text-accent"
          onRemove={() => onChoose(toggle(query, 'region', id))}
        />
      ))}
      {query.topic.map((id) => (
        <Active
          key={`topic ${id}`}
          name={nameOf(id)}
          tone="bg-topic-soft text-topic"
          onRemove={() => onChoose(toggle(query, 'topic', id))}
        />
      ))}
      {query.q ? (
        <Active name={t('words', { text: query.q })} tone="bg-sunken text-ink" onRemove={() => onChoose({ ...query, q: '' })} />
      ) : null}
      <button
        type="button"
        onClick={() => onChoose(withoutFilters(query))}
        className="ms-1 rounded px-1.5 py-0.5 text-sm text-soft underline underline-offset-4 hover:text-ink"
      >
        {t('clear')}
      </button>
    </div>
  );
}

function Active({ name, tone, onRemove }: { name: string; tone: string; onRemove(): void }) {
  const t = useTranslations('filters');
  return (
    <button
      type="button"
      onClick={onRemove}
      aria-label={t('remove', { name })}
      className={`flex items-center gap-1.5 rounded-full py-0.5 ps-3 pe-2 text-sm font-medium ${tone}`}
    >
      <bdi>{name}</bdi>
      <CloseIcon className="text-xs opacity-70" />
    </button>
  );
}
