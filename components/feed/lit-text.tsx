import { memo, type ReactNode } from 'react';
import type { LitWords } from './use-lit-words';

/** A text with the reader's search words lit up. */
export const LitText = memo(function LitText({ text, lit }: { text: string; lit: LitWords | null }) {
  const spans = lit?.(text) ?? [];
  if (spans.length === 0) return text;
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(from, start), <mark key={start} className="found">{text.slice(start, end)}</mark>);
    from = end;
  }
  return [...parts, text.slice(from)];
});
