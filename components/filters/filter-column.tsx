'use client';

import { useTranslations } from 'next-intl';
import { memo } from 'react';
import type { FilterQuery } from '@/lib/events';
import { toggle } from '../live/address';
import { ChoiceList } from './choice-list';
import type { Choices } from './use-choices';

interface Props {
  query: FilterQuery;
  choices: Choices;
  onChoose(query: FilterQuery): void;
}

export const FilterColumn = memo(function FilterColumn({ query, choices, onChoose }: Props) {
  const t = useTranslations('filters');
  return (
    <div className="flex h-full min-h-0 flex-col gap-6 overflow-y-auto p-4">
      <ChoiceList
        testId="filter-region"
        title={t('region')}
        searchLabel={t('regionSearch')}
        choices={choices.regions}
        chosen={query.region}
        onToggle={(id) => onChoose(toggle(query, 'region', id))}
      />
      <ChoiceList
        testId="filter-topic"
        title={t('topic')}
        searchLabel={t('topicSearch')}
        choices={choices.topics}
        chosen={query.topic}
        onToggle={(id) => onChoose(toggle(query, 'topic', id))}
      />
    </div>
  );
});
