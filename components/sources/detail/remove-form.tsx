'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import type { Source } from '@/lib/source';
import { Button } from '../../ui/button';

interface Props {
  source: Source;
  /** @returns what went wrong; null where nothing did */
  onRemove(articles: 'keep' | 'delete'): Promise<string | null>;
  onCancel(): void;
}

/** Says what goes, with the number, before it goes. */
export function RemoveForm({ source, onRemove, onCancel }: Props) {
  const t = useTranslations('sources');
  const [articles, setArticles] = useState<'keep' | 'delete'>('keep');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function remove(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(await onRemove(articles));
    setBusy(false);
  }

  const choices = [
    { value: 'keep', name: t('remove.keep'), hint: t('remove.keepHint', { count: source.articles }) },
    { value: 'delete', name: t('remove.drop'), hint: t('remove.dropHint', { count: source.articles }) },
  ] as const;
  return (
    <form onSubmit={(event) => void remove(event)} data-testid="remove-form" className="flex flex-col gap-4">
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-3 font-medium">{t('remove.title', { name: source.title })}</legend>
        {choices.map(({ value, name, hint }) => (
          <label key={value} className="choice-card">
            <input type="radio" name="articles" value={value} checked={articles === value} onChange={() => setArticles(value)} className="mt-1.5 size-4 shrink-0 accent-(--accent)" />
            <span className="leading-6">
              {name}
              <span className="block text-sm text-soft">{hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {problem ? (
        <p role="alert" className="text-sm text-bad">
          {t('failed', { reason: problem })}
        </p>
      ) : null}
      <div className="flex gap-2">
        <Button type="submit" tone="bad" disabled={busy} data-testid="remove-confirm">
          {busy ? t('remove.removing') : t('remove.confirm')}
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
