'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState, type FormEvent } from 'react';
import type { Retention } from '@/lib/source';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ask } from '../ui/ask';
import { useWordsOf } from './words-of';
import { useGate } from './write-gate';

const PATH = '/api/settings/retention';
const MOST_DAYS = 36_500;
const FIRST_DAYS = '365';

/** How long articles are kept. Says what shorter means before it is saved. */
export function RetentionDialog({ onSaved, onClose }: { onSaved(text: string): void; onClose(): void }) {
  const t = useTranslations('sources');
  const gate = useGate();
  const wordsOf = useWordsOf();
  const [limited, setLimited] = useState<boolean | null>(null);
  const [days, setDays] = useState(FIRST_DAYS);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let stale = false;
    void ask<Retention>(PATH).then((answer) => {
      if (stale) return;
      if (answer.outcome === 'failed') setProblem(t('failed', { reason: wordsOf(answer) }));
      if (answer.outcome !== 'done') return;
      setLimited(answer.value.days !== null);
      if (answer.value.days !== null) setDays(String(answer.value.days));
    });
    return () => {
      stale = true;
    };
  }, [t, wordsOf]);

  const count = Number(days);
  const valid = Number.isInteger(count) && count >= 1 && count <= MOST_DAYS;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (limited && !valid) return setProblem(t('retention.bad'));
    setBusy(true);
    const retention: Retention = { days: limited ? count : null };
    const answer = await gate.write<unknown>(PATH, { method: 'PUT', json: retention });
    setBusy(false);
    if (answer.outcome === 'failed') return setProblem(t('failed', { reason: wordsOf(answer) }));
    if (answer.outcome !== 'done') return;
    onSaved(t('retention.saved'));
    onClose();
  }

  return (
    <Dialog title={t('retention.title')} place="middle" testId="retention-dialog" onClose={onClose}>
      <form onSubmit={(event) => void save(event)} noValidate className="flex flex-col gap-4">
        <fieldset disabled={limited === null || !gate.open} className="flex flex-col gap-2">
          <legend className="mb-3 text-sm text-soft">{t('retention.hint')}</legend>
          <label className="choice-card items-center">
            <input type="radio" name="keep" value="all" checked={limited === false} onChange={() => setLimited(false)} className="size-4 accent-(--accent)" />
            {t('retention.all')}
          </label>
          <label className="choice-card items-center">
            <input type="radio" name="keep" value="limited" checked={limited === true} onChange={() => setLimited(true)} className="size-4 accent-(--accent)" />
            {t('retention.limited')}
            <input
              type="number"
              name="days"
              min={1}
              max={MOST_DAYS}
              value={days}
              dir="ltr"
              aria-label={t('retention.days', { count: 3 })}
              onChange={(event) => setDays(event.target.value)}
              onFocus={() => setLimited(true)}
              className="field w-24 text-center tabular-nums"
            />
            {t('retention.days', { count: valid ? count : 0 })}
          </label>
        </fieldset>
        <p className="min-h-12 text-sm text-warn">{limited && valid ? t('retention.warning', { days: count }) : null}</p>
        {problem ? (
          <p role="alert" className="text-sm text-bad">
            {problem}
          </p>
        ) : null}
        <div className="flex gap-2">
          {gate.open ? (
            <Button type="submit" tone="strong" disabled={busy || limited === null}>
              {busy ? t('saving') : t('save')}
            </Button>
          ) : null}
          <Button tone="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
