import { fold } from '@/lib/text/fold';
import type { Row } from './choice-tree';

/** What a key asks of a tree whose `at`-th row has the focus. */
export type TreeMove = { kind: 'focus'; to: number } | { kind: 'flip' | 'toggle'; row: Row };

interface Tree {
  rows: readonly Row[];
  open: ReadonlySet<string>;
  dir: 'ltr' | 'rtl';
}

/**
 * The keys of a tree (WAI-ARIA Authoring Practices): up and down go through the rows, onwards in reading direction opens or goes in, backwards closes or
 * goes out, Home and End lead to the ends, Space and Enter choose. @returns null where the key is none of the tree's
 */
export function treeMove(key: string, at: number, { rows, open, dir }: Tree): TreeMove | null {
  const row = rows[at];
  if (!row) return null;
  const [onwards, back] = dir === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  const focus = (to: number): TreeMove => ({ kind: 'focus', to: Math.max(0, Math.min(to, rows.length - 1)) });
  const isOpen = row.hasChildren && open.has(row.choice.id);
  switch (key) {
    case 'ArrowDown':
      return focus(at + 1);
    case 'ArrowUp':
      return focus(at - 1);
    case 'Home':
      return focus(0);
    case 'End':
      return focus(rows.length - 1);
    case ' ':
    case 'Enter':
      return { kind: 'toggle', row };
    case onwards:
      if (isOpen) return focus(at + 1);
      return row.hasChildren ? { kind: 'flip', row } : focus(at);
    case back:
      return isOpen ? { kind: 'flip', row } : focus(parentOf(rows, at));
    default:
      return null;
  }
}

function parentOf(rows: readonly Row[], at: number): number {
  const depth = rows[at]?.depth ?? 0;
  for (let before = at - 1; before >= 0; before -= 1) if ((rows[before]?.depth ?? 0) < depth) return before;
  return at;
}

/** The next row whose name begins with what was typed; a letter typed again goes on to the next such row. Null: none. */
export function rowBeginning(rows: readonly Row[], at: number, typed: string): number | null {
  const wanted = fold(typed);
  const first = [...wanted].length === 1 ? 1 : 0;
  for (let step = first; step < rows.length + first; step += 1) {
    const index = (at + step) % rows.length;
    const name = fold(rows[index]?.name ?? '');
    if (name.startsWith(wanted) || name.replace(/^ال/u, '').startsWith(wanted)) return index;
  }
  return null;
}
