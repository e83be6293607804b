import { advance, type Checked } from './check';
import type { SpikesState } from './spike';

const TOGETHER = '';
/** A reader's search is its own event: it never hides one that others see, nor another reader's, and is hidden by none. */
const groupOf = (series: string) => (series.startsWith('search:') ? series : TOGETHER);

/** A check's second step (`advance`): topics and places are settled together, each search by itself. */
export function advanceApart(state: SpikesState, ...[moment, found, readingOf, thresholds, articlesOf]: Rest): Checked {
  const groups = new Set([TOGETHER, ...[...state.open, ...state.recent].map(({ series }) => groupOf(series)), ...[...found.keys()].map(groupOf)]);
  const checked = [...groups].map((group) => {
    const mine = ({ series }: { series: string }) => groupOf(series) === group;
    const part = new Map([...found].filter(([series]) => mine({ series })));
    return advance({ open: state.open.filter(mine), recent: state.recent.filter(mine) }, moment, part, readingOf, thresholds, articlesOf);
  });
  return {
    state: { open: checked.flatMap((one) => one.state.open), recent: checked.flatMap((one) => one.state.recent) },
    events: checked.flatMap(({ events }) => events),
  };
}

type Rest = Parameters<typeof advance> extends [SpikesState, ...infer Others] ? Others : never;
