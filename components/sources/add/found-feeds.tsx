'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import type { Discovery, FoundFeed } from '@/lib/source';
import { Button } from '../../ui/button';
import { draftFrom } from '../draft';
import { Technical, withoutAddress } from '../failure';
import { SourceFields, type SourceDraft } from '../fields';
import { FeedPreview } from './feed-preview';

interface Props {
  found: Extract<Discovery, { ok: true }>;
  folders: readonly string[];
  adding: boolean;
  problem: string | null;
  onAdd(feed: FoundFeed, draft: SourceDraft): void;
  onShow(id: number): void;
}

/** The feeds of a site to choose from; what the chosen one holds; and what is to be said of it. */
export function FoundFeeds({ found: { feeds, failed }, folders, adding, problem, onAdd, onShow }: Props) {
  const t = useTranslations('sources.add');
  const [chosen, setChosen] = useState(() => feeds.find(({ known }) => known === null) ?? feeds[0]);
  const [draft, setDraft] = useState(() => (chosen ? draftFrom(chosen, '') : null));
  const choose = (feed: FoundFeed) => {
    setChosen(feed);
    setDraft((now) => ({ ...draftFrom(feed, now?.folder ?? ''), country: now?.country ?? '', publisherName: now?.publisherName ?? '' }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen && draft) onAdd(chosen, draft);
  };
  return (
    <form onSubmit={submit} data-testid="found-feeds" className="flex flex-col gap-6">
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 text-sm font-semibold">{t('found', { count: feeds.length })}</legend>
        {feeds.map((feed) => (
          <FeedChoice key={feed.url} feed={feed} chosen={feed === chosen} onChoose={() => choose(feed)} />
        ))}
        <Unreadable failed={failed} />
      </fieldset>
      {chosen ? <FeedPreview feed={chosen} /> : null}
      {chosen && draft && chosen.known === null ? (
        <>
          <SourceFields draft={draft} folders={folders} onDraft={setDraft} />
          {problem ? (
            <p role="alert" className="text-sm text-bad">
              {problem}
            </p>
          ) : null}
          <div>
            <Button type="submit" tone="strong" disabled={adding || draft.title.trim() === ''} data-testid="add-confirm">
              {adding ? t('adding') : t('add')}
            </Button>
          </div>
        </>
      ) : null}
      {chosen && chosen.known !== null ? <KnownFeed id={chosen.known} onShow={onShow} /> : null}
    </form>
  );
}

function FeedChoice({ feed, chosen, onChoose }: { feed: FoundFeed; chosen: boolean; onChoose(): void }) {
  const t = useTranslations('sources.add');
  return (
    <label data-testid="found-feed" data-known={feed.known !== null || undefined} className="choice-card">
      <input type="radio" name="feed" checked={chosen} onChange={onChoose} className="mt-1.5 size-4 shrink-0 accent-(--accent)" />
      <span className="min-w-0 flex-1 leading-6">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <bdi className="font-medium">{feed.title ?? feed.url}</bdi>
          <span className="text-xs text-faint tabular-nums">{t('entries', { count: feed.entries })}</span>
          {feed.known === null ? null : <span className="rounded bg-warn-soft px-1.5 text-xs leading-5 text-warn">{t('known')}</span>}
        </span>
        <span dir="ltr" className="ltr-line truncate text-xs text-faint" title={feed.url}>
          {feed.url}
        </span>
      </span>
    </label>
  );
}

function KnownFeed({ id, onShow }: { id: number; onShow(id: number): void }) {
  const t = useTranslations('sources.add');
  return (
    <p className="flex items-center gap-3 text-sm text-warn">
      {t('known')}
      <Button onClick={() => onShow(id)}>{t('showKnown')}</Button>
    </p>
  );
}

function Unreadable({ failed }: { failed: Extract<Discovery, { ok: true }>['failed'] }) {
  const t = useTranslations();
  if (failed.length === 0) return null;
  return (
    <div data-testid="found-failed" className="mt-1 text-sm">
      <p className="text-soft">{t('sources.add.unreadable')}</p>
      <ul className="mt-1 flex flex-col gap-1.5">
        {failed.map(({ url, outcome, detail }) => (
          <li key={url}>
            <span className="text-bad">{t(`outcome.${outcome}`)}</span>{' '}
            <bdi dir="ltr" className="text-xs break-all text-faint">
              {url}
            </bdi>
            <Technical text={withoutAddress(detail, url)} className="line-clamp-2" />
          </li>
        ))}
      </ul>
    </div>
  );
}
