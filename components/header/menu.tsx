'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { MenuIcon } from '../ui/icons';
import { DisplayChoices } from './display-choices';
import { NavList } from './nav';
import type { PageName } from './pages';

/** The pages that the line has no room for, and the display: a popover of the browser's own, which closes by Escape and by a click beside it. */
export function Menu({ page }: { page: PageName }) {
  const t = useTranslations('header');
  const id = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        data-testid="menu-button"
        aria-label={t('menu')}
        title={t('menu')}
        className="grid size-8 place-items-center rounded-md border border-line text-base text-soft hover:border-line-strong hover:text-ink"
      >
        <MenuIcon />
      </button>
      <div id={id} popover="auto" data-testid="menu" role="dialog" aria-label={t('menu')} className="header-popover w-80">
        <NavList page={page} />
        <hr className="my-3 border-line" />
        <DisplayChoices />
      </div>
    </>
  );
}
