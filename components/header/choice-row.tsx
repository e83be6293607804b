import { useId, type ReactNode } from 'react';

interface Choice<T extends string> {
  value: T;
  label: string;
  /** shown in the label's place, which is then only said */
  sign?: ReactNode;
}

interface Props<T extends string> {
  legend: string;
  testId: string;
  choices: readonly Choice<T>[];
  /** null: not known yet */
  value: T | null;
  onValue(value: T): void;
}

/** One of a few, as a row of switches under its name. */
export function ChoiceRow<T extends string>({ legend, testId, choices, value, onValue }: Props<T>) {
  const name = useId();
  return (
    <fieldset data-testid={testId} className="flex items-center justify-between gap-4">
      <legend className="float-start text-sm text-soft">{legend}</legend>
      <div className="flex min-h-8 items-center rounded-md border border-line-strong p-0.5">
        {choices.map((choice) => (
          <label
            key={choice.value}
            title={choice.label}
            data-choice={choice.value}
            className="segment flex h-7 min-w-8 items-center justify-center px-2 text-sm"
          >
            <input type="radio" name={name} value={choice.value} checked={value === choice.value} onChange={() => onValue(choice.value)} className="sr-only" />
            {choice.sign === undefined ? choice.label : <span className="sr-only">{choice.label}</span>}
            {choice.sign}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
