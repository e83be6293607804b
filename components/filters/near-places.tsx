'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { FilterQuery } from '@/lib/events';
import { toggle } from '../live/address';
import { PinIcon } from '../ui/icons';
import { useKindName } from '../ui/kind-name';
import { distinctNames } from '../ui/place-names';
import { useUiLocale } from '../ui/use-locale';
import { nearNames } from './near-names';
import { useKnownPlaces } from './use-known-places';

/** Names are looked up by how they begin: slips are seldom in the first letters. */
const BEGINNING = 2;
const MOST_LOOKED_AT = 200;

interface Props {
  query: FilterQuery;
  onChoose(query: FilterQuery): void;
}

/** Where no article has the words: that they may be misspelt, and the places that they may be meant for. */
export function NearPlaces({ query, onChoose }: Props) {
  const t = useTranslations('filters');
  const locale = useUiLocale();
  const places = useKnownPlaces([...query.q.trim()].slice(0, BEGINNING).join(''), MOST_LOOKED_AT);
  const kind = useKindName();
  const near = useMemo(() => nearNames(query.q, places), [query.q, places]);
  const names = useMemo(() => distinctNames(near, locale, kind), [near, locale, kind]);
  if (query.q === '') return null;
  return (
    <div className="flex flex-col items-center gap-2 text-sm">
      <p className="text-soft">{t('spelling', { text: `\u2068${query.q}\u2069` })}</p>
      {near.length > 0 ? (
        <p data-testid="near-places" className="flex flex-wrap items-center justify-center gap-2">
          <span className="text-faint">{t('near')}</span>
          {near.map(({ id }) => (
            <button
              key={id}
              type="button"
              data-near={id}
              onClick={() => onChoose({ ...toggle(query, 'region', id), q: '' })}
              className="flex min-h-7 items-center gap-1 rounded-full border border-line bg-surface px-2.5 text-accent hover:border-accent"
            >
              <PinIcon className="shrink-0 opacity-70" />
              <bdi>{names.get(id)}</bdi>
            </button>
          ))}
        </p>
      ) : null}
    </div>
  );
}
