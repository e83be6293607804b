'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import type { ProductSettings } from '@/lib/settings';
import { useWordsOf } from '../sources/words-of';
import { useGate } from '../sources/write-gate';

export type Saved = { tone: 'good' | 'bad'; text: string } | null;

interface Save {
  /** false: nobody may write here */
  open: boolean;
  busy: boolean;
  saved: Saved;
  save(change: Partial<ProductSettings>): Promise<void>;
}

/** Saves a part of the settings, and says in words what came of it. */
export function useSave(onSettings: (settings: ProductSettings) => void): Save {
  const t = useTranslations('settings');
  const gate = useGate();
  const wordsOf = useWordsOf();
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<Saved>(null);
  const save = useCallback(async (change: Partial<ProductSettings>) => {
    setBusy(true);
    setSaved(null);
    const answer = await gate.write<ProductSettings>('/api/settings', { method: 'PATCH', json: change });
    setBusy(false);
    if (answer.outcome === 'failed') setSaved({ tone: 'bad', text: t('failed', { reason: wordsOf(answer) }) });
    if (answer.outcome !== 'done') return;
    onSettings(answer.value);
    setSaved({ tone: 'good', text: t('saved') });
  }, [gate, onSettings, t, wordsOf]);
  return { open: gate.open, busy, saved, save };
}
