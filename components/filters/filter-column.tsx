'use client';

import { useTranslations } from 'next-intl';
import { memo, useMemo } from 'react';
import type { Choices } from '@/lib/dashboard';
import type { FilterQuery } from '@/lib/events';
import { toggle } from '../live/address';
import { ChoiceList } from './choice-list';

interface Props {
  query: FilterQuery;
  choices: Choices;
  onChoose(query: FilterQuery): void;
}

export const FilterColumn = memo(function FilterColumn({ query, choices, onChoose }: Props) {
  const t = useTranslations('filters');
  const own = useMemo(() => choices.topics.filter((topic) => topic.own), [choices.topics]);
  const builtIn = useMemo(() => choices.topics.filter((topic) => !topic.own), [choices.topics]);
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
      {own.length > 0 ? (
        <ChoiceList
          testId="filter-own-topic"
          title={t('ownTopic')}
          searchLabel={t('ownTopicSearch')}
          choices={own}
          chosen={query.topic}
          onToggle={(id) => onChoose(toggle(query, 'topic', id))}
        />
      ) : null}
      <ChoiceList
        testId="filter-topic"
        title={t('topic')}
        searchLabel={t('topicSearch')}
        choices={builtIn}
        chosen={query.topic}
        onToggle={(id) => onChoose(toggle(query, 'topic', id))}
      />
    </div>
  );
});
