'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MOST_VIEW_NAME } from '@/lib/reader';
import { Button } from '../ui/button';

interface Props {
  first: string;
  onKeep(name: string): void;
  onCancel(): void;
}

/** Names a view; Escape leaves it as it was. */
export function NameForm({ first, onKeep, onCancel }: Props) {
  const t = useTranslations('views');
  const [name, setName] = useState(first);
  return (
    <form
      data-testid="view-name"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) onKeep(name.trim());
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onCancel();
      }}
      className="flex flex-wrap items-center gap-1.5 py-1"
    >
      <input
        autoFocus
        value={name}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setName(event.target.value)}
        maxLength={MOST_VIEW_NAME}
        aria-label={t('name')}
        dir="auto"
        autoComplete="off"
        className="h-8 min-w-0 flex-1 basis-full rounded-md border border-line-strong bg-surface px-2 text-sm focus:border-accent"
      />
      <Button type="submit" tone="strong" disabled={name.trim() === ''} className="h-7">
        {t('keep')}
      </Button>
      <Button tone="quiet" onClick={onCancel} className="h-7">
        {t('cancel')}
      </Button>
    </form>
  );
}
