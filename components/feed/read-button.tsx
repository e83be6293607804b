'use client';

import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { ArticleItem } from '@/lib/article';

/** The reader comes when the first article is opened. */
const Reader = dynamic(() => import('./reader/reader').then((module) => module.Reader), { ssr: false });

/** Opens an article whole, with why it is tagged as it is. */
export function ReadButton({ item, titleId }: { item: ArticleItem; titleId: string }) {
  const t = useTranslations('reader');
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        data-testid="read"
        aria-haspopup="dialog"
        aria-describedby={titleId}
        title={t('openHint')}
        onClick={() => setOpen(true)}
        className="rounded-full px-1.5 leading-5 text-faint hover:text-accent"
      >
        {t('open')}
      </button>
      {open ? <Reader item={item} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
