'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isSuccess } from '@/lib/feed';
import type { Source, SourceChange, SourcePoll } from '@/lib/source';
import { ask } from '../ui/ask';
import type { LiveSources } from './use-sources';
import { useWordsOf } from './words-of';
import { useGate } from './write-gate';

/** Said once, for everybody to see and hear, after something was done. */
export interface Announcement {
  tone: 'good' | 'bad';
  text: string;
}

export interface SourceDetail {
  source: Source;
  polls: SourcePoll[];
}

export interface SourceActions {
  asking: ReadonlySet<number>;
  said: Announcement | null;
  say(said: Announcement | null): void;
  onAsk(source: Source): Promise<void>;
  onPause(source: Source, paused: boolean): Promise<void>;
  /** @returns what went wrong, in words; null where nothing did */
  change(source: Source, change: SourceChange): Promise<string | null>;
  remove(source: Source, articles: 'keep' | 'delete'): Promise<string | null>;
}

type Words = ReturnType<typeof useTranslations<never>>;

const LOOK_EVERY_MS = 700;
const GIVE_UP_AFTER_MS = 60_000;

/** What can be done to a source that is there. All but "ask now" are over when the server has answered; that one when the feed has. */
export function useSourceActions({ put, drop }: Pick<LiveSources, 'put' | 'drop'>): SourceActions {
  const t = useTranslations();
  const gate = useGate();
  const wordsOf = useWordsOf();
  const [asking, setAsking] = useState<ReadonlySet<number>>(new Set());
  const [said, say] = useState<Announcement | null>(null);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const change = useCallback(
    async ({ id }: Source, what: SourceChange) => {
      const answer = await gate.write<Source>(`/api/sources/${id}`, { method: 'PATCH', json: what });
      if (answer.outcome === 'done') put(answer.value);
      return answer.outcome === 'failed' ? wordsOf(answer) : null;
    },
    [gate, put, wordsOf],
  );

  const onPause = useCallback(
    async (source: Source, paused: boolean) => {
      const reason = await change(source, { paused });
      say(reason === null ? null : { tone: 'bad', text: t('sources.failed', { reason }) });
    },
    [change, t],
  );

  const onAsk = useCallback(
    async (source: Source) => {
      const mark = (on: boolean) => setAsking((all) => new Set(on ? [...all, source.id] : [...all].filter((id) => id !== source.id)));
      mark(true);
      const before = await ask<SourceDetail>(`/api/sources/${source.id}`);
      const answer = await gate.write<null>(`/api/sources/${source.id}/ask`, { method: 'POST' });
      if (answer.outcome === 'failed') say({ tone: 'bad', text: t('sources.failed', { reason: wordsOf(answer) }) });
      if (answer.outcome === 'done') {
        const known = before.outcome === 'done' ? before.value.source : source;
        const detail = await untilAsked(known, () => mounted.current);
        if (detail) put(detail.source);
        say(wordsFor(detail, t));
      }
      mark(false);
    },
    [gate, put, t, wordsOf],
  );

  const remove = useCallback(
    async ({ id, title }: Source, articles: 'keep' | 'delete') => {
      const answer = await gate.write<{ removed: number }>(`/api/sources/${id}?articles=${articles}`, { method: 'DELETE' });
      if (answer.outcome === 'failed') return wordsOf(answer);
      if (answer.outcome === 'done') {
        drop(id);
        say({ tone: 'good', text: t('sources.remove.done', { name: title, count: answer.value.removed }) });
      }
      return null;
    },
    [gate, drop, t, wordsOf],
  );

  return { asking, said, say, onAsk, onPause, change, remove };
}

/** What the newest check came to. */
function wordsFor(detail: SourceDetail | null, t: Words): Announcement {
  const poll = detail?.polls[0];
  if (!detail || !poll) return { tone: 'bad', text: t('sources.askWaiting') };
  const outcome = t('sources.askedOutcome', { outcome: t(`outcome.${poll.outcome}`) });
  const good = isSuccess(poll.outcome);
  const parts = [detail.source.title, outcome, ...(good ? [t('sources.askedNew', { count: poll.newArticles })] : [])];
  return { tone: good ? 'good' : 'bad', text: parts.join(' · ') };
}

/** Looks until a check was recorded that began after this was asked for; null where none was in a minute. */
async function untilAsked({ id, lastPollAt }: Source, wanted: () => boolean): Promise<SourceDetail | null> {
  const end = Date.now() + GIVE_UP_AFTER_MS;
  while (wanted() && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    const answer = await ask<SourceDetail>(`/api/sources/${id}`);
    if (answer.outcome === 'done' && answer.value.source.lastPollAt !== lastPollAt) return answer.value;
  }
  return null;
}
