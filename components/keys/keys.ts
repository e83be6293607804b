/** All keys of the dashboard: one table for what they do and for the sheet that shows them. */

export const KEY_GROUPS = ['list', 'article', 'page', 'go'] as const;
export type KeyGroup = (typeof KEY_GROUPS)[number];

export interface KeyRow {
  action: KeyAction;
  group: KeyGroup;
  /** each a way to ask for it: letters in small, `?`, `/`, `Enter`, `Escape`; two letters are pressed one after the other */
  keys: readonly (readonly string[])[];
}

export const KEYS = [
  { action: 'next', group: 'list', keys: [['j']] },
  { action: 'previous', group: 'list', keys: [['k']] },
  { action: 'open', group: 'list', keys: [['o'], ['Enter']] },
  { action: 'star', group: 'article', keys: [['s']] },
  { action: 'hide', group: 'article', keys: [['h']] },
  { action: 'read', group: 'article', keys: [['m']] },
  { action: 'source', group: 'article', keys: [['v']] },
  { action: 'close', group: 'article', keys: [['Escape']] },
  { action: 'top', group: 'list', keys: [['n']] },
  { action: 'pause', group: 'list', keys: [['p']] },
  { action: 'search', group: 'page', keys: [['/']] },
  { action: 'help', group: 'page', keys: [['?']] },
  { action: 'goFeed', group: 'go', keys: [['g', 'f']] },
  { action: 'goTrends', group: 'go', keys: [['g', 't']] },
  { action: 'goMap', group: 'go', keys: [['g', 'm']] },
  { action: 'goSpikes', group: 'go', keys: [['g', 's']] },
] as const satisfies readonly { action: string; group: KeyGroup; keys: readonly (readonly string[])[] }[];

export type KeyAction = (typeof KEYS)[number]['action'];

/** What is asked of a KeyboardEvent. */
export type Stroke = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * The key as the table names it: a Latin letter is what it says; where the layout has other letters (Arabic, Hebrew, Russian), what
 * stands there on a Latin keyboard.
 */
export function nameOf({ key, code, shiftKey }: Stroke): string {
  if (key === '؟' || key === '?' || (code === 'Slash' && shiftKey)) return '?';
  if (/^[a-z]$/iu.test(key)) return key.toLowerCase();
  const letter = /^Key([A-Z])$/u.exec(code)?.[1];
  if (letter !== undefined) return letter.toLowerCase();
  return code === 'Slash' ? '/' : key;
}

/** How long the second key of two may take, in milliseconds. */
const SECOND_WITHIN_MS = 1_500;

const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((key, n) => key === b[n]);
const ways: { action: KeyAction; keys: readonly string[] }[] = KEYS.flatMap(({ action, keys }) => keys.map((way) => ({ action, keys: way })));

/** Reads strokes one after the other; `now` in milliseconds. @returns what the last one asks for, if anything */
export function createKeyReader(): (stroke: Stroke, now: number) => KeyAction | null {
  let first: { name: string; at: number } | null = null;
  return (stroke, now) => {
    if (stroke.ctrlKey || stroke.metaKey || stroke.altKey) return null;
    const name = nameOf(stroke);
    const before = first && now - first.at <= SECOND_WITHIN_MS ? [first.name] : [];
    first = ways.some(({ keys }) => keys.length > 1 && keys[0] === name) && before.length === 0 ? { name, at: now } : null;
    const found = ways.find(({ keys }) => same(keys, [...before, name])) ?? (before.length > 0 ? undefined : ways.find(({ keys }) => same(keys, [name])));
    return found?.action ?? null;
  };
}
