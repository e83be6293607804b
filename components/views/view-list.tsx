'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FilterQuery } from '@/lib/events';
import type { View } from '@/lib/reader';
import { listKey } from '../live/address';
import type { Views } from './use-views';
import type { Tell } from './view-notice';
import { ViewRow } from './view-row';

interface Props {
  views: readonly View[];
  currentKey: string;
  actions: Views;
  query: FilterQuery;
  onOpen(view: View): void;
  onDelete(view: View): void;
  tell: Tell;
}

/** The ids with one of them moved by so many places; the same where it can't be. */
export function moved(ids: readonly number[], id: number, by: number): number[] {
  const from = ids.indexOf(id);
  const to = Math.max(0, Math.min(ids.length - 1, from + by));
  const rest = ids.filter((other) => other !== id);
  return from < 0 ? [...ids] : [...rest.slice(0, to), id, ...rest.slice(to)];
}

/** In the reader's order, which is changed by dragging a row or from its menu. */
export function ViewList({ views, currentKey, actions, query, onOpen, onDelete, tell }: Props) {
  const t = useTranslations('views');
  const [dragged, setDragged] = useState<number | null>(null);
  const ids = views.map(({ id }) => id);
  const move = (view: View, by: number) => {
    const next = moved(ids, view.id, by);
    void actions.order(next);
    tell(t('moved', { name: view.name, place: next.indexOf(view.id) + 1, count: next.length }));
  };
  const dropAt = (view: View) => {
    if (dragged === null || dragged === view.id) return;
    void actions.order(moved(ids, dragged, ids.indexOf(view.id) - ids.indexOf(dragged)));
    setDragged(null);
  };
  return (
    <ul className="text-sm">
      {views.map((view, n) => (
        <ViewRow
          key={view.id}
          view={view}
          current={listKey(view.query) === currentKey}
          canUp={n > 0}
          canDown={n < views.length - 1}
          dragged={dragged === view.id}
          onOpen={() => onOpen(view)}
          onMove={(by) => move(view, by)}
          onDrag={setDragged}
          onDrop={() => dropAt(view)}
          onRename={(name) => actions.change(view, { name })}
          onReplace={async () => {
            if (await actions.change(view, { query })) tell(t('updated', { name: view.name }));
          }}
          onDelete={() => onDelete(view)}
          onLink={() => tell(t('linkCopied'))}
        />
      ))}
    </ul>
  );
}
