'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Button } from '../../ui/button';
import { ChevronIcon, CloseIcon, PlusIcon } from '../../ui/icons';
import { emptyRow, LEVELS, levelOf, NEAR_WORDS, type Level, type PhraseRow } from '../draft';

interface Props {
  rows: readonly PhraseRow[];
  readOnly: boolean;
  onRows(rows: PhraseRow[]): void;
}

const MOST_CHARACTERS = 120;

/** The phrases, a row each: what it says, how much, and what has to stand near it. Enter goes on to a new one. */
export function PhraseRows({ rows, readOnly, onRows }: Props) {
  const t = useTranslations('topics.field');
  const list = useRef<HTMLUListElement>(null);
  const put = (row: PhraseRow) => onRows(rows.map((one) => (one.key === row.key ? row : one)));
  const add = () => {
    onRows([...rows, emptyRow()]);
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus());
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-2" disabled={readOnly}>
      <legend className="mb-1 text-sm font-medium">{t('phrases')}</legend>
      <p className="text-xs text-faint">{t('phrasesHint')}</p>
      <ul ref={list} className="flex flex-col gap-2">
        {rows.map((row, n) => (
          <Row
            key={row.key}
            row={row}
            n={n + 1}
            onRow={put}
            onNext={add}
            onRemove={rows.length > 1 ? () => onRows(rows.filter(({ key }) => key !== row.key)) : null}
          />
        ))}
      </ul>
      {readOnly ? null : (
        <Button data-testid="add-phrase" onClick={add} className="self-start">
          <PlusIcon />
          {t('addPhrase')}
        </Button>
      )}
    </fieldset>
  );
}

interface RowProps {
  row: PhraseRow;
  n: number;
  onRow(row: PhraseRow): void;
  onNext(): void;
  onRemove: (() => void) | null;
}

function Row({ row, n, onRow, onNext, onRemove }: RowProps) {
  const t = useTranslations('topics.field');
  return (
    <li data-testid="phrase-row" className="flex flex-wrap items-center gap-x-2 gap-y-1.5 rounded-md border border-line bg-surface p-2">
      <input
        value={row.phrase}
        onChange={(event) => onRow({ ...row, phrase: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onNext();
        }}
        dir="auto"
        maxLength={MOST_CHARACTERS}
        autoComplete="off"
        aria-label={t('phraseN', { n })}
        placeholder={t('phrasePlaceholder')}
        className="field min-w-40 flex-1"
      />
      <WeightSelect weight={row.weight} n={n} onWeight={(weight) => onRow({ ...row, weight })} />
      <Button tone="quiet" aria-expanded={row.near !== null} onClick={() => onRow({ ...row, near: row.near ? null : { phrase: '', words: NEAR_WORDS } })}>
        {t('near')}
      </Button>
      {onRemove ? (
        <button type="button" onClick={onRemove} aria-label={t('removePhrase', { n })} title={t('removePhrase', { n })} className="grid size-8 place-items-center rounded text-faint hover:text-bad">
          <CloseIcon />
        </button>
      ) : null}
      {row.near ? <NearFields near={row.near} n={n} onNear={(near) => onRow({ ...row, near })} /> : null}
    </li>
  );
}

function WeightSelect({ weight, n, onWeight }: { weight: number; n: number; onWeight(weight: number): void }) {
  const t = useTranslations('topics.field');
  const level = levelOf(weight);
  return (
    <span className="field-select">
      <select aria-label={t('weightN', { n })} value={level ?? 'other'} onChange={(event) => onWeight(LEVELS[event.target.value as Level])}>
        {(Object.keys(LEVELS) as Level[]).map((one) => (
          <option key={one} value={one}>
            {t(`level.${one}`)}
          </option>
        ))}
        {level === null ? (
          <option value="other" disabled>
            {t('level.other', { weight: String(weight) })}
          </option>
        ) : null}
      </select>
      <ChevronIcon className="rotate-90" />
    </span>
  );
}

function NearFields({ near, n, onNear }: { near: NonNullable<PhraseRow['near']>; n: number; onNear(near: NonNullable<PhraseRow['near']>): void }) {
  const t = useTranslations('topics.field');
  return (
    <div className="flex w-full flex-wrap items-center gap-2 ps-3 text-sm text-soft">
      <span>{t('nearWithin')}</span>
      <input
        type="number"
        min={1}
        max={50}
        value={near.words}
        onChange={(event) => onNear({ ...near, words: Math.min(50, Math.max(1, Math.round(event.target.valueAsNumber) || 1)) })}
        aria-label={t('nearWordsN', { n })}
        className="field w-18"
      />
      <span>{t('nearWords', { count: near.words })}</span>
      <input
        value={near.phrase}
        required
        onChange={(event) => onNear({ ...near, phrase: event.target.value })}
        dir="auto"
        maxLength={MOST_CHARACTERS}
        autoComplete="off"
        aria-label={t('nearPhraseN', { n })}
        placeholder={t('phrasePlaceholder')}
        className="field min-w-40 flex-1"
      />
    </div>
  );
}
