'use client';

import { useTranslations } from 'next-intl';
import { useId, useState, type FormEvent } from 'react';
import type { OwnTopic } from '@/lib/own-topic';
import { TextField } from '../../sources/fields';
import { useWordsOf } from '../../sources/words-of';
import { useGate } from '../../sources/write-gate';
import { Button } from '../../ui/button';
import { ColourDot } from '../../ui/colour-dot';
import { definitionOf, inputOf, type TopicDraft } from '../draft';
import { Progress } from '../progress';
import { ColourField } from './colour-field';
import { PhraseRows } from './phrase-rows';
import { Preview } from './preview';

interface Props {
  /** null: it is new */
  topic: OwnTopic | null;
  first: TopicDraft;
  /** with what was done, and the topic's id; null: it is gone */
  onDone(said: string, id: string | null): void;
  onCancel(): void;
  /** with each change, so that it can be gone on with after something else was looked at */
  onDraft(draft: TopicDraft): void;
}

const MOST_NAME = 60;

/** A topic of one's own as it is written; beside it what it would have caught. */
export function TopicEditor({ topic, first, onDone, onCancel, onDraft }: Props) {
  const t = useTranslations('topics');
  const gate = useGate();
  const [draft, setDraft] = useState(first);
  const { busy, problem, forget, save, remove } = useTopicWrites(topic, draft, onDone);
  const change = (part: Partial<TopicDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    onDraft(next);
    forget();
  };
  return (
    <div data-testid="topic-editor" className="grid gap-6 p-4 md:p-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <form onSubmit={(event) => void save(event)} className="flex min-w-0 flex-col gap-5">
        <div className="flex flex-col gap-2">
          <h2 data-topic-heading={topic?.id} tabIndex={-1} className="flex items-center gap-2 text-lg font-semibold">
            <ColourDot colour={draft.colour} />
            {topic ? <bdi>{topic.name}</bdi> : t('newTitle')}
          </h2>
          {topic ? <Progress retag={topic.retag} name={topic.name} /> : null}
          {topic ? (
            <a href={`/?topic=${encodeURIComponent(topic.id)}`} className="self-start text-sm text-accent hover:underline">
              {t('showArticles')}
            </a>
          ) : null}
        </div>
        <TextField label={t('field.name')} name="name" dir="auto" required maxLength={MOST_NAME} value={draft.name} readOnly={!gate.open} autoFocus={topic === null} onText={(name) => change({ name })} />
        {gate.open ? <ColourField colour={draft.colour} onColour={(colour) => change({ colour })} /> : null}
        <PhraseRows rows={draft.rows} readOnly={!gate.open} onRows={(rows) => change({ rows })} />
        <Lines name="must" text={draft.must} readOnly={!gate.open} onText={(must) => change({ must })} />
        <Lines name="mustNot" text={draft.mustNot} readOnly={!gate.open} onText={(mustNot) => change({ mustNot })} />
        {problem ? (
          <p role="alert" data-testid="topic-problem" className="text-sm text-bad">
            {t('failed', { reason: problem })}
          </p>
        ) : null}
        {gate.open ? <Buttons busy={busy} onCancel={onCancel} onRemove={topic ? remove : null} name={topic?.name ?? ''} /> : null}
      </form>
      {gate.open ? <Preview definition={definitionOf(draft)} /> : null}
    </div>
  );
}

function useTopicWrites(topic: OwnTopic | null, draft: TopicDraft, onDone: Props['onDone']) {
  const t = useTranslations('topics');
  const gate = useGate();
  const wordsOf = useWordsOf();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function run<T>(path: string, method: 'POST' | 'PUT' | 'DELETE', json: unknown, done: (value: T) => void) {
    setBusy(true);
    const answer = await gate.write<T>(path, { method, json });
    setBusy(false);
    setProblem(answer.outcome === 'failed' ? wordsOf(answer) : null);
    if (answer.outcome === 'done') done(answer.value);
  }

  return {
    busy,
    problem,
    /** what was wrong is being mended */
    forget: () => setProblem(null),
    save(event: FormEvent) {
      event.preventDefault();
      const path = topic ? `/api/topics/${topic.id}` : '/api/topics';
      return run<OwnTopic | null>(path, topic ? 'PUT' : 'POST', inputOf(draft), (saved) => onDone(t('saved', { name: draft.name.trim() }), saved?.id ?? null));
    },
    remove: () => (topic ? run(`/api/topics/${topic.id}`, 'DELETE', undefined, () => onDone(t('deleted', { name: topic.name }), null)) : Promise.resolve()),
  };
}

function Lines({ name, text, readOnly, onText }: { name: 'must' | 'mustNot'; text: string; readOnly: boolean; onText(text: string): void }) {
  const t = useTranslations('topics');
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {t(name)}
      </label>
      <textarea
        id={id}
        name={name}
        value={text}
        readOnly={readOnly}
        rows={2}
        dir="auto"
        aria-describedby={`${id}-hint`}
        onChange={(event) => onText(event.target.value)}
        className="field h-auto min-h-16 resize-y py-1.5"
      />
      <span id={`${id}-hint`} className="text-xs text-faint">
        {t(`field.${name}Hint`)}
      </span>
    </div>
  );
}

interface ButtonsProps {
  busy: boolean;
  name: string;
  onCancel(): void;
  onRemove: (() => Promise<void>) | null;
}

function Buttons({ busy, name, onCancel, onRemove }: ButtonsProps) {
  const t = useTranslations('topics');
  const [sure, setSure] = useState(false);
  if (sure && onRemove)
    return (
      <div className="flex flex-wrap items-center gap-2 rounded-md bg-bad-soft p-3">
        <p className="text-sm">{t('deleteSure', { name })}</p>
        <Button tone="bad" data-testid="delete-sure" disabled={busy} onClick={() => void onRemove()}>
          {t('delete')}
        </Button>
        <Button tone="quiet" onClick={() => setSure(false)}>
          {t('cancel')}
        </Button>
      </div>
    );
  return (
    <div className="flex flex-wrap gap-2">
      <Button type="submit" tone="strong" data-testid="save-topic" disabled={busy}>
        {busy ? t('saving') : t('save')}
      </Button>
      <Button tone="quiet" onClick={onCancel}>
        {t('cancel')}
      </Button>
      {onRemove ? (
        <Button tone="bad" data-testid="delete-topic" className="ms-auto" onClick={() => setSure(true)}>
          {t('delete')}
        </Button>
      ) : null}
    </div>
  );
}
