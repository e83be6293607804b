'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { waitingCount, type LiveState } from './live/state';

/** The tab's title counts what waits, for a reader who is in another one. */
export function useWaitingTitle(state: LiveState): void {
  const name = useTranslations()('name');
  const count = waitingCount(state);
  useEffect(() => {
    document.title = count > 0 ? `(${count}) ${name}` : name;
  }, [count, name]);
}
