'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { View } from '@/lib/reader';
import { MoreIcon } from '../ui/icons';
import { addressOf } from './view-address';

interface Props {
  view: View;
  current: boolean;
  canUp: boolean;
  canDown: boolean;
  onMove(by: number): void;
  onRename(): void;
  onReplace(): void;
  onDelete(): void;
  onLink(): void;
}

interface Item {
  name: string;
  text: string;
  act(): void;
}

/** What can be done with a view: a menu of its own, by pointer and by keys. */
export function ViewMenu(props: Props) {
  const { view } = props;
  const t = useTranslations('views');
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLUListElement>(null);
  const id = useId();
  const items = useItems(props);
  useEffect(() => {
    if (!open) return;
    menu.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    const away = (event: PointerEvent) => {
      if (event.target instanceof Node && !menu.current?.contains(event.target) && !button.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);
  function close() {
    setOpen(false);
    button.current?.focus();
  }
  function onKeyDown(event: KeyboardEvent<HTMLUListElement>) {
    const all = [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const at = all.findIndex((item) => item === document.activeElement);
    const to: Record<string, number> = { ArrowDown: (at + 1) % all.length, ArrowUp: (at - 1 + all.length) % all.length, Home: 0, End: all.length - 1 };
    event.stopPropagation();
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    else if (event.key in to) {
      event.preventDefault();
      all[to[event.key] ?? 0]?.focus();
    }
  }
  return (
    <div className="relative shrink-0">
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={t('menu', { name: view.name })}
        onClick={() => setOpen(!open)}
        className="grid size-7 place-items-center rounded text-faint hover:text-ink"
      >
        <MoreIcon />
      </button>
      {open ? (
        <ul ref={menu} id={id} role="menu" aria-label={t('menu', { name: view.name })} onKeyDown={onKeyDown} className="view-menu">
          {items.map(({ name, text, act }) => (
            <li key={name} role="none">
              <button
                type="button"
                role="menuitem"
                tabIndex={-1}
                data-item={name}
                onClick={() => {
                  close();
                  act();
                }}
                className={`flex min-h-8 w-full items-center rounded px-2.5 text-start text-sm hover:bg-accent-soft focus-visible:bg-accent-soft focus-visible:-outline-offset-2 ${name === 'delete' ? 'text-bad' : ''}`}
              >
                {text}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function useItems({ view, current, canUp, canDown, onMove, onRename, onReplace, onDelete, onLink }: Props): Item[] {
  const t = useTranslations('views');
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(addressOf(view), window.location.href).href);
    onLink();
  };
  return [
    { name: 'rename', text: t('rename'), act: onRename },
    ...(current ? [] : [{ name: 'replace', text: t('update'), act: onReplace }]),
    ...(canUp ? [{ name: 'up', text: t('up'), act: () => onMove(-1) }] : []),
    ...(canDown ? [{ name: 'down', text: t('down'), act: () => onMove(1) }] : []),
    // only a page on the loopback or over TLS has a clipboard
    ...(typeof navigator !== 'undefined' && navigator.clipboard ? [{ name: 'link', text: t('link'), act: () => void copy() }] : []),
    { name: 'delete', text: t('delete'), act: onDelete },
  ];
}
