import type { Felt, Task } from './probe';

/** Something that a reader does, by name, and when, by the page's clock. */
export interface Act {
  name: string;
  from: number;
  to: number;
}

/** What a reader felt of one press or key: the longest of its events. */
export function interactions(felt: readonly Felt[]): Task[] {
  const longest = new Map<number, Task>();
  for (const { interaction, start, duration } of felt) {
    const known = longest.get(interaction);
    if (!known || known.duration < duration) longest.set(interaction, { start, duration });
  }
  return [...longest.values()].sort((a, b) => b.duration - a.duration);
}

/** Interaction to next paint: the longest, but one of each fifty is left out, as the measure is defined. Those under 16 ms are not told by the browser, only counted. */
export function interactionToNextPaint(found: readonly Task[], count: number): number {
  return found[Math.min(found.length - 1, Math.floor(count / 50))]?.duration ?? 16;
}

export function during({ from, to }: Act, tasks: readonly Task[]): Task[] {
  return tasks.filter(({ start }) => start >= from && start <= to);
}
