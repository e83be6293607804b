'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { PaletteActions } from '../palette/commands';
import { KeyboardIcon, SearchIcon } from '../ui/icons';
import { untilThere } from '../ui/until-there';
import { useKeys } from './use-keys';

const KeySheet = dynamic(() => untilThere(() => import('./key-sheet')).then((module) => module.KeySheet), { ssr: false });
const Palette = dynamic(() => untilThere(() => import('../palette/palette')).then((module) => module.Palette), { ssr: false });

/** Plain loads: each page has its own live data. */
const go = (address: string) => () => window.location.assign(address);

/** The keys of the page as a whole, the sheet that shows all of them, and the command palette; both come when they are asked for. */
export function PageKeys({ actions }: { actions: PaletteActions }) {
  const t = useTranslations();
  const [shown, show] = useState<'keys' | 'palette' | null>(null);
  useKeys({
    help: () => show('keys'),
    search: focusSearch,
    goFeed: go('/'),
    goTrends: go('/trends'),
    goMap: go('/map'),
    goSpikes: go('/spikes'),
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      if (!document.querySelector('dialog[open]')) show('palette');
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const close = () => show(null);
  return (
    <>
      <span className="flex items-center gap-1 max-lg:hidden">
        <button type="button" data-testid="open-palette" title={`${t('palette.open')} (Ctrl K)`} aria-label={t('palette.open')} onClick={() => show('palette')} className="bar-button">
          <SearchIcon />
          <kbd dir="ltr" className="max-xl:hidden">Ctrl K</kbd>
        </button>
        <button type="button" data-testid="open-keys" title={`${t('keys.title')} (?)`} aria-label={t('keys.title')} onClick={() => show('keys')} className="bar-button">
          <KeyboardIcon />
        </button>
      </span>
      {shown === 'keys' ? <KeySheet onClose={close} /> : null}
      {shown === 'palette' ? <Palette actions={actions} onClose={close} /> : null}
    </>
  );
}

function focusSearch() {
  const field = document.querySelector<HTMLInputElement>('[role="search"] input');
  field?.focus();
  field?.select();
}
