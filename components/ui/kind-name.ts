import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { PlaceKind } from '@/lib/place';

/** What a kind of place is called. @param country ISO 3166-1 alpha-2: each calls its first-level units by a word of its own */
export type KindName = (kind: PlaceKind, country?: string | null) => string;

export function useKindName(): KindName {
  const t = useTranslations('kind');
  return useCallback((kind, country) => (kind === 'admin1' ? t('admin1', { country: country ?? 'none' }) : t(kind)), [t]);
}
