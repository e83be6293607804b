'use client';

/** Finds one of many choices by its name. */
export function FindField({ label, text, onText }: { label: string; text: string; onText(text: string): void }) {
  return (
    <input
      type="search"
      value={text}
      onChange={(event) => onText(event.target.value)}
      aria-label={label}
      placeholder={label}
      dir={text ? 'auto' : undefined}
      autoComplete="off"
      spellCheck={false}
      className="mb-1 h-8 w-full rounded-md border border-line bg-surface px-2.5 text-sm placeholder:text-faint focus:border-accent"
    />
  );
}
