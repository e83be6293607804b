'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { useKeys } from '../keys/use-keys';
import type { Hold } from '../live/batch';
import type { Connection } from '../live/connection';
import type { Reading } from '../live/use-reading';
import { PauseIcon, PlayIcon } from '../ui/icons';
import { NewPill } from './new-pill';

export type Follow = 'live' | 'caught-up' | 'waiting' | 'paused' | 'catching-up' | 'cut-off';

/** What the list does at this moment: shows what comes, holds it back for its reader, or has to make up for a break first. */
export function followOf(phase: Connection['phase'], paused: boolean, hold: Hold, waiting: number): Follow {
  if (paused) return 'paused';
  if (phase === 'catching-up') return 'catching-up';
  if (phase !== 'live') return 'cut-off';
  if (hold === 'nothing') return 'live';
  return waiting > 0 ? 'waiting' : 'caught-up';
}

const DOTS: Record<Follow, string> = {
  live: 'bg-live', 'caught-up': 'bg-accent', waiting: 'bg-accent', paused: 'bg-warn', 'catching-up': 'bg-warn pulse', 'cut-off': 'bg-faint',
};

const ignore = () => {};

interface Props {
  reading: Reading;
  connection: Connection;
  /** how many wait */
  waiting: number;
  /** shows them; null where another list is shown, which they don't belong to */
  onRelease: (() => void) | null;
}

/** Whether the list moves by itself, and the button that stops it. What waits takes the place of the words: the bar stays as it is. */
export function FollowState({ reading, connection, waiting, onRelease }: Props) {
  const t = useTranslations('feed');
  const hold = useSyncExternalStore(reading.watch, reading.hold, () => 'nothing' as const);
  const follow = followOf(connection.phase, reading.paused, hold, waiting);
  const toggle = () => reading.pause(!reading.paused);
  useKeys({ pause: toggle });
  const Icon = reading.paused ? PlayIcon : PauseIcon;
  const action = reading.paused ? t('resume') : t('pause');
  return (
    <div data-testid="follow" data-follow={follow} className="flex min-w-0 flex-1 items-center gap-2">
      <button
        type="button"
        data-testid="pause"
        aria-pressed={reading.paused}
        aria-label={t('pause')}
        title={action}
        onClick={toggle}
        className="grid size-7 shrink-0 place-items-center rounded-md border border-line text-soft hover:border-line-strong hover:text-ink aria-pressed:border-transparent aria-pressed:bg-warn-soft aria-pressed:text-warn"
      >
        <Icon />
      </button>
      <span className={`size-2 shrink-0 rounded-full ${DOTS[follow]}`} aria-hidden="true" />
      <span className={waiting > 0 && onRelease ? 'sr-only' : 'truncate'} title={t(`follow.${follow}`, { count: waiting })}>
        {t(`follow.${follow}`, { count: waiting })}
      </span>
      <NewPill count={onRelease ? waiting : 0} onRelease={onRelease ?? ignore} />
    </div>
  );
}
