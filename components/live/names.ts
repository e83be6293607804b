import type { Label } from '@/lib/label';
import type { Choice } from '@/lib/dashboard';
import { labelIn } from '../ui/format';
import type { Locale } from '../ui/locale';
import type { LiveState } from './state';

interface Named {
  id: string;
  label: Label;
}

/** The name of a filter's id, from wherever the page knows it; the id itself where nothing names it. A publisher's number stands behind `publisher:`. */
export function namesOf(
  choices: { regions: readonly Choice[]; topics: readonly Choice[]; publishers: readonly Choice[] },
  state: LiveState,
  locale: Locale,
): (id: string) => string {
  const wanted = new Set([...state.wanted.region, ...state.wanted.topic]);
  const names = new Map<string, string>();
  const learn = (all: readonly Named[]) => {
    for (const { id, label } of all) if (wanted.has(id) && !names.has(id)) names.set(id, labelIn(label, locale));
  };
  for (const list of [choices.regions, choices.topics, state.panel.places, state.panel.topics]) learn(list);
  for (const item of state.items) {
    // nearly always the first few know all
    if (names.size === wanted.size) break;
    learn(item.places);
    learn(item.topics);
  }
  for (const { id, label } of choices.publishers) names.set(`publisher:${id}`, labelIn(label, locale));
  return (id) => names.get(id) ?? id;
}
