'use client';

import { memo, useMemo } from 'react';
import { segmentsOf, type Mark, type Segment } from './marks';

interface Props {
  text: string;
  marks: readonly Mark[];
  /** the tag whose words are lit up */
  lit: string | null;
  onPoint(tag: string | null): void;
  onPick(tag: string): void;
}

/** A text in which the words that its tags rest on are underlined, and those of one tag lit up. */
export const MarkedText = memo(function MarkedText({ text, marks, lit, onPoint, onPick }: Props) {
  const segments = useMemo(() => segmentsOf(text, marks), [text, marks]);
  return segments.map((segment) => <Piece key={segment.start} segment={segment} lit={lit} onPoint={onPoint} onPick={onPick} />);
});

function Piece({ segment: { text, marks }, lit, onPoint, onPick }: { segment: Segment } & Pick<Props, 'lit' | 'onPoint' | 'onPick'>) {
  const ofLit = marks.find(({ tag }) => tag === lit);
  // places are fewer, and what a reader looks for first
  const first = ofLit ?? marks.find(({ kind }) => kind === 'place') ?? marks.find(({ kind }) => kind === 'topic');
  if (!first) return text;
  return (
    <mark
      data-kind={ofLit?.kind ?? first.kind}
      data-tag={first.tag}
      data-lit={ofLit ? '' : undefined}
      onMouseEnter={() => onPoint(first.tag)}
      onMouseLeave={() => onPoint(null)}
      onClick={() => onPick(first.tag)}
      className="evidence"
    >
      {text}
    </mark>
  );
}
