'use client';

import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { ArticleItem } from '@/lib/article';
import { untilThere } from '../ui/until-there';

/** Few readers ask what changed: the comparison comes when one does. */
const VersionsDialog = dynamic(() => untilThere(() => import('./versions/versions-dialog')).then((module) => module.VersionsDialog), { ssr: false });

/** Says that an article was changed since it was first seen, and shows how. */
export function EditedMark({ item }: { item: ArticleItem }) {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        data-mark="edited"
        aria-haspopup="dialog"
        title={`${t('feed.editedHint')} ${t('versions.open')}`}
        onClick={() => setOpen(true)}
        className="rounded border border-line bg-sunken px-1.5 leading-5 font-medium text-soft hover:border-accent hover:text-accent"
      >
        {t('feed.edited')}
      </button>
      {open ? <VersionsDialog id={item.id} lang={item.lang} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
