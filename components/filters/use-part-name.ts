'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { FilterQuery } from '@/lib/events';
import { PLACE_ROLES } from '@/lib/place';
import { useMounted, useTimeZone } from '../ui/clock';
import { formatMoment } from '../ui/format';
import { languageName } from '../ui/names';
import { useUiLocale } from '../ui/use-locale';
import type { FilterPart } from './parts';

/** @returns what a part of the filter is called. @param nameOf the name of a place's or topic's id, and of `publisher:` with a publisher's */
export function usePartName(query: FilterQuery, nameOf: (id: string) => string): (part: FilterPart) => string {
  const t = useTranslations('filters');
  const roleName = useTranslations('role');
  const locale = useUiLocale();
  const time = useTimeName(query);
  return useCallback(
    ({ kind, id }) => {
      const role = PLACE_ROLES.find((name) => name === id);
      if (kind === 'role' && role) return roleName(role);
      if (kind === 'publisher') return nameOf(`publisher:${id}`);
      if (kind === 'lang') return languageName(id, locale);
      if (kind === 'time') return time;
      return kind === 'text' ? t('words', { text: id }) : nameOf(id);
    },
    [t, roleName, locale, time, nameOf],
  );
}

function useTimeName({ from, to, last }: FilterQuery): string {
  const t = useTranslations('filters');
  const locale = useUiLocale();
  const zone = useTimeZone();
  const mounted = useMounted();
  if (!from && !to) return last ? t(`lastLong.${last}`) : '';
  // until the reader's zone is known there is no day to name
  const moment = (iso: string) => (mounted ? formatMoment(iso, locale, zone) : '…');
  if (from && to) return t('spanChip', { from: moment(from), to: moment(to) });
  return from ? t('fromChip', { time: moment(from) }) : t('toChip', { time: moment(to ?? '') });
}
