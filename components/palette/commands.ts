import type { Choices } from '@/lib/dashboard';
import type { FilterQuery } from '@/lib/events';
import type { Label } from '@/lib/label';
import { fold } from '@/lib/text/fold';

/** What the palette needs of the page. */
export interface PaletteActions {
  query: FilterQuery;
  /** null: the palette asks for them itself */
  choices: Choices | null;
  choose(query: FilterQuery): void;
}

export const COMMAND_GROUPS = ['page', 'place', 'topic', 'publisher', 'view', 'do'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Something that can be chosen: found by its name in either script. */
export interface Command {
  id: string;
  group: CommandGroup;
  label: Label;
  /** it is so already: choosing it undoes it */
  on?: boolean;
  run(): void;
}

/** So many of each group, that the others are seen too. */
const MOST_OF_A_GROUP = 7;

/** 0: the name begins so; 1: one of its words does; 2: it is in there; null: not at all. */
function rankOf({ label: { en, ar } }: Command, words: string): number | null {
  const ranks = [en, ar ?? ''].map((name) => {
    const folded = fold(name);
    const at = folded.indexOf(words);
    if (at < 0) return 3;
    return at === 0 ? 0 : folded.includes(` ${words}`) ? 1 : 2;
  });
  const best = Math.min(...ranks);
  return best > 2 ? null : best;
}

/**
 * The commands that a search finds, group by group, the best of each first. Without a search: pages and commands, and what filters now.
 */
export function commandsFor(all: readonly Command[], search: string): Command[] {
  const words = fold(search.trim());
  const found = all.flatMap((command) => {
    const rank = words === '' ? (['page', 'view', 'do'].includes(command.group) || command.on ? 0 : null) : rankOf(command, words);
    return rank === null ? [] : [{ command, rank }];
  });
  const sorted = found.sort((a, b) => a.rank - b.rank || a.command.label.en.length - b.command.label.en.length);
  return COMMAND_GROUPS.flatMap((group) => sorted.filter(({ command }) => command.group === group).slice(0, group === 'page' || group === 'do' ? undefined : MOST_OF_A_GROUP).map(({ command }) => command));
}
