import type { Choice } from '@/lib/dashboard';
import { fold } from '@/lib/text/fold';
import { labelIn } from '../ui/format';
import type { Locale } from '../ui/locale';

/** A choice at its depth in the tree, as a list shows it. */
export interface Row {
  choice: Choice;
  name: string;
  depth: number;
  hasChildren: boolean;
}

/** How the rows of one level stand. */
export interface Order {
  by: 'count' | 'name' | 'given';
  /** by id; missing is none */
  counts: Readonly<Record<string, number>>;
}

interface Asked {
  open: ReadonlySet<string>;
  search: string;
  order: Order;
  locale: Locale;
}

/**
 * The rows of a tree of choices, each level in the order asked for. Without a search: the roots, and what lies within
 * those that are open. With one: what matches in either language, and all that it lies within. What lies within a choice
 * that isn't offered is a root; choices that name each other as parents are shown once.
 */
export function rowsOf(choices: readonly Choice[], { open, search, order, locale }: Asked): Row[] {
  const known = new Map(choices.map((choice) => [choice.id, choice]));
  const visible = search.trim()
    ? withAncestors(
        choices.filter((choice) => isNamed(choice, search)),
        known,
      )
    : null;
  const children = byParent(choices, known);
  const sort = sorting(order, locale);
  const rows: Row[] = [];
  const seen = new Set<string>();
  const visit = (parent: string | null, depth: number) => {
    for (const choice of (children.get(parent) ?? []).filter(({ id }) => !visible || visible.has(id)).sort(sort)) {
      if (seen.has(choice.id)) continue;
      seen.add(choice.id);
      rows.push({ choice, name: labelIn(choice.label, locale), depth, hasChildren: children.has(choice.id) || choice.more === true });
      if (visible || open.has(choice.id)) visit(choice.id, depth + 1);
    }
  };
  visit(null, 0);
  return rows;
}

function sorting({ by, counts }: Order, locale: Locale): (a: Choice, b: Choice) => number {
  const collate = new Intl.Collator(locale).compare;
  const byName = (a: Choice, b: Choice) => collate(labelIn(a.label, locale), labelIn(b.label, locale));
  if (by === 'given') return () => 0;
  if (by === 'name') return byName;
  return (a, b) => (counts[b.id] ?? 0) - (counts[a.id] ?? 0) || byName(a, b);
}

function byParent(choices: readonly Choice[], known: ReadonlyMap<string, Choice>): Map<string | null, Choice[]> {
  const children = new Map<string | null, Choice[]>();
  for (const choice of choices) {
    const parent = choice.parent !== null && known.has(choice.parent) ? choice.parent : null;
    const level = children.get(parent);
    if (level) level.push(choice);
    else children.set(parent, [choice]);
  }
  return children;
}

/** Whether a part of its name in either language is what was typed, however it was spelt. */
export function isNamed(choice: Choice, search: string): boolean {
  const wanted = fold(search.trim());
  return [choice.label.en, choice.label.ar ?? ''].some((name) => fold(name).includes(wanted));
}

/** What has to be open for the chosen ones to be seen. */
export function ancestorsOf(chosen: readonly string[], choices: readonly Choice[]): Set<string> {
  const known = new Map(choices.map((choice) => [choice.id, choice]));
  const parents = chosen.flatMap((id) => known.get(known.get(id)?.parent ?? '') ?? []);
  return withAncestors(parents, known);
}

function withAncestors(choices: readonly Choice[], known: ReadonlyMap<string, Choice>): Set<string> {
  const ids = new Set<string>();
  for (const choice of choices) {
    for (let at: Choice | undefined = choice; at && !ids.has(at.id); at = at.parent === null ? undefined : known.get(at.parent))
      ids.add(at.id);
  }
  return ids;
}
