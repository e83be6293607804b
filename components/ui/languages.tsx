'use client';

import { createContext, useContext, type ReactNode } from 'react';

/** A language that the interface has: a file of messages/. `name` in the language itself. */
export interface Language {
  code: string;
  name: string;
}

const LanguagesContext = createContext<readonly Language[]>([]);

export function LanguagesProvider({ languages, children }: { languages: readonly Language[]; children: ReactNode }) {
  return <LanguagesContext value={languages}>{children}</LanguagesContext>;
}

export const useLanguages = () => useContext(LanguagesContext);
