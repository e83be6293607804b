'use client';

import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { ColourDot } from '../ui/colour-dot';
import { formatNumber } from '../ui/format';
import { ChevronIcon, TickIcon } from '../ui/icons';
import { useUiLocale } from '../ui/use-locale';
import type { Row } from './choice-tree';

interface Props {
  row: Row;
  /** null: not known yet */
  count: number | null;
  open: boolean;
  searching: boolean;
  /** some rows have others within them: those that have none are indented alike */
  deep: boolean;
  checked: boolean;
  /** the one row that the Tab key leads to */
  reachable: boolean;
  onFocus(): void;
  onToggle(id: string): void;
  onFlip(id: string): void;
}

const INDENT = ['ps-0', 'ps-3', 'ps-6', 'ps-9', 'ps-12'];

/** A choice, whether it is on, and how many articles it would find. */
export const ChoiceRow = memo(function ChoiceRow({ row, count, open, searching, deep, checked, reachable, onFocus, onToggle, onFlip }: Props) {
  const t = useTranslations('filters');
  const locale = useUiLocale();
  const { choice, name, depth, hasChildren } = row;
  const opens = hasChildren && !searching;
  return (
    <li
      role="treeitem"
      aria-label={count === null ? name : t('choiceName', { name, count })}
      data-choice={choice.id}
      data-count={count ?? undefined}
      aria-level={depth + 1}
      aria-expanded={opens ? open : undefined}
      aria-checked={checked}
      tabIndex={reachable ? 0 : -1}
      onFocus={onFocus}
      onClick={() => onToggle(choice.id)}
      className={`flex min-h-6.5 cursor-pointer items-center rounded pe-1 hover:bg-accent-soft focus-visible:-outline-offset-2 aria-checked:font-medium aria-checked:text-accent ${INDENT[Math.min(depth, INDENT.length - 1)]}`}
    >
      {opens ? (
        <span
          data-flip=""
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            onFlip(choice.id);
          }}
          className="grid size-6 shrink-0 place-items-center rounded text-xs text-faint hover:bg-sunken hover:text-ink"
        >
          <ChevronIcon className={open ? 'rotate-90' : 'rtl:rotate-180'} />
        </span>
      ) : (
        <span className={deep ? 'size-6 shrink-0' : 'w-1 shrink-0'} />
      )}
      <span
        aria-hidden="true"
        className={`me-2 grid size-3.5 shrink-0 place-items-center rounded-sm border text-[0.65rem] ${checked ? 'border-accent bg-accent text-accent-ink' : 'border-line-strong bg-surface'}`}
      >
        {checked ? <TickIcon /> : null}
      </span>
      {choice.colour ? <ColourDot colour={choice.colour} className="me-1.5" /> : null}
      <bdi className={`min-w-0 flex-1 leading-5 wrap-anywhere ${count === 0 && !checked ? 'text-faint' : ''}`} title={name}>
        {name}
      </bdi>
      <span className={`ps-2 text-xs tabular-nums ${count === 0 ? 'text-faint opacity-80' : 'text-soft'}`}>
        {count === null ? '' : formatNumber(count, locale)}
      </span>
    </li>
  );
});
