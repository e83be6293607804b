/** The colour of a topic; beside its name, never alone. */
export function ColourDot({ colour, className = '' }: { colour: string; className?: string }) {
  return (
    <svg viewBox="0 0 10 10" aria-hidden="true" className={`size-2.5 shrink-0 ${className}`}>
      <circle cx="5" cy="5" r="4.5" fill={colour} stroke="var(--line-strong)" strokeWidth="0.6" />
    </svg>
  );
}
