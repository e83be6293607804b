'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import type { Source, SourceChange } from '@/lib/source';
import { Button } from '../../ui/button';
import { changeOf, draftOf } from '../draft';
import { SourceFields, TextField } from '../fields';

interface Props {
  source: Source;
  folders: readonly string[];
  /** @returns what went wrong; null where nothing did */
  onSave(change: SourceChange): Promise<string | null>;
  onDone(): void;
}

export function EditForm({ source, folders, onSave, onDone }: Props) {
  const t = useTranslations('sources');
  const [draft, setDraft] = useState(() => draftOf(source));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function save(event: FormEvent) {
    event.preventDefault();
    const change = changeOf(source, draft);
    if (Object.keys(change).length === 0) return onDone();
    setBusy(true);
    const reason = await onSave(change);
    setBusy(false);
    setProblem(reason);
    if (reason === null) onDone();
  }

  return (
    <form onSubmit={(event) => void save(event)} data-testid="edit-form" className="flex flex-col gap-4">
      <SourceFields draft={draft} folders={folders} onDraft={(fields) => setDraft({ ...draft, ...fields })} />
      <TextField label={t('field.url')} name="url" type="url" dir="ltr" required maxLength={2000} value={draft.url} onText={(url) => setDraft({ ...draft, url })} />
      {problem ? (
        <p role="alert" className="text-sm text-bad">
          {t('failed', { reason: problem })}
        </p>
      ) : null}
      <div className="flex gap-2">
        <Button type="submit" tone="strong" disabled={busy}>
          {busy ? t('saving') : t('save')}
        </Button>
        <Button tone="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
