interface Props<T extends string> {
  name: string;
  label: string;
  options: readonly { value: T; text: string; disabled?: boolean }[];
  /** null: none of them holds */
  value: T | null;
  onValue(value: T): void;
}

/** A row of switches of which one is on. */
export function Segments<T extends string>({ name, label, options, value, onValue }: Props<T>) {
  return (
    <div role="radiogroup" aria-label={label} data-testid={`trends-${name}`} className="flex max-w-full overflow-x-auto rounded-md border border-line bg-surface p-0.5 text-xs">
      {options.map(({ value: one, text, disabled }) => (
        <label key={one} data-option={one} className={`segment relative flex min-h-6 items-center px-2 py-1 ${disabled ? 'pointer-events-none opacity-45' : ''}`}>
          <input type="radio" name={`trends-${name}`} value={one} checked={one === value} disabled={disabled} onChange={() => onValue(one)} className="absolute inset-0 cursor-pointer opacity-0" />
          {text}
        </label>
      ))}
    </div>
  );
}
