'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { MOST_NOTE } from '@/lib/reader';
import { Button } from '../../ui/button';
import { NoteIcon } from '../../ui/icons';

interface Props {
  note: string | null;
  onNote(note: string | null): void;
}

/** What the reader wrote about the article, for nobody else. */
export function Note({ note, onNote }: Props) {
  const t = useTranslations('article');
  const id = useId();
  const [draft, write] = useState<string | null>(null);
  if (draft === null) {
    return (
      <section data-testid="note">
        {note === null ? null : <p dir="auto" className="reader-note">{note}</p>}
        <button type="button" onClick={() => write(note ?? '')} className="reader-fold">
          <NoteIcon />
          {note === null ? t('addNote') : t('editNote')}
        </button>
      </section>
    );
  }
  return (
    <form
      data-testid="note"
      onSubmit={(event) => {
        event.preventDefault();
        onNote(draft.trim() || null);
        write(null);
      }}
      className="flex flex-col gap-2"
    >
      <label htmlFor={id} className="reader-label mb-0!">
        {t('note')}
      </label>
      <textarea id={id} dir="auto" rows={3} maxLength={MOST_NOTE} value={draft} onChange={(event) => write(event.target.value)} autoFocus className="field h-auto! py-1.5" />
      <span className="flex gap-2">
        <Button tone="strong" type="submit">
          {t('saveNote')}
        </Button>
        <Button tone="quiet" onClick={() => write(null)}>
          {t('cancel')}
        </Button>
      </span>
    </form>
  );
}
