'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { diffWords, type DiffPart } from '@/lib/text/diff';
import { directionOf } from '@/lib/text/direction';

/** A text with what went struck through and what came underlined, in the text's own direction. */
export function DiffText({ before, after, lang }: { before: string; after: string; lang: string | null }) {
  const parts = useMemo(() => diffWords(before, after), [before, after]);
  return (
    <p dir={directionOf(after || before)} lang={lang ?? undefined} className="whitespace-pre-line">
      {parts.map((part, n) => (
        <Part key={n} part={part} />
      ))}
    </p>
  );
}

function Part({ part: { kind, text } }: { part: DiffPart }) {
  const t = useTranslations('versions');
  if (kind === 'same') return text;
  const Changed = kind;
  return (
    <Changed title={kind === 'del' ? t('removed') : t('added')} className={kind === 'del' ? 'diff-del' : 'diff-ins'}>
      {text}
    </Changed>
  );
}
