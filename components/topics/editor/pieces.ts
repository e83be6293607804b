import type { TopicEvidence } from '@/lib/topic';

export interface Piece {
  start: number;
  text: string;
  /** the rule that the words fulfil, without the draft's own name; null: none */
  rule: string | null;
}

/** A text cut where its evidence begins and ends; what overlaps an earlier one is not told twice. */
export function piecesOf(text: string, evidence: readonly TopicEvidence[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, rule } of [...evidence].sort((a, b) => a.start - b.start)) {
    if (start < at || end > text.length) continue;
    if (start > at) pieces.push({ start: at, text: text.slice(at, start), rule: null });
    pieces.push({ start, text: text.slice(start, end), rule: rule.slice(rule.indexOf(': ') + 2) });
    at = end;
  }
  if (at < text.length) pieces.push({ start: at, text: text.slice(at), rule: null });
  return pieces;
}
