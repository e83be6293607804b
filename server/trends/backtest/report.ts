import type { Spike } from '../spikes/spike';
import type { ReplayEvent } from './replay';

/** What became of each spike of a replay at one of its thresholds, the most surprising first. */
export function spikesOf(events: readonly ReplayEvent[], threshold: number): Spike[] {
  const last = new Map<string, Spike>();
  for (const { threshold: of, event: { spike } } of events) if (of === threshold) last.set(spike.id, spike);
  return [...last.values()].sort((a, b) => b.surprise - a.surprise || a.foundAt - b.foundAt);
}
