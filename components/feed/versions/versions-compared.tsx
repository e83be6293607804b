'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ArticleVersionText } from '@/lib/source';
import { useTimeZone } from '../../ui/clock';
import { formatExact } from '../../ui/format';
import { useUiLocale } from '../../ui/use-locale';
import { DiffText } from './diff-text';

/** One version against the one before it: the newest at first, any other by choice. */
export function VersionsCompared({ versions, lang }: { versions: readonly ArticleVersionText[]; lang: string | null }) {
  const t = useTranslations('versions');
  const [chosen, choose] = useState(versions.length - 1);
  const after = versions[chosen];
  const before = versions[chosen - 1];
  if (!after) return null;
  return (
    <div className="flex flex-col gap-5">
      {versions.length > 1 ? <Choice versions={versions} chosen={chosen} onChoose={choose} /> : <p className="text-sm text-soft">{t('one')}</p>}
      <Provenance version={after} against={before} />
      <section aria-label={t('heading')}>
        <h3 className="mb-1 text-xs text-faint">{t('heading')}</h3>
        <div className="text-lg leading-8 font-semibold">
          <DiffText before={before?.title ?? after.title} after={after.title} lang={lang} />
        </div>
      </section>
      <section aria-label={t('text')}>
        <h3 className="mb-1 text-xs text-faint first-letter:uppercase">{after.textSource === 'page' ? t('fromPage') : t('fromFeed')}</h3>
        <div className="text-[0.9375rem] leading-7">
          {after.text === '' && !before?.text ? (
            <p className="text-faint">{t('noText')}</p>
          ) : (
            <DiffText before={before?.text ?? after.text} after={after.text} lang={lang} />
          )}
        </div>
      </section>
    </div>
  );
}

function Choice({ versions, chosen, onChoose }: { versions: readonly ArticleVersionText[]; chosen: number; onChoose(n: number): void }) {
  const t = useTranslations('versions');
  return (
    <div role="radiogroup" aria-label={t('choose')} className="flex w-fit max-w-full flex-wrap rounded-md border border-line p-0.5 text-sm">
      {versions.map(({ version }, n) => (
        <label key={version} data-version={version} className="segment px-3 py-1">
          <input type="radio" name="version" checked={n === chosen} onChange={() => onChoose(n)} className="sr-only" />
          {t('version', { n: version })}
          {n === versions.length - 1 ? ` (${t('current')})` : ''}
        </label>
      ))}
    </div>
  );
}

/** When it was seen, and what it is held against. */
function Provenance({ version, against }: { version: ArticleVersionText; against: ArticleVersionText | undefined }) {
  const t = useTranslations('versions');
  const locale = useUiLocale();
  const timeZone = useTimeZone();
  return (
    <p className="text-sm text-soft">
      {t('seen', { time: formatExact(version.fetchedAt, locale, timeZone) })}
      {' · '}
      {against ? t('against', { n: against.version }) : t('first')}
    </p>
  );
}
