import { useId, type ReactNode } from 'react';

interface PartProps {
  title: string;
  hint?: string;
  testId: string;
  children: ReactNode;
}

/** A part of the page: a card with its name. */
export function Part({ title, hint, testId, children }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} data-testid={testId} className="rounded-xl border border-line bg-surface px-5 py-4">
      <h2 id={id} className="font-semibold">
        {title}
      </h2>
      {hint ? <p className="text-sm text-faint">{hint}</p> : null}
      <div className="pt-4">{children}</div>
    </section>
  );
}

interface RowProps {
  title: string;
  hint?: string;
  testId: string;
  children: ReactNode;
}

/** One setting: what it is at the start, what it is set to at the end; below each other on a narrow screen. */
export function SettingRow({ title, hint, testId, children }: RowProps) {
  return (
    <div data-testid={testId} className="grid gap-x-6 gap-y-2 py-4 first:pt-0 last:pb-0 md:grid-cols-[14rem_minmax(0,1fr)]">
      <div>
        <h3 className="text-sm font-medium">{title}</h3>
        {hint ? <p className="text-xs text-faint">{hint}</p> : null}
      </div>
      <div className="min-w-0">{children}</div>
    </div>
  );
}
