'use client';

import { useRef, useState, type KeyboardEvent } from 'react';
import type { Row } from './choice-tree';
import { rowBeginning, treeMove } from './tree-keys';

interface Actions {
  onToggle(id: string): void;
  onFlip(id: string): void;
}

/** Letters typed within this time make one word, in milliseconds. */
const WORD_MS = 600;

/** One row of the tree is reached by Tab, the others from there by arrows and by typing the beginning of a name. */
export function useTreeKeys(rows: readonly Row[], open: ReadonlySet<string>, { onToggle, onFlip }: Actions) {
  const ref = useRef<HTMLUListElement>(null);
  const typed = useRef({ word: '', at: 0 });
  const [reached, setReached] = useState(0);
  const at = Math.min(reached, Math.max(0, rows.length - 1));

  function focus(index: number) {
    setReached(index);
    ref.current?.querySelectorAll<HTMLElement>(':scope > [role="treeitem"]')[index]?.focus();
  }

  function type(letter: string): boolean {
    const now = performance.now();
    const { word, at: last } = typed.current;
    const longer = now - last < WORD_MS && word !== letter ? word + letter : letter;
    typed.current = { word: longer, at: now };
    const index = rowBeginning(rows, at, longer);
    if (index !== null) focus(index);
    return index !== null;
  }

  function handled(event: KeyboardEvent<HTMLUListElement>): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const dir = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'rtl' : 'ltr';
    const move = treeMove(event.key, at, { rows, open, dir });
    if (move?.kind === 'focus') focus(move.to);
    else if (move?.kind === 'flip') onFlip(move.row.choice.id);
    else if (move?.kind === 'toggle') onToggle(move.row.choice.id);
    return move !== null || ([...event.key].length === 1 && type(event.key));
  }

  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    if (!handled(event)) return;
    // the page has keys of its own, single letters among them
    event.preventDefault();
    event.stopPropagation();
  };
  return { ref, at, onKeyDown, focused: setReached };
}
