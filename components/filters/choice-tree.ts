import type { Choice } from '@/lib/dashboard';
import { fold } from '@/lib/text/fold';
import { labelIn } from '../ui/format';
import type { Locale } from '../ui/locale';

/** A choice at its depth in the tree, as a list shows it. */
export interface Row {
  choice: Choice;
  depth: number;
  hasChildren: boolean;
}

/**
 * The rows of a tree of choices, sorted by name in the interface's language. Without a search: the roots, and what lies within
 * those that are open. With one: what matches in either language, and all that it lies within. What lies within a choice
 * that isn't offered is a root; choices that name each other as parents are shown once.
 */
export function rowsOf(choices: readonly Choice[], open: ReadonlySet<string>, search: string, locale: Locale): Row[] {
  const known = new Map(choices.map((choice) => [choice.id, choice]));
  const visible = search.trim()
    ? withAncestors(
        choices.filter((choice) => found(choice, search)),
        known,
      )
    : null;
  const children = byParent(choices, known);
  const order = new Intl.Collator(locale).compare;
  const rows: Row[] = [];
  const seen = new Set<string>();
  const visit = (parent: string | null, depth: number) => {
    const level = [...(children.get(parent) ?? [])].sort((a, b) => order(labelIn(a.label, locale), labelIn(b.label, locale)));
    for (const choice of level) {
      if (seen.has(choice.id) || (visible && !visible.has(choice.id))) continue;
      seen.add(choice.id);
      rows.push({ choice, depth, hasChildren: children.has(choice.id) });
      if (visible || open.has(choice.id)) visit(choice.id, depth + 1);
    }
  };
  visit(null, 0);
  return rows;
}

function byParent(choices: readonly Choice[], known: ReadonlyMap<string, Choice>): Map<string | null, Choice[]> {
  const children = new Map<string | null, Choice[]>();
  for (const choice of choices) {
    const parent = choice.parent !== null && known.has(choice.parent) ? choice.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), choice]);
  }
  return children;
}

function found(choice: Choice, search: string): boolean {
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
