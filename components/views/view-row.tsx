'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MOST_UNREAD, type View } from '@/lib/reader';
import { formatNumber } from '../ui/format';
import { useUiLocale } from '../ui/use-locale';
import { NameForm } from './name-form';
import { addressOf } from './view-address';
import { ViewMenu } from './view-menu';

interface Props {
  view: View;
  /** the filter is this one now */
  current: boolean;
  canUp: boolean;
  canDown: boolean;
  dragged: boolean;
  onOpen(): void;
  onMove(by: number): void;
  onDrag(id: number | null): void;
  onDrop(): void;
  onRename(name: string): Promise<boolean>;
  onReplace(): void;
  onDelete(): void;
  onLink(): void;
}

/** A saved view: a click opens it without loading the page; as a link it can be opened in another tab, copied and sent. */
export function ViewRow(props: Props) {
  const { view, current, dragged, onOpen, onDrag, onDrop, onRename } = props;
  const [naming, setNaming] = useState(false);
  if (naming) {
    const keep = async (name: string) => setNaming(!(await onRename(name)));
    return (
      <li>
        <NameForm first={view.name} onKeep={(name) => void keep(name)} onCancel={() => setNaming(false)} />
      </li>
    );
  }
  return (
    <li
      data-view={view.id}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', view.name);
        onDrag(view.id);
      }}
      onDragEnd={() => onDrag(null)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
      className={`flex items-center rounded ${dragged ? 'opacity-50' : ''} ${current ? 'bg-accent-soft' : 'hover:bg-sunken'}`}
    >
      <a
        href={addressOf(view)}
        draggable={false}
        aria-current={current ? 'true' : undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
          event.preventDefault();
          onOpen();
        }}
        className="flex min-h-7 min-w-0 flex-1 items-center gap-2 rounded px-1.5 aria-[current=true]:font-medium aria-[current=true]:text-accent"
      >
        <bdi className="min-w-0 flex-1 truncate" title={view.name}>
          {view.name}
        </bdi>
        <Unread count={view.unread} />
      </a>
      <ViewMenu {...props} onRename={() => setNaming(true)} />
    </li>
  );
}

export function Unread({ count }: { count: number }) {
  const t = useTranslations('views');
  const locale = useUiLocale();
  if (count === 0) return null;
  const most = count >= MOST_UNREAD;
  return (
    <span data-testid="unread" data-count={count} className="shrink-0 rounded-full bg-accent px-1.5 text-xs leading-4.5 font-medium text-accent-ink tabular-nums">
      <span aria-hidden="true">{most ? `${formatNumber(MOST_UNREAD, locale)}+` : formatNumber(count, locale)}</span>
      <span className="sr-only">{most ? t('unreadMost', { count }) : t('unread', { count })}</span>
    </span>
  );
}
