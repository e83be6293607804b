'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Source } from '@/lib/source';
import { webUrl } from '../../feed/web-url';
import { formatNumber } from '../../ui/format';
import { countryName, languageName } from '../../ui/names';
import { useUiLocale } from '../../ui/use-locale';
import { LastFailure } from '../failure';
import { Ago, NextCheck, NextReason } from '../times';
import { DayChart } from './day-chart';

/** What is known of a feed, as terms and what they come to. */
export function SourceFacts({ source }: { source: Source }) {
  const t = useTranslations('sources');
  const locale = useUiLocale();
  const never = t('never');
  return (
    <>
      <dl className="facts">
        <Fact term={t('column.success')}>
          <Ago iso={source.lastSuccessAt} never={never} />
        </Fact>
        <Fact term={t('column.failure')}>
          <LastFailure source={source} />
          {source.failures > 1 ? <span className="block text-xs text-faint">{t('failuresInRow', { count: source.failures })}</span> : null}
        </Fact>
        <Fact term={t('column.next')}>
          <NextCheck source={source} />
          <span className="block text-xs text-faint first-letter:uppercase">
            <NextReason source={source} />
          </span>
        </Fact>
        <Fact term={t('detail.lastArticle')}>
          <Ago iso={source.lastArticleAt} never={never} />
        </Fact>
        <Fact term={t('detail.articles')}>
          <span className="tabular-nums">{formatNumber(source.articles, locale)}</span>
        </Fact>
        <PushFact source={source} />
        {source.pages ? (
          <Fact term={t('detail.pages')}>
            <span className="tabular-nums">{t('detail.pagesState', { ...source.pages })}</span>
          </Fact>
        ) : null}
      </dl>
      <DayChart perDay={source.perDay} />
      <dl className="facts">
        <Fact term={t('field.publisher')}>
          <bdi>{source.publisher.name}</bdi>
        </Fact>
        {source.language ? <Fact term={t('language')}>{languageName(source.language, locale)}</Fact> : null}
        {source.country ? <Fact term={t('country')}>{countryName(source.country, locale)}</Fact> : null}
        {source.folder ? (
          <Fact term={t('folder')}>
            <bdi>{source.folder.replaceAll('/', ' / ')}</bdi>
          </Fact>
        ) : null}
        {source.timezone ? (
          <Fact term={t('detail.timezone')}>
            <bdi dir="ltr">{source.timezone}</bdi>
          </Fact>
        ) : null}
        <AddressFact term={t('detail.address')} url={source.url} />
        {source.listedUrl && source.listedUrl !== source.url ? <AddressFact term={t('detail.listed')} url={source.listedUrl} /> : null}
        {source.siteUrl ? <AddressFact term={t('detail.site')} url={source.siteUrl} /> : null}
        <Fact term={t('detail.added')}>
          <Ago iso={source.addedAt} never={never} />
        </Fact>
      </dl>
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function AddressFact({ term, url }: { term: string; url: string }) {
  const web = webUrl(url);
  return (
    <Fact term={term}>
      <span dir="ltr" className="ltr-line text-[0.8125rem] break-all">
        {web ? (
          <a href={web} target="_blank" rel="noopener noreferrer nofollow" className="hover:text-accent hover:underline">
            {url}
          </a>
        ) : (
          url
        )}
      </span>
    </Fact>
  );
}

const PUSH_STATES = ['wanted', 'requested', 'active', 'denied', 'quiet', 'lapsing'] as const;

function PushFact({ source: { push } }: { source: Source }) {
  const t = useTranslations('sources.detail');
  if (!push) return null;
  const state = PUSH_STATES.find((one) => one === push.state) ?? 'other';
  return (
    <Fact term={t('hub')}>
      {t(`hubState.${state}`)}
      <span className="block text-xs text-faint">
        {push.lastPushAt ? <Ago iso={push.lastPushAt} never="" /> : t('neverPushed')}
        {' · '}
        <bdi dir="ltr">{push.hub}</bdi>
      </span>
    </Fact>
  );
}
