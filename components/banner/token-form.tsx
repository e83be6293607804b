'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';

interface Props {
  busy: boolean;
  /** what it is asked for, and the word on the button */
  hint?: string;
  confirm?: string;
  onToken(token: string): void;
  onCancel(): void;
}

/** Asks for the admin token. It is handed on and kept nowhere here. */
export function TokenForm({ busy, hint, confirm, onToken, onCancel }: Props) {
  const t = useTranslations('sample');
  const [token, setToken] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (token) onToken(token);
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-center gap-2">
      <label className="flex items-center gap-2" title={hint ?? t('tokenHint')}>
        {t('token')}
        <input
          type="password"
          value={token}
          onChange={(event) => setToken(event.target.value)}
          autoFocus
          data-first-focus
          autoComplete="off"
          dir="ltr"
          data-testid="sample-token"
          className="h-8 w-44 rounded-md border border-line-strong bg-surface px-2"
        />
      </label>
      <button
        type="submit"
        disabled={busy || token === ''}
        className="rounded-md bg-accent px-3 py-1 font-medium text-accent-ink disabled:opacity-60"
      >
        {confirm ?? t('confirm')}
      </button>
      <button type="button" onClick={onCancel} className="rounded-md px-2 py-1 text-soft hover:text-ink">
        {t('cancel')}
      </button>
    </form>
  );
}
