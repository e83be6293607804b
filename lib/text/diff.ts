import { wordsOf } from './words';

/** A stretch of text that both sides have, only the earlier one had (`del`), or only the later one has (`ins`). */
export interface DiffPart {
  kind: 'same' | 'del' | 'ins';
  text: string;
}

/** Beyond so many changed words the two are taken for different texts: it bounds time and memory. */
const MAX_EDITS = 800;

/** Words and what lies between them, in order: nothing of the text is lost. */
function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  let at = 0;
  for (const { start, end } of wordsOf(text)) {
    tokens.push(...between(text.slice(at, start)), text.slice(start, end));
    at = end;
  }
  tokens.push(...between(text.slice(at)));
  return tokens;
}

/** Blanks apart from marks, so that a comma that came or went is a change of its own. */
function between(gap: string): string[] {
  return gap.match(/\s+|[^\s]+/gu) ?? [];
}

function commonPrefix(a: readonly string[], b: readonly string[]): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n += 1;
  return n;
}

/**
 * The furthest that each diagonal reaches with 0, 1, 2... edits, by Myers' greedy way (An O(ND) Difference Algorithm, 1986).
 * @returns one row an edit count, up to the one that reaches both ends; null where that takes more than MAX_EDITS
 */
function frontiers(a: readonly string[], b: readonly string[]): Map<number, number>[] | null {
  const rows: Map<number, number>[] = [];
  let last = new Map([[1, 0]]);
  for (let edits = 0; edits <= MAX_EDITS; edits += 1) {
    const row = new Map<number, number>();
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = fromAbove(last, diagonal, edits) ? (last.get(diagonal + 1) ?? 0) : (last.get(diagonal - 1) ?? 0) + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
      row.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return [...rows, row];
    }
    rows.push(row);
    last = row;
  }
  return null;
}

/** Whether the best way to a diagonal comes by an insertion rather than by a deletion. */
function fromAbove(last: ReadonlyMap<number, number>, diagonal: number, edits: number): boolean {
  return diagonal === -edits || (diagonal !== edits && (last.get(diagonal - 1) ?? -1) < (last.get(diagonal + 1) ?? -1));
}

/** The way back through the frontiers: one part a token, from the end to the start. */
function walkBack(rows: readonly Map<number, number>[], a: readonly string[], b: readonly string[]): DiffPart[] {
  const parts: DiffPart[] = [];
  let x = a.length;
  let y = b.length;
  for (let edits = rows.length - 1; edits >= 0; edits -= 1) {
    const before = edits === 0 ? new Map([[1, 0]]) : (rows[edits - 1] ?? new Map<number, number>());
    const diagonal = x - y;
    const inserted = fromAbove(before, diagonal, edits);
    const startX = inserted ? (before.get(diagonal + 1) ?? 0) : (before.get(diagonal - 1) ?? 0) + 1;
    for (; x > startX; y -= 1) parts.push({ kind: 'same', text: a[(x -= 1)] ?? '' });
    if (edits === 0) break;
    if (inserted) parts.push({ kind: 'ins', text: b[(y -= 1)] ?? '' });
    else parts.push({ kind: 'del', text: a[(x -= 1)] ?? '' });
  }
  return parts.reverse();
}

/** Within a run of changes what went stands before what came, each in one piece; a blank between two changes belongs to both. */
function gather(parts: readonly DiffPart[]): DiffPart[] {
  const out: DiffPart[] = [];
  let gone = '';
  let come = '';
  const flush = () => {
    if (gone) out.push({ kind: 'del', text: gone });
    if (come) out.push({ kind: 'ins', text: come });
    gone = come = '';
  };
  parts.forEach((part, n) => {
    const next = parts[n + 1];
    if (part.kind === 'del') gone += part.text;
    else if (part.kind === 'ins') come += part.text;
    else if (gone && come && part.text.trim() === '' && !part.text.includes('\n') && next && next.kind !== 'same') {
      gone += part.text;
      come += part.text;
    } else {
      flush();
      const last = out.at(-1);
      if (last?.kind === 'same') last.text += part.text;
      else out.push({ kind: 'same', text: part.text });
    }
  });
  flush();
  return out;
}

/**
 * What changed between two texts, word by word in any script; words are compared as written, so that a hamza that was put right shows.
 * The parts but for `ins` make up the earlier text, those but for `del` the later one.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const a = tokensOf(before);
  const b = tokensOf(after);
  const head = commonPrefix(a, b);
  const tail = commonPrefix(a.slice(head).reverse(), b.slice(head).reverse());
  const middleA = a.slice(head, a.length - tail);
  const middleB = b.slice(head, b.length - tail);
  const rows = frontiers(middleA, middleB);
  const whole = [...middleA.map((text) => ({ kind: 'del' as const, text })), ...middleB.map((text) => ({ kind: 'ins' as const, text }))];
  const same = (tokens: readonly string[]) => tokens.map((text) => ({ kind: 'same' as const, text }));
  return gather([...same(a.slice(0, head)), ...(rows ? walkBack(rows, middleA, middleB) : whole), ...same(a.slice(a.length - tail))]);
}
