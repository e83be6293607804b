'use client';

import { useEffect, useMemo, useState } from 'react';
import { seriesKey } from '@/lib/series-change';
import type { SeriesAnswer, SeriesQuery } from '@/lib/trends';
import { NOT_CONNECTED, type Connection } from './connection';
import { joinSeries } from './shared-series';

export interface LiveSeries {
  /** the newest known; null before the first */
  answer: SeriesAnswer | null;
  /** `answer` still belongs to the question before */
  loading: boolean;
  /** the server doesn't answer this question, in its words */
  refusal: string | null;
  connection: Connection;
}

interface Held {
  key: string;
  answer: SeriesAnswer | null;
  refusal: string | null;
}

/**
 * A series that moves as articles arrive, and survives breaks of the connection. Any number on one page share one socket.
 * @param query may be a new object each time: what it asks decides
 * @param first what the server rendered, of the same question; null where it rendered none
 */
export function useLiveSeries(query: SeriesQuery, first: SeriesAnswer | null): LiveSeries {
  const key = seriesKey(query);
  const [held, setHeld] = useState<Held>({ key, answer: first, refusal: null });
  const [connection, setConnection] = useState(NOT_CONNECTED);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says all that the question does
  const asked = useMemo(() => query, [key]);
  useEffect(
    () =>
      joinSeries(asked, {
        onAnswer: (answer) => setHeld({ key, answer, refusal: null }),
        onRefused: (refusal) => setHeld((before) => ({ ...before, key, refusal })),
        onConnection: setConnection,
      }),
    [asked, key],
  );
  return { answer: held.answer, refusal: held.key === key ? held.refusal : null, loading: held.key !== key || held.answer === null, connection };
}
