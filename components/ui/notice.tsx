import type { ReactNode } from 'react';

/** A page that has one thing to say. */
export function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="grid min-h-full place-content-center p-6">
      <div className="flex max-w-xl flex-col items-start gap-4 rounded-xl border border-line bg-surface p-8">
        <h1 className="text-xl font-semibold">{title}</h1>
        {children}
      </div>
    </main>
  );
}

/** Loads the page anew: whatever went wrong before is left behind. */
export function HomeLink({ children }: { children: ReactNode }) {
  return (
    <a href="/" className="rounded-md bg-accent px-4 py-2 font-medium text-accent-ink">
      {children}
    </a>
  );
}
