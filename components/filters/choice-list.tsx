'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { Choice } from '@/lib/dashboard';
import { ColourDot } from '../ui/colour-dot';
import { labelIn } from '../ui/format';
import { ChevronIcon } from '../ui/icons';
import { useUiLocale } from '../ui/use-locale';
import { ancestorsOf, rowsOf, type Row } from './choice-tree';

interface Props {
  testId: string;
  title: string;
  searchLabel: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onToggle(id: string): void;
}

/** A tree of choices to tick, with a search in both languages. */
export function ChoiceList({ testId, title, searchLabel, choices, chosen, onToggle }: Props) {
  const t = useTranslations('filters');
  const locale = useUiLocale();
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<ReadonlySet<string>>(() => ancestorsOf(chosen, choices));
  const rows = useMemo(() => rowsOf(choices, open, search, locale), [choices, open, search, locale]);
  const tree = choices.some((choice) => choice.parent !== null);
  const flip = (id: string) => setOpen((now) => new Set(now.has(id) ? [...now].filter((other) => other !== id) : [...now, id]));
  return (
    <fieldset data-testid={testId} className="flex min-h-40 min-w-0 shrink flex-col gap-1.5 max-md:min-h-fit">
      <legend className="mb-1.5 text-sm font-semibold">{title}</legend>
      <input
        type="search"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        aria-label={searchLabel}
        placeholder={searchLabel}
        dir={search ? 'auto' : undefined}
        autoComplete="off"
        className="h-8 w-full shrink-0 rounded-md border border-line bg-surface px-2.5 text-sm placeholder:text-faint focus:border-accent"
      />
      <ul className="min-h-0 overflow-y-auto pe-1 text-sm">
        {rows.map((row) => (
          <ChoiceRow
            key={row.choice.id}
            row={row}
            name={labelIn(row.choice.label, locale)}
            open={open.has(row.choice.id)}
            searching={search.trim() !== ''}
            tree={tree}
            checked={chosen.includes(row.choice.id)}
            onToggle={onToggle}
            onFlip={flip}
          />
        ))}
      </ul>
      {rows.length === 0 ? <p className="text-sm text-faint">{choices.length === 0 ? t('noneYet') : t('none')}</p> : null}
    </fieldset>
  );
}

interface RowProps {
  row: Row;
  name: string;
  open: boolean;
  searching: boolean;
  /** some have others within them: those that have none are indented alike */
  tree: boolean;
  checked: boolean;
  onToggle(id: string): void;
  onFlip(id: string): void;
}

const INDENT = ['ps-0', 'ps-4', 'ps-8', 'ps-12'];

function ChoiceRow({ row, name, open, searching, tree, checked, onToggle, onFlip }: RowProps) {
  const t = useTranslations('filters');
  const { choice, depth, hasChildren } = row;
  return (
    <li className={`flex items-center ${INDENT[Math.min(depth, 3)]}`}>
      {hasChildren && !searching ? (
        <button
          type="button"
          onClick={() => onFlip(choice.id)}
          aria-expanded={open}
          aria-label={open ? t('collapse', { name }) : t('expand', { name })}
          className="grid size-6 shrink-0 place-items-center rounded text-faint hover:text-ink"
        >
          <ChevronIcon className={open ? 'rotate-90' : 'rtl:rotate-180'} />
        </button>
      ) : (
        <span className={tree ? 'size-6 shrink-0' : ''} />
      )}
      <label
        data-choice={choice.id}
        className="flex min-w-0 flex-1 items-center gap-2 rounded px-1 py-0.5 hover:bg-accent-soft has-checked:font-medium has-checked:text-accent"
      >
        <input type="checkbox" checked={checked} onChange={() => onToggle(choice.id)} className="shrink-0" />
        {choice.colour ? <ColourDot colour={choice.colour} /> : null}
        <bdi className="truncate">{name}</bdi>
      </label>
    </li>
  );
}
