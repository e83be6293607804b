'use client';

interface Props<T extends string> {
  name: string;
  label: string;
  value: T | null;
  choices: readonly (readonly [T, string])[];
  onChoose(value: T): void;
}

/** One of a few, side by side. */
export function Segments<T extends string>({ name, label, value, choices, onChoose }: Props<T>) {
  return (
    <div role="radiogroup" aria-label={label} data-testid={`map-${name}`} className="flex h-8 items-center rounded-md border border-line bg-surface p-0.5 text-xs">
      {choices.map(([choice, text]) => (
        <label key={choice} data-choice={choice} className="segment flex h-full items-center px-2 whitespace-nowrap">
          <input type="radio" name={name} value={choice} checked={choice === value} onChange={() => onChoose(choice)} className="sr-only" />
          {text}
        </label>
      ))}
    </div>
  );
}
