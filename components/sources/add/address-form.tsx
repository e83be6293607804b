'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState, type FormEvent } from 'react';
import { Button } from '../../ui/button';
import { TextField } from '../fields';

interface Props {
  typed: string;
  /** what is being asked; null: nothing */
  asked: string | null;
  /** its first line for the reader, the rest technical */
  problem: string | null;
  onTyped(typed: string): void;
  onLook(): void;
}

/** The address of a site, and word of the search that goes on. */
export function AddressForm({ typed, asked, problem, onTyped, onLook }: Props) {
  const t = useTranslations('sources.add');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (asked === null) onLook();
  };
  const [said = '', ...technical] = problem?.split('\n') ?? [];
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-2">
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <TextField label={t('address')} name="address" type="url" inputMode="url" dir="ltr" data-first-focus maxLength={2000} placeholder="https://" value={typed} onText={onTyped} />
        </div>
        <Button type="submit" tone="strong" disabled={asked !== null || typed.trim() === ''} className="h-9">
          {t('look')}
        </Button>
      </div>
      <div role="status" data-testid="look-status" className="min-h-6 text-sm text-soft">
        {asked === null ? (problem === null ? t('hint') : null) : <Looking address={asked} />}
      </div>
      {problem ? (
        <div role="alert" data-testid="look-problem" className="rounded-md bg-bad-soft px-3 py-2 text-sm text-bad">
          {said}
          {technical.length > 0 ? (
            <span dir="ltr" lang="en" className="technical">
              {technical.join(' ')}
            </span>
          ) : null}
        </div>
      ) : null}
    </form>
  );
}

const LONG_MS = 5_000;

/** Keeps an address from mixing with the text around it. */
const isolated = (address: string) => `\u2066${address}\u2069`;

function Looking({ address }: { address: string }) {
  const t = useTranslations('sources.add');
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <span className="flex items-center gap-2">
      <span className="size-2 shrink-0 rounded-full bg-accent pulse" aria-hidden="true" />
      <span className="min-w-0 break-words">{long ? t('lookingLong', { address: isolated(address) }) : t('looking', { address: isolated(address) })}</span>
    </span>
  );
}
