'use client';

import { memo, useState } from 'react';
import type { Choice } from '@/lib/dashboard';
import { ChoiceList } from './choice-list';
import { FindField } from './find-field';
import { Section } from './section';

interface Props {
  testId: string;
  title: string;
  hint?: string;
  /** left out where the list is short enough to be read */
  searchLabel?: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  counts: Readonly<Record<string, number>> | null;
  sort: 'count' | 'name';
  /** the choices have an order of their own */
  keepOrder?: boolean;
  first: number;
  onToggle(id: string): void;
}

/** A list of choices, with a search where it is long. */
export const ChoiceSection = memo(function ChoiceSection({ testId, title, hint, searchLabel, choices, chosen, counts, sort, keepOrder = false, first, onToggle }: Props) {
  const [search, setSearch] = useState('');
  const on = choices.filter(({ id }) => chosen.includes(id)).length;
  return (
    <Section testId={testId} title={title} chosen={on} hint={hint}>
      {searchLabel ? <FindField label={searchLabel} text={search} onText={setSearch} /> : null}
      <ChoiceList label={title} choices={choices} chosen={chosen} counts={counts} inOrder={keepOrder} sort={sort} search={searchLabel ? search : null} first={first} onToggle={onToggle} />
    </Section>
  );
});
