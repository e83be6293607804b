'use client';

import { useEffect, useRef, useState } from 'react';
import type { TopicPreview } from '@/lib/own-topic';
import type { TopicDefinition } from '@/lib/topic';
import { useWordsOf } from '../../sources/words-of';
import { useGate } from '../../sources/write-gate';
import { isBlank } from '../draft';

export interface Previewed {
  preview: TopicPreview | null;
  /** what is shown is of an earlier draft */
  busy: boolean;
  problem: string | null;
}

/** A pause in typing this long asks the server, in milliseconds. */
const PAUSE_MS = 350;

/** What the draft would have caught, a moment after it changed; asked again while the server is still reading articles for it. */
export function usePreview(definition: TopicDefinition): Previewed {
  const gate = useGate();
  const wordsOf = useWordsOf();
  const [shown, setShown] = useState<Previewed>({ preview: null, busy: false, problem: null });
  const draft = JSON.stringify(definition);
  const newest = useRef(draft);
  useEffect(() => {
    newest.current = draft;
    const asked = JSON.parse(draft) as TopicDefinition;
    if (isBlank(asked)) return setShown({ preview: null, busy: false, problem: null });
    setShown((now) => ({ ...now, busy: true }));
    const look = async (looked: number) => {
      const answer = await gate.write<TopicPreview>('/api/topics/preview', { method: 'POST', json: { definition: asked } });
      if (newest.current !== draft) return;
      if (answer.outcome !== 'done') return setShown((now) => ({ ...now, busy: false, problem: answer.outcome === 'failed' ? wordsOf(answer) : null }));
      setShown({ preview: answer.value, busy: false, problem: null });
      if (answer.value.partial && answer.value.looked > looked) await look(answer.value.looked);
    };
    const timer = setTimeout(() => void look(0), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      newest.current = '';
    };
  }, [draft, gate, wordsOf]);
  return shown;
}
