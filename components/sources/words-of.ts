import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { REQUEST_REFUSALS } from '@/lib/source';
import type { Failure } from '../ui/ask';
import { sayRefusal } from './refusal';

type Words<Part extends 'sources.failure' | 'sources.refusal'> = ReturnType<typeof useTranslations<Part>>;

/** Why something could not be done, in the reader's language. */
export function sayFailure({ status, reason, refusal }: Failure, t: Words<'sources.failure'>, tRefusal: Words<'sources.refusal'>): string {
  if (status === null) return t('no-answer');
  const { code, params = {}, reasons = [] } = refusal ?? {};
  const known = REQUEST_REFUSALS.find((one) => one === code);
  if (known === undefined) return t('other', { reason: refusal === null ? String(status) : reason });
  return reasons.length > 0 ? sayRefusal({ line: null, reasons }, tRefusal) : t(known, { title: params.title ?? '' });
}

/** The same, for a component; it stays the same function as long as the language does. */
export function useWordsOf(): (failure: Failure) => string {
  const [t, tRefusal] = [useTranslations('sources.failure'), useTranslations('sources.refusal')];
  return useCallback((failure) => sayFailure(failure, t, tRefusal), [t, tRefusal]);
}
