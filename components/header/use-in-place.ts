'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useTransition } from 'react';
import { keepChoice } from '../ui/cookie';

/** Changes what the server renders by (language, digits) in place: the list, its place, the filter and what is typed stay. */
export function useInPlace(cookie: string): { pending: boolean; change(value: string): void } {
  const router = useRouter();
  const [pending, start] = useTransition();
  const change = useCallback((value: string) => {
    keepChoice(cookie, value);
    start(() => router.refresh());
  }, [cookie, router]);
  return { pending, change };
}
