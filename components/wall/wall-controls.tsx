'use client';

import { useTranslations } from 'next-intl';
import type { FilterQuery } from '@/lib/events';
import { toSearchParams } from '@/lib/filter-address';
import { Button, buttonClass } from '../ui/button';
import type { FullScreen } from './use-full-screen';

/** Out of sight while nobody moves the pointer; there for the keyboard all the same. */
export function WallControls({ full, query }: { full: FullScreen; query: FilterQuery }) {
  const t = useTranslations('wall');
  const search = toSearchParams(query).toString();
  return (
    <div className="wall-controls flex gap-2">
      <Button onClick={full.toggle} aria-keyshortcuts="f" data-testid="full-screen">
        {full.on ? t('leaveFullScreen') : t('fullScreen')}
      </Button>
      <a href={search === '' ? '/' : `/?${search}`} className={buttonClass('plain')}>
        {t('leave')}
      </a>
    </div>
  );
}
