'use client';

import { useTranslations } from 'next-intl';
import type { FilterQuery } from '@/lib/events';
import { withoutFilters } from '../live/address';
import { ClockIcon, CloseIcon, PinIcon, SearchIcon } from '../ui/icons';
import { partsOf, type FilterPart } from './parts';
import { usePartName } from './use-part-name';

interface Props {
  query: FilterQuery;
  /** of places and topics by their id, of publishers by `publisher:` and theirs */
  nameOf(id: string): string;
  onChoose(query: FilterQuery): void;
}

/** Every filter that is on, each with its way out. */
export function ActiveFilters({ query, nameOf, onChoose }: Props) {
  const t = useTranslations('filters');
  const partName = usePartName(query, nameOf);
  const parts = partsOf(query);
  if (parts.length === 0) return null;
  return (
    <div
      role="group"
      aria-label={t('active')}
      data-testid="active-filters"
      className="flex flex-wrap items-center gap-1.5 border-b border-line bg-surface px-4 py-2"
    >
      {parts.map((part) => (
        <Active key={part.key} part={part} name={partName(part)} onRemove={() => onChoose(part.without)} />
      ))}
      <button
        type="button"
        onClick={() => onChoose(withoutFilters(query))}
        className="ms-1 min-h-6 rounded px-1.5 py-0.5 text-sm text-soft underline underline-offset-4 hover:text-ink"
      >
        {t('clear')}
      </button>
    </div>
  );
}

const TONES: Record<FilterPart['kind'], string> = {
  region: 'bg-accent-soft text-accent',
  role: 'bg-accent-soft text-accent',
  topic: 'bg-topic-soft text-topic',
  publisher: 'bg-sunken text-ink',
  lang: 'bg-sunken text-ink',
  time: 'bg-sunken text-ink',
  text: 'bg-sunken text-ink',
};
const ICONS: Partial<Record<FilterPart['kind'], typeof PinIcon>> = { region: PinIcon, time: ClockIcon, text: SearchIcon };

function Active({ part, name, onRemove }: { part: FilterPart; name: string; onRemove(): void }) {
  const t = useTranslations('filters');
  const PartIcon = ICONS[part.kind];
  return (
    <button
      type="button"
      data-part={part.kind}
      onClick={onRemove}
      aria-label={t('remove', { name })}
      className={`flex min-h-6.5 max-w-full items-center gap-1.5 rounded-full border border-line py-0.5 ps-2.5 pe-2 text-sm font-medium hover:border-line-strong ${TONES[part.kind]}`}
    >
      {PartIcon ? <PartIcon className="shrink-0 text-xs opacity-80" /> : null}
      <bdi className="truncate">{name}</bdi>
      <CloseIcon className="shrink-0 text-xs opacity-70" />
    </button>
  );
}
