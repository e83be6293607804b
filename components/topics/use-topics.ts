'use client';

import { useCallback, useEffect, useState } from 'react';
import type { OwnTopic, TopicList } from '@/lib/own-topic';
import type { Connection } from '../live/connection';
import { useSourcesSignal } from '../live/sources-signal';
import { useWordsOf } from '../sources/words-of';
import { ask } from '../ui/ask';

export interface LiveTopics {
  topics: TopicList;
  connection: Connection;
  /** why the list could not be brought up to date; null when it is */
  problem: string | null;
  refresh(): void;
}

/** While a topic is on its way over old articles its progress is looked at this often, in milliseconds; else the counts. */
const ON_ITS_WAY_MS = 700;
const LOOK_EVERY_MS = 20_000;

export const isUnderWay = ({ retag }: OwnTopic) => retag !== null && (retag.state === 'waiting' || retag.state === 'running');

/** The topics as the server rendered them, then kept up to date while somebody looks. */
export function useTopics(first: TopicList): LiveTopics {
  const [topics, setTopics] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const wordsOf = useWordsOf();
  const refresh = useCallback(async () => {
    const answer = await ask<TopicList>('/api/topics');
    if (answer.outcome === 'done') setTopics(answer.value);
    setProblem(answer.outcome === 'failed' ? wordsOf(answer) : null);
  }, [wordsOf]);
  const look = useCallback(() => void refresh(), [refresh]);
  const connection = useSourcesSignal(look);
  const wait = topics.own.some(isUnderWay) ? ON_ITS_WAY_MS : LOOK_EVERY_MS;
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) look();
    }, wait);
    return () => clearInterval(timer);
  }, [look, wait]);
  return { topics, connection, problem, refresh: look };
}
