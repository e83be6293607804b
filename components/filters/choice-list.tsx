'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState, type FocusEvent } from 'react';
import type { Choice } from '@/lib/dashboard';
import { useUiLocale } from '../ui/use-locale';
import { ChoiceRow } from './choice-row';
import { ancestorsOf, rowsOf, type Row } from './choice-tree';
import { useTreeKeys } from './use-tree-keys';

interface Props {
  label: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  /** null: not counted yet */
  counts: Readonly<Record<string, number>> | null;
  sort: 'count' | 'name';
  /** in the order that they are given in */
  inOrder?: boolean;
  /** what was typed to find one; null where the list has no search */
  search: string | null;
  /** as many roots as are shown before more are asked for */
  first: number;
  onToggle(id: string): void;
  /** a branch was opened: what lies within it may have to be asked for */
  onOpen?(id: string): void;
}

/** Rows beyond this come when they are asked for: nobody reads a thousand towns. */
const MOST_ROWS = 150;
const NONE: Readonly<Record<string, number>> = {};

/** A tree of choices to tick, each with what it would find. What is pointed at or has the focus keeps its place when numbers change. */
export function ChoiceList({ label, choices, chosen, counts, sort, inOrder = false, search, first, onToggle, onOpen }: Props) {
  const t = useTranslations('filters');
  const locale = useUiLocale();
  const [open, setOpen] = useOpen(chosen, choices);
  const [all, setAll] = useState(false);
  const { steady, engaged } = useSteady(counts ?? NONE);
  const searching = (search ?? '').trim() !== '';
  const rows = useMemo(
    () => rowsOf(choices, { open, search: search ?? '', order: { by: inOrder ? 'given' : sort, counts: steady }, locale }),
    [choices, open, search, sort, inOrder, steady, locale],
  );
  const shown = useMemo(() => (searching || all ? rows.slice(0, all ? undefined : MOST_ROWS) : firstRoots(rows, first, chosen)), [rows, searching, all, first, chosen]);
  const flip = (id: string) => {
    if (!open.has(id)) onOpen?.(id);
    setOpen((now) => new Set(now.has(id) ? [...now].filter((other) => other !== id) : [...now, id]));
  };
  const tree = useTreeKeys(shown, open, { onToggle, onFlip: flip });
  const deep = rows.some((row) => row.hasChildren);
  if (rows.length === 0) return <p className="text-sm text-faint">{choices.length === 0 ? t('noneYet') : t('none')}</p>;
  return (
    <div {...engaged}>
      <ul ref={tree.ref} role="tree" aria-label={label} aria-multiselectable="true" onKeyDown={tree.onKeyDown} className="text-sm">
        {shown.map((row, at) => (
          <ChoiceRow
            key={row.choice.id}
            row={row}
            count={counts === null ? null : (counts[row.choice.id] ?? 0)}
            open={open.has(row.choice.id)}
            searching={searching}
            deep={deep}
            checked={chosen.includes(row.choice.id)}
            reachable={at === tree.at}
            onFocus={() => tree.focused(at)}
            onToggle={onToggle}
            onFlip={flip}
          />
        ))}
      </ul>
      {shown.length < rows.length ? (
        <button type="button" onClick={() => setAll(true)} className="h-7 rounded px-1 text-sm text-accent hover:underline">
          {t('showAll', { count: rows.length })}
        </button>
      ) : null}
      {all && !searching && rows.length > first ? (
        <button type="button" onClick={() => setAll(false)} className="h-7 rounded px-1 text-sm text-accent hover:underline">
          {t('showFewer')}
        </button>
      ) : null}
    </div>
  );
}

/** What is open: around what is chosen at first, and whenever something else is chosen, here or anywhere. */
function useOpen(chosen: readonly string[], choices: readonly Choice[]) {
  const known = useMemo(() => new Set(choices.map(({ id }) => id)), [choices]);
  const key = chosen.filter((id) => known.has(id)).join(' ');
  const [shown, setShown] = useState(key);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => ancestorsOf(chosen, choices));
  if (shown !== key) {
    setShown(key);
    setOpen(new Set([...open, ...ancestorsOf(chosen, choices)]));
  }
  return [open, setOpen] as const;
}

/** The first roots with what is open in them, and those that hold something chosen. */
function firstRoots(rows: readonly Row[], first: number, chosen: readonly string[]): readonly Row[] {
  const branches: Row[][] = [];
  for (const row of rows) {
    if (row.depth === 0) branches.push([row]);
    else branches.at(-1)?.push(row);
  }
  return branches.filter((branch, n) => n < first || branch.some(({ choice }) => chosen.includes(choice.id))).flat();
}

/** The numbers that the order goes by: those of before while somebody points at the list or goes through it. */
function useSteady(counts: Readonly<Record<string, number>>) {
  const [steady, setSteady] = useState(counts);
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  if (steady !== counts && (steady === NONE || (!pointed && !focused))) setSteady(counts);
  const engaged = {
    onPointerEnter: () => setPointed(true),
    onPointerLeave: () => setPointed(false),
    onFocus: () => setFocused(true),
    onBlur: (event: FocusEvent<HTMLElement>) => setFocused(event.currentTarget.contains(event.relatedTarget)),
  };
  return { steady, engaged };
}
