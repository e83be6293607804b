import { fold } from './text/fold';

/** A name in the two languages of the interface. `ar` is null where no Arabic name is known. */
export interface Label {
  en: string;
  ar: string | null;
}

/** Whether a word of the name, in either language, begins with what was typed. Anything does with nothing. */
export function isNamed({ en, ar }: Label, typed: string): boolean {
  const beginning = fold(typed.trim());
  return [en, ar ?? ''].some((name) => ` ${fold(name)}`.includes(` ${beginning}`));
}
