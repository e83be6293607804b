'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Choice } from '@/lib/dashboard';
import type { KnownPlace } from '@/lib/trends';
import { ask } from '../ui/ask';

/** As many as the tree takes in at once: the most mentioned. Others are found by their names. */
const MOST_WITHIN = 200;
const MOST_FOUND = 40;
const PAUSE_MS = 200;

type Town = Choice & { within: readonly string[] };

interface Towns {
  /** the given choices, and the smaller places that were asked for, each below the nearest that it lies within */
  choices: readonly Choice[];
  /** asks for what lies within a place, once */
  load(within: string): void;
}

async function placesBy(parameter: 'q' | 'within', value: string, limit: number): Promise<Town[] | null> {
  const answer = await ask<{ places: KnownPlace[] }>(`/api/v1/places?${new URLSearchParams({ [parameter]: value, limit: String(limit) }).toString()}`);
  if (answer.outcome !== 'done') return null;
  return answer.value.places.map(({ id, label, kind, within }) => ({ id, label, kind, within, parent: null }));
}

/** Towns and the like come into the tree when a province is opened, or when their name is typed. */
export function useTowns(choices: readonly Choice[], search: string): Towns {
  const [towns, setTowns] = useState<ReadonlyMap<string, Town>>(new Map());
  const asked = useRef(new Set<string>());
  const add = useCallback((found: Town[] | null, key: string) => {
    if (!found) return void asked.current.delete(key);
    setTowns((now) => new Map([...now, ...found.map((town) => [town.id, town] as const)]));
  }, []);
  const askOnce = useCallback(
    (parameter: 'q' | 'within', value: string, limit: number) => {
      const key = `${parameter} ${value}`;
      if (asked.current.has(key)) return;
      asked.current.add(key);
      void placesBy(parameter, value, limit).then((found) => add(found, key));
    },
    [add],
  );
  useEffect(() => {
    const typed = search.trim();
    if (typed === '') return;
    const timer = setTimeout(() => askOnce('q', typed, MOST_FOUND), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [search, askOnce]);
  const load = useCallback((within: string) => askOnce('within', within, MOST_WITHIN), [askOnce]);
  const all = useMemo(() => withTowns(choices, towns), [choices, towns]);
  return useMemo(() => ({ choices: all, load }), [all, load]);
}

/** Puts each town below the nearest place that is known. */
export function withTowns(choices: readonly Choice[], towns: ReadonlyMap<string, Town>): readonly Choice[] {
  if (towns.size === 0) return choices;
  const known = new Set([...choices.map(({ id }) => id), ...towns.keys()]);
  const given = new Set(choices.map(({ id }) => id));
  const added = [...towns.values()].filter(({ id }) => !given.has(id));
  return [...choices, ...added.map(({ within, ...town }) => ({ ...town, parent: within.find((id) => known.has(id)) ?? null }))];
}
