'use client';

import { useTranslations } from 'next-intl';
import { memo, type ReactNode, type Ref } from 'react';
import type { Source } from '@/lib/source';
import { FolderIcon, PauseIcon, PlayIcon, RefreshIcon } from '../ui/icons';
import { countryName, languageName } from '../ui/names';
import { useUiLocale } from '../ui/use-locale';
import { LastFailure } from './failure';
import { Health } from './health';
import { Rate, Sparkline } from './sparkline';
import { Ago, NextCheck, NextReason } from './times';

export interface RowActions {
  onOpen(id: number): void;
  onAsk(source: Source): void;
  onPause(source: Source, paused: boolean): void;
}

interface Props extends RowActions {
  source: Source;
  /** its place in the list, from 1; the header is row 1 of the table */
  place: number;
  asking: boolean;
  canWrite: boolean;
  /** the list measures its rows: a narrow screen stacks their cells */
  measure: Ref<HTMLDivElement>;
}

/** One feed of the list. The same cells stand side by side, or in a card on a narrow screen. */
export const SourceRow = memo(function SourceRow({ source, place, asking, canWrite, measure, ...actions }: Props) {
  const t = useTranslations('sources');
  return (
    <div
      ref={measure}
      role="row"
      aria-rowindex={place + 1}
      data-index={place - 1}
      data-source-id={source.id}
      data-health={source.health}
      className="source-row"
    >
      <Cell area="health">
        <Health health={source.health} />
      </Cell>
      <Cell area="source">
        <Name source={source} onOpen={actions.onOpen} />
      </Cell>
      <Cell area="filed">
        <Filed source={source} />
      </Cell>
      <Cell area="rate" className="flex items-center gap-2.5">
        <Sparkline perDay={source.perDay} />
        <Rate perDay={source.perDay} />
      </Cell>
      <Cell area="success" label={t('column.success')}>
        <Ago iso={source.lastSuccessAt} never={t('never')} />
      </Cell>
      <Cell area="failure" label={t('column.failure')} state={source.lastFailureAt === null ? 'none' : source.failures > 0 ? 'lasts' : 'past'}>
        <LastFailure source={source} brief />
      </Cell>
      <Cell area="next" label={t('column.next')}>
        {asking ? <span className="text-accent">{t('asking')}</span> : <NextCheck source={source} />}
        <span className="reason" data-testid="reason">
          <NextReason source={source} />
        </span>
      </Cell>
      <Cell area="actions" className="flex items-center justify-end gap-1">
        {canWrite && !source.sample ? <Actions source={source} asking={asking} {...actions} /> : null}
      </Cell>
    </div>
  );
});

interface CellProps {
  area: string;
  /** said before the cell where no column header stands above it */
  label?: string;
  /** how much there is to say: a narrow screen has no room for what says nothing */
  state?: 'none' | 'past' | 'lasts';
  className?: string;
  children: ReactNode;
}

function Cell({ area, label, state, className = '', children }: CellProps) {
  return (
    <div role="cell" data-cell={area} data-state={state} className={className}>
      {label ? <span className="cell-label">{label}</span> : null}
      {children}
    </div>
  );
}

function Name({ source, onOpen }: { source: Source; onOpen(id: number): void }) {
  const t = useTranslations('sources');
  const { id, title, publisher, url, sample, fullArticles, push } = source;
  return (
    <>
      <span className="flex min-w-0 items-center gap-2">
        <button
          type="button"
          data-testid="source-open"
          onClick={() => onOpen(id)}
          title={title}
          aria-label={t('open', { name: title })}
          className="min-w-0 text-[0.9375rem] leading-6 font-semibold hover:text-accent hover:underline hover:underline-offset-4"
        >
          <bdi className="block truncate">{title}</bdi>
        </button>
        {sample ? <Mark text={t('sample')} /> : null}
        {fullArticles ? <Mark text={t('fullArticles')} /> : null}
        {push?.state === 'active' ? <Mark text={t('push')} hint={t('pushHint')} /> : null}
      </span>
      <span className="block truncate text-xs leading-5 text-faint">
        {publisher.name === title ? null : (
          <>
            <bdi>{publisher.name}</bdi>
            {' · '}
          </>
        )}
        <bdi dir="ltr" title={url}>
          {hostOf(url)}
        </bdi>
      </span>
    </>
  );
}

function Mark({ text, hint }: { text: string; hint?: string }) {
  return (
    <span title={hint} className="shrink-0 rounded border border-line bg-sunken px-1.5 text-[0.6875rem] leading-4.5 text-soft">
      {text}
    </span>
  );
}

/** The site's name as readers know it. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./u, '') : url;
}

function Filed({ source: { language, country, folder } }: { source: Source }) {
  const locale = useUiLocale();
  const names = [language ? languageName(language, locale) : null, country ? countryName(country, locale) : null].filter(Boolean).join(' · ');
  return (
    <>
      <span className={names ? 'wrap-anywhere' : 'max-md:hidden'} title={names} suppressHydrationWarning>
        {names || <span className="text-faint">—</span>}
      </span>
      {folder ? (
        <span className="flex min-w-0 items-center gap-1 text-xs leading-5 text-faint" title={folder}>
          <FolderIcon className="shrink-0" />
          <bdi className="truncate">{folder.replaceAll('/', ' / ')}</bdi>
        </span>
      ) : null}
    </>
  );
}

function Actions({ source, asking, onAsk, onPause }: RowActions & { source: Source; asking: boolean }) {
  const t = useTranslations('sources');
  const { title: name } = source;
  const stopped = source.status !== 'active';
  return (
    <>
      <IconButton testId="source-ask" label={t('askName', { name })} hint={t('ask')} disabled={asking} onClick={() => onAsk(source)}>
        <RefreshIcon className={asking ? 'turning' : ''} />
      </IconButton>
      <IconButton
        testId="source-pause"
        label={stopped ? t('resumeName', { name }) : t('pauseName', { name })}
        hint={stopped ? t('resume') : t('pause')}
        onClick={() => onPause(source, !stopped)}
      >
        {stopped ? <PlayIcon /> : <PauseIcon />}
      </IconButton>
    </>
  );
}

interface IconButtonProps {
  testId: string;
  label: string;
  hint: string;
  disabled?: boolean;
  onClick(): void;
  children: ReactNode;
}

function IconButton({ testId, label, hint, disabled = false, onClick, children }: IconButtonProps) {
  return (
    <button
      type="button"
      data-testid={testId}
      aria-label={label}
      title={hint}
      aria-disabled={disabled}
      onClick={disabled ? undefined : onClick}
      className="grid size-8 place-items-center rounded-md border border-transparent text-soft hover:border-line-strong hover:text-ink aria-disabled:text-accent"
    >
      {children}
    </button>
  );
}
