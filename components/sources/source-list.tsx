'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { Source } from '@/lib/source';
import { useRowHeight } from './use-row-height';
import { SourceRow, type RowActions } from './source-row';

interface Props extends RowActions {
  sources: readonly Source[];
  asking: ReadonlySet<number>;
  canWrite: boolean;
}

/** What the server renders, before the screen's height is known. */
const FIRST_RECT = { width: 1280, height: 1000 };
const COLUMNS = ['health', 'source', 'filed', 'perDay', 'success', 'failure', 'next', 'actions'] as const;

/**
 * All sources of a view, of which only those near the screen are rendered. They stand in the page's own flow between two blank
 * stretches, so that what the server rendered does not move when the browser takes over.
 */
export function SourceList({ sources, asking, canWrite, ...actions }: Props) {
  const t = useTranslations('sources');
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const virtual = useVirtualizer({
    count: sources.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => sources[index]?.id ?? index,
    initialRect: FIRST_RECT,
    overscan: 8,
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div
      ref={scroller}
      id="sources"
      data-testid="source-scroller"
      role="region"
      tabIndex={0}
      aria-label={t('listLabel')}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain [overflow-anchor:none] [scrollbar-gutter:stable] focus-visible:-outline-offset-2"
    >
      <div role="table" aria-label={t('listLabel')} aria-rowcount={sources.length + 1} data-testid="source-list">
        <div role="rowgroup" className="source-head">
          <div role="row" aria-rowindex={1} className="source-row">
            {COLUMNS.map((name) => (
              <div key={name} role="columnheader" data-column={name}>
                {name === 'actions' ? <span className="sr-only">{t('column.actions')}</span> : t(`column.${name}`)}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" style={{ paddingBlockStart: above, paddingBlockEnd: Math.max(0, below) }}>
          {items.map(({ index, key }) => {
            const source = sources[index];
            if (!source) return null;
            return (
              <SourceRow
                key={key}
                source={source}
                place={index + 1}
                asking={asking.has(source.id)}
                canWrite={canWrite}
                measure={virtual.measureElement}
                {...actions}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
