'use client';

import { useTranslations } from 'next-intl';
import type { Catch, TopicPreview } from '@/lib/own-topic';
import type { TopicDefinition, TopicEvidence } from '@/lib/topic';
import { webUrl } from '../../feed/web-url';
import { useTimeZone } from '../../ui/clock';
import { formatDate, formatNumber } from '../../ui/format';
import { RelativeTime } from '../../ui/relative-time';
import { useUiLocale } from '../../ui/use-locale';
import { piecesOf } from './pieces';
import { usePreview } from './use-preview';

/** What the topic would have caught in the last days, as it is being written. */
export function Preview({ definition }: { definition: TopicDefinition }) {
  const t = useTranslations('topics.preview');
  const { preview, busy, problem } = usePreview(definition);
  return (
    <section aria-labelledby="preview-title" aria-busy={busy} data-testid="topic-preview" data-count={busy ? undefined : preview?.count} className="flex min-w-0 flex-col gap-3">
      <h3 id="preview-title" className="text-sm font-semibold">
        {t('title')}
      </h3>
      {problem ? (
        <p role="alert" className="text-sm text-bad">
          {problem}
        </p>
      ) : null}
      {preview === null ? <p className="text-sm text-soft">{busy ? t('looking') : t('blank')}</p> : <Result preview={preview} busy={busy} />}
    </section>
  );
}

function Result({ preview, busy }: { preview: TopicPreview; busy: boolean }) {
  const t = useTranslations('topics.preview');
  const locale = useUiLocale();
  const timeZone = useTimeZone();
  const { count, looked, since, partial, perDay, newest } = preview;
  return (
    <div className={`flex flex-col gap-3 ${busy ? 'opacity-60' : ''}`}>
      <p role="status" className="text-sm">
        <strong className="text-base">{t('count', { count })}</strong>{' '}
        <span className="text-soft">
          {partial && since
            ? t('ofPart', { looked: formatNumber(looked, locale), since: formatDate(since.slice(0, 10), locale, timeZone) })
            : t('ofAll', { looked: formatNumber(looked, locale) })}
        </span>
      </p>
      <Days perDay={perDay} />
      {newest.length > 0 ? (
        <ul className="flex flex-col divide-y divide-line border-y border-line">
          {newest.map((one) => (
            <CatchItem key={one.id} one={one} />
          ))}
        </ul>
      ) : null}
      {count > newest.length ? <p className="text-xs text-faint">{t('newestOnly', { shown: newest.length })}</p> : null}
    </div>
  );
}

const HEIGHT = 40;

/** Time runs to the right in both languages. */
function Days({ perDay }: { perDay: TopicPreview['perDay'] }) {
  const t = useTranslations('topics.preview');
  const locale = useUiLocale();
  const timeZone = useTimeZone();
  const most = Math.max(1, ...perDay.map(({ count }) => count ?? 0));
  return (
    <ol dir="ltr" aria-label={t('perDay')} className="flex items-end gap-1.5">
      {perDay.map(({ day, count }) => (
        <li key={day} className="flex min-w-0 flex-1 flex-col items-center gap-0.5 text-xs text-faint">
          <span className="tabular-nums">{count === null ? '–' : formatNumber(count, locale)}</span>
          <svg width="100%" height={HEIGHT} aria-hidden="true" preserveAspectRatio="none" viewBox={`0 0 10 ${HEIGHT}`}>
            <rect x={0} width={10} y={HEIGHT - barHeight(count, most)} height={barHeight(count, most)} className={count ? 'fill-topic' : 'fill-line'} />
          </svg>
          <span className="max-w-full truncate" dir="auto">
            {formatDate(day, locale, timeZone)}
          </span>
        </li>
      ))}
    </ol>
  );
}

const barHeight = (count: number | null, most: number) => (count ? Math.max(2, (count / most) * HEIGHT) : 1);

function CatchItem({ one }: { one: Catch }) {
  const t = useTranslations('topics.preview');
  const url = webUrl(one.url);
  const title = <Marked text={one.title} evidence={one.evidence.filter(({ field }) => field === 'title')} />;
  return (
    <li data-testid="catch" dir={one.dir} className="flex flex-col gap-0.5 py-2">
      <h4 className="text-sm font-medium">
        {url ? (
          <a href={url} target="_blank" rel="noreferrer noopener" className="hover:underline">
            {title}
          </a>
        ) : (
          title
        )}
      </h4>
      <p className="text-sm text-soft">
        <Marked text={one.excerpt} evidence={one.evidence.filter(({ field }) => field === 'text')} />
      </p>
      <p className="text-xs text-faint">
        <bdi>{one.publisher}</bdi> · <RelativeTime iso={one.sortAt} hint={(exact) => t('exact', { exact })} />
      </p>
    </li>
  );
}

/** The words that count are lit up; which rule they fulfil is said when they are pointed at. */
function Marked({ text, evidence }: { text: string; evidence: readonly TopicEvidence[] }) {
  return piecesOf(text, evidence).map(({ start, text: piece, rule }) =>
    rule === null ? (
      piece
    ) : (
      <mark key={start} className="evidence" data-kind="topic" data-lit="" title={rule}>
        {piece}
      </mark>
    ),
  );
}
