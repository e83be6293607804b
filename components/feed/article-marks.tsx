'use client';

import { useTranslations } from 'next-intl';
import type { ArticleItem, DateFlag } from '@/lib/article';
import { EditedMark } from './edited-mark';

const DATE_MARKS = {
  missing: 'undated', unreadable: 'undated', future: 'undated', implausible: 'undated', 'no-zone': 'noZone', 'day-only': 'dayOnly', approximate: 'approximate',
} as const satisfies Record<DateFlag, string>;

/** What a reader must know before believing an item: made up, without a date, changed since. */
export function ArticleMarks({ item }: { item: ArticleItem }) {
  const t = useTranslations('feed');
  return (
    <>
      {item.sample ? <Mark name="sample" tone="bg-warn-soft text-warn" text={t('sample')} hint={t('sampleHint')} /> : null}
      {item.dateFlag ? (
        <Mark
          name="date-flag"
          tone="bg-sunken text-soft"
          text={t(DATE_MARKS[item.dateFlag])}
          hint={t(`dateFlag.${item.dateFlag}`)}
        />
      ) : null}
      {item.editedAt ? <EditedMark item={item} /> : null}
    </>
  );
}

function Mark({ name, tone, text, hint }: { name: string; tone: string; text: string; hint: string }) {
  return (
    <span data-mark={name} title={hint} className={`rounded border border-line px-1.5 leading-5 font-medium ${tone}`}>
      {text}
    </span>
  );
}
