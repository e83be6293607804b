'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { ArticleItem } from '@/lib/article';
import { useKeys } from '../keys/use-keys';
import { untilThere } from '../ui/until-there';
import { focusOn } from './use-cursor';
import type { ReaderMarks } from './use-reader-marks';

/** The reader comes when the first article is opened. */
const Reader = dynamic(() => untilThere(() => import('./reader/reader')).then((module) => module.Reader), { ssr: false });

interface Props {
  id: string;
  /** those of the list: what is known of the article before it is loaded, and that it has changed */
  items: readonly ArticleItem[];
  reader: ReaderMarks;
  onClose(): void;
}

/** The article beside the list, or over it on a telephone. It takes the focus, and gives it back to the article's card. */
export function ArticlePane({ id, items, reader, onClose }: Props) {
  const t = useTranslations('article');
  const pane = useRef<HTMLElement>(null);
  const shown = useRef(id);
  useEffect(() => {
    shown.current = id;
  }, [id]);
  useEffect(() => {
    pane.current?.focus({ preventScroll: true });
    return () => {
      const list = document.getElementById('feed');
      if (!focusOn(list, shown.current)) list?.focus({ preventScroll: true });
    };
  }, []);
  useKeys({ close: onClose });
  const item = items.find((one) => one.id === id);
  return (
    <aside ref={pane} data-pane="article" data-testid="reader" data-article-id={id} aria-label={t('label')} tabIndex={-1}>
      <Reader key={id} id={id} item={item ?? null} reader={reader} onClose={onClose} />
    </aside>
  );
}
