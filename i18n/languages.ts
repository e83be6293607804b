import type english from '../messages/en.json';

export type Messages = typeof english;

// One file a language, and nothing else to do for another: the folder is the list.
const files = import.meta.glob<Messages>('../messages/*.json', { eager: true, import: 'default' });

/** The interface's texts by the language's code. */
export const MESSAGES: Readonly<Record<string, Messages>> = Object.fromEntries(
  Object.entries(files).map(([path, messages]) => [path.replace(/^.*\/|\.json$/gu, ''), messages]),
);

export const LANGUAGES = Object.entries(MESSAGES).map(([code, { language }]) => ({ code, name: language.name }));
