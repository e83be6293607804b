'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../ui/button';
import type { Saved } from './use-save';

/** The button of a setting's form, and what came of it. */
export function SaveLine({ open, busy, saved }: { open: boolean; busy: boolean; saved: Saved }) {
  const t = useTranslations('settings');
  return (
    <div className="flex flex-wrap items-center gap-3">
      {open ? (
        <Button type="submit" tone="strong" disabled={busy}>
          {busy ? t('saving') : t('save')}
        </Button>
      ) : null}
      <SavedText saved={saved} />
    </div>
  );
}

export function SavedText({ saved }: { saved: Saved }) {
  return (
    <p role="status" className={`text-sm ${saved?.tone === 'bad' ? 'text-bad' : 'text-live'}`}>
      {saved?.text}
    </p>
  );
}
