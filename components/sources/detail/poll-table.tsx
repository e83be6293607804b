'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { isSuccess } from '@/lib/feed';
import type { Source, SourcePoll } from '@/lib/source';
import { useTimeZone } from '../../ui/clock';
import { formatBytes, formatMoment, formatNumber } from '../../ui/format';
import { AlertIcon, CheckIcon } from '../../ui/icons';
import { useUiLocale } from '../../ui/use-locale';
import { ask, type Answer } from '../../ui/ask';
import { Technical, withoutAddress } from '../failure';
import type { SourceDetail } from '../use-source-actions';
import { useWordsOf } from '../words-of';

/** What the last checks of a feed came to; asked for anew after each. */
export function PollTable({ source }: { source: Source }) {
  const t = useTranslations('sources');
  const wordsOf = useWordsOf();
  const answer = usePolls(source);
  return (
    <section aria-label={t('detail.polls')}>
      <h3 className="mb-2 text-sm font-semibold">{t('detail.polls')}</h3>
      {answer === null ? <p className="text-sm text-faint">{t('detail.pollsLoading')}</p> : null}
      {answer?.outcome === 'failed' ? (
        <p role="alert" className="text-sm text-bad">
          {answer.status === 404 ? t('detail.gone') : t('failed', { reason: wordsOf(answer) })}
        </p>
      ) : null}
      {answer?.outcome === 'done' ? <Polls polls={answer.value.polls} url={source.url} /> : null}
    </section>
  );
}

function usePolls({ id, lastPollAt }: Source): Answer<SourceDetail> | null {
  const [answer, setAnswer] = useState<Answer<SourceDetail> | null>(null);
  useEffect(() => {
    let stale = false;
    void ask<SourceDetail>(`/api/sources/${id}`).then((next) => {
      if (!stale) setAnswer(next);
    });
    return () => {
      stale = true;
    };
  }, [id, lastPollAt]);
  return answer;
}

function Polls({ polls, url }: { polls: readonly SourcePoll[]; url: string }) {
  const t = useTranslations('sources.detail');
  if (polls.length === 0) return <p className="text-sm text-faint">{t('pollsEmpty')}</p>;
  return (
    <table data-testid="polls" className="polls">
      <thead>
        <tr>
          <th scope="col">{t('when')}</th>
          <th scope="col">{t('outcome')}</th>
          <th scope="col">{t('entries')}</th>
          <th scope="col">{t('new')}</th>
          <th scope="col">{t('edited')}</th>
          <th scope="col">{t('size')}</th>
        </tr>
      </thead>
      <tbody>
        {polls.map((poll) => (
          <PollRow key={poll.startedAt} poll={poll} url={url} />
        ))}
      </tbody>
    </table>
  );
}

function PollRow({ poll, url }: { poll: SourcePoll; url: string }) {
  const t = useTranslations('outcome');
  const locale = useUiLocale();
  const timeZone = useTimeZone();
  const good = isSuccess(poll.outcome);
  const count = (value: number) => (value === 0 ? <span className="text-faint">0</span> : formatNumber(value, locale));
  return (
    <tr data-outcome={poll.outcome}>
      <td>
        <time dateTime={poll.startedAt} className="whitespace-nowrap">
          {formatMoment(poll.startedAt, locale, timeZone)}
        </time>
      </td>
      <td>
        <span className={`flex items-start gap-1.5 ${good ? '' : 'text-bad'}`}>
          {good ? <CheckIcon className="mt-1 shrink-0 text-live" /> : <AlertIcon className="mt-1 shrink-0" />}
          <span className="inline-block first-letter:uppercase">
            {t(poll.outcome)}
            {poll.httpStatus === null ? null : <span className="text-faint tabular-nums"> {poll.httpStatus}</span>}
          </span>
        </span>
        {poll.detail ? <Technical text={withoutAddress(poll.detail, url)} className="line-clamp-2" /> : null}
      </td>
      <td>{count(poll.entries)}</td>
      <td>{count(poll.newArticles)}</td>
      <td>{count(poll.edited)}</td>
      <td className="whitespace-nowrap">{poll.bytes === null ? '' : formatBytes(poll.bytes, locale)}</td>
    </tr>
  );
}
