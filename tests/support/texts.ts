import { readdirSync, readFileSync } from 'node:fs';

type Messages = typeof import('../../messages/en.json');

/** What the interface says, by the names under which messages/ has it: tests are about when it says so, not about the wording. */
const FOLDER = new URL('../../messages/', import.meta.url);

function read(locale: string): Messages {
  return JSON.parse(readFileSync(new URL(`${locale}.json`, FOLDER), 'utf8')) as Messages;
}

export const AR = read('ar');
export const EN = read('en');

/** All languages that there are: a file each. */
export const LOCALES = readdirSync(FOLDER).map((file) => file.replace(/\.json$/u, ''));
/** @throws where there is none of that name */
export const textsIn = read;

/** A text up to its first placeholder, as a pattern that a longer text begins with. */
export function beginning(message: string): RegExp {
  return new RegExp(`^${message.split('{')[0]?.trim().replace(/[.*+?^${}()|[\]\\]/gu, '\\$&') ?? ''}`, 'u');
}
