'use client';

import { useTranslations } from 'next-intl';
import { memo, useState } from 'react';
import type { Choice } from '@/lib/dashboard';
import { ChoiceList } from './choice-list';
import { FindField } from './find-field';
import { Section } from './section';
import { useTowns } from './use-towns';

interface Props {
  choices: readonly Choice[];
  chosen: readonly string[];
  counts: Readonly<Record<string, number>> | null;
  sort: 'count' | 'name';
  onToggle(id: string): void;
}

/** Regions, countries, provinces and what lies within them, found by name in either script. */
export const PlaceSection = memo(function PlaceSection({ choices, chosen, counts, sort, onToggle }: Props) {
  const t = useTranslations('filters');
  const [search, setSearch] = useState('');
  const towns = useTowns(choices, search);
  return (
    <Section testId="filter-region" title={t('region')} chosen={chosen.length} hint={t('regionHint')}>
      <FindField label={t('regionSearch')} text={search} onText={setSearch} />
      <ChoiceList label={t('region')} choices={towns.choices} chosen={chosen} counts={counts} sort={sort} search={search} first={8} onToggle={onToggle} onOpen={towns.load} />
    </Section>
  );
});
