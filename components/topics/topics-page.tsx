'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { TopicInput, TopicList as Topics } from '@/lib/own-topic';
import { PageFrame } from '../header/page-frame';
import { Announcer } from '../sources/announcer';
import type { Announcement } from '../sources/use-source-actions';
import { useGate } from '../sources/write-gate';
import { Button } from '../ui/button';
import { ChevronIcon, PlusIcon } from '../ui/icons';
import { BuiltInView } from './built-in-view';
import { draftOf, emptyDraft, type TopicDraft } from './draft';
import { TopicEditor } from './editor/topic-editor';
import { TopicList } from './topic-list';
import { useDrafts } from './use-drafts';
import { useTopics, type LiveTopics } from './use-topics';

interface Props {
  topics: Topics;
  /** the topic that the address names */
  chosen: string | null;
  writeAccess: 'open' | 'token' | 'read-only';
}

/** Owns the list and its live data. */
export function TopicsPage({ topics, chosen, writeAccess }: Props) {
  const t = useTranslations('topics');
  const live = useTopics(topics);
  return (
    <PageFrame page="topics" connection={live.connection} skip={{ to: 'topic', text: t('skip') }} access={writeAccess}>
      <TopicsBody live={live} first={chosen} />
    </PageFrame>
  );
}

/** Set to a selector: what it names has the focus as soon as it is there. A topic just saved comes with the next list. */
function useFocusOnceThere(): RefObject<string | null> {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    const there = wanted.current === null ? null : document.querySelector<HTMLElement>(wanted.current);
    if (!there) return;
    wanted.current = null;
    there.focus();
  });
  return wanted;
}

/** The key of the draft of a topic that is not there yet. */
const NEW = 'new';

/** `draft`: one that is written anew, from nothing or from a built-in topic. */
type Shown = { kind: 'none' } | { kind: 'topic'; id: string } | { kind: 'draft'; key: number; draft: TopicDraft };

function TopicsBody({ live, first }: { live: LiveTopics; first: string | null }) {
  const t = useTranslations('topics');
  const gate = useGate();
  const { topics, problem, refresh } = live;
  const [shown, setShown] = useState<Shown>(first === null ? { kind: 'none' } : { kind: 'topic', id: first });
  const [said, say] = useState<Announcement | null>(null);
  const drafts = useDrafts();
  const focusNext = useFocusOnceThere();
  const show = useCallback((next: Shown) => {
    setShown(next);
    window.history.replaceState(null, '', next.kind === 'topic' ? `/topics?topic=${encodeURIComponent(next.id)}` : '/topics');
  }, []);
  const write = (from?: TopicInput) => {
    const blank = emptyDraft(topics.own.map(({ colour }) => colour));
    show({ kind: 'draft', key: Date.now(), draft: from ? { ...draftOf(from), colour: blank.colour } : (drafts.of(NEW) ?? blank) });
  };
  const done = (text: string, id: string | null) => {
    say({ tone: 'good', text });
    refresh();
    leave(id);
  };
  /** The draft is done with: saved, deleted or given up. */
  const leave = (next: string | null) => {
    drafts.drop(id ?? NEW);
    show(next === null ? { kind: 'none' } : { kind: 'topic', id: next });
    focusNext.current = next === null ? '[data-testid="new-topic"]' : `[data-topic-heading="${CSS.escape(next)}"]`;
  };
  const id = shown.kind === 'topic' ? shown.id : null;
  const own = topics.own.find((one) => one.id === id);
  const builtIn = topics.builtIn.find(({ topic }) => topic.id === id);
  return (
    <main className="mx-auto flex min-h-0 w-full max-w-[110rem] flex-1 bg-surface" data-shown={shown.kind}>
      <div className={`flex w-full flex-col overflow-y-auto border-line md:w-72 md:shrink-0 md:border-e ${shown.kind === 'none' ? '' : 'max-md:hidden'}`}>
        <div className="flex items-center justify-between gap-2 border-b border-line px-4 py-3">
          <h1 className="text-lg leading-8 font-semibold">{t('title')}</h1>
          {gate.open ? (
            <Button tone="strong" data-testid="new-topic" onClick={() => write()}>
              <PlusIcon />
              {t('new')}
            </Button>
          ) : null}
        </div>
        {problem ? (
          <p role="alert" className="px-4 py-2 text-sm text-bad">
            {t('stale', { reason: problem })}
          </p>
        ) : null}
        <TopicList topics={topics} chosen={id} onChoose={(one) => show({ kind: 'topic', id: one })} />
      </div>
      <div id="topic" className={`min-h-0 min-w-0 flex-1 overflow-y-auto ${shown.kind === 'none' ? 'max-md:hidden' : ''}`}>
        <button type="button" onClick={() => show({ kind: 'none' })} className="flex items-center gap-1 px-4 pt-3 text-sm text-accent md:hidden">
          <ChevronIcon className="rotate-180 rtl:rotate-0" />
          {t('back')}
        </button>
        {shown.kind === 'draft' ? <TopicEditor key={shown.key} topic={null} first={shown.draft} onDone={done} onCancel={() => leave(null)} onDraft={(draft) => drafts.keep(NEW, draft)} /> : null}
        {own ? <TopicEditor key={own.id} topic={own} first={drafts.of(own.id) ?? draftOf(own)} onDone={done} onCancel={() => leave(null)} onDraft={(draft) => drafts.keep(own.id, draft)} /> : null}
        {builtIn ? <BuiltInView key={builtIn.topic.id} id={builtIn.topic.id} canCopy={gate.open} onCopy={write} /> : null}
        {shown.kind === 'none' || (shown.kind === 'topic' && !own && !builtIn) ? <p className="p-8 text-soft max-md:hidden">{t('choose')}</p> : null}
      </div>
      <Announcer said={said} onDone={() => say(null)} />
    </main>
  );
}
