'use client';

import { useTranslations } from 'next-intl';
import type { FilterQuery } from '@/lib/events';
import { formatNumber } from '../ui/format';
import { CloseIcon } from '../ui/icons';
import { useUiLocale } from '../ui/use-locale';
import { partsOf } from './parts';
import { useNarrowing } from './use-narrowing';
import { usePartName } from './use-part-name';

interface Props {
  query: FilterQuery;
  nameOf(id: string): string;
  onChoose(query: FilterQuery): void;
}

/** Where nothing matches: which part of the filter keeps most away, and one click to drop it. */
export function NarrowestPart({ query, nameOf, onChoose }: Props) {
  const t = useTranslations('filters');
  const locale = useUiLocale();
  const partName = usePartName(query, nameOf);
  const found = useNarrowing(query);
  if (partsOf(query).length < 2) return null;
  if (found === null) return <p className="text-sm text-faint">{t('narrowing')}</p>;
  if (found.length === 0) return <p className="text-sm text-faint">{t('narrowNone')}</p>;
  return (
    <div data-testid="narrowest" className="w-full text-start">
      <p className="pb-1 text-center text-sm text-soft">{t('narrowTitle')}</p>
      <ul className="flex flex-col gap-1">
        {found.map(({ part, count, more }) => (
          <li key={part.key}>
            <button
              type="button"
              data-drop={part.key}
              onClick={() => onChoose(part.without)}
              className="flex min-h-9 w-full items-center gap-2 rounded-md border border-line bg-surface px-3 text-sm hover:border-accent"
            >
              <CloseIcon className="shrink-0 text-xs text-faint" />
              <bdi className="min-w-0 flex-1 truncate text-start">{t('narrow', { name: partName(part) })}</bdi>
              <span className="shrink-0 text-soft tabular-nums">{more ? t('narrowMore', { count: formatNumber(count, locale) }) : t('narrowCount', { count })}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
