'use client';

import { useTranslations } from 'next-intl';
import type { Mark } from '@/lib/reader';
import { HiddenIcon, NoteIcon, StarIcon } from '../ui/icons';

export interface MarkActions {
  onStar(id: string): void;
  onHide(id: string): void;
}

interface Props {
  id: string;
  mark: Mark;
  titleId: string;
  actions: MarkActions;
}

/** What a reader does with an article from the list. What is not set shows when the card is pointed at, or has the keys. */
export function CardActions({ id, mark, titleId, actions }: Props) {
  const t = useTranslations('feed');
  return (
    <span className="card-actions">
      {mark.note !== null ? (
        <span data-mark="note" title={mark.note} className="text-accent">
          <NoteIcon />
          <span className="sr-only">{t('hasNote')}</span>
        </span>
      ) : null}
      <button
        type="button"
        data-action="hide"
        aria-describedby={titleId}
        aria-label={t('hide')}
        title={t('hide')}
        onClick={() => actions.onHide(id)}
        className="card-action"
      >
        <HiddenIcon />
      </button>
      <button
        type="button"
        data-action="star"
        aria-describedby={titleId}
        aria-pressed={mark.starred}
        aria-label={t('star')}
        title={mark.starred ? t('unstar') : t('star')}
        onClick={() => actions.onStar(id)}
        className="card-action"
      >
        <StarIcon filled={mark.starred} />
      </button>
    </span>
  );
}
