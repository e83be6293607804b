import { readFileSync } from 'node:fs';

type Messages = typeof import('../../messages/en.json');

/** What the interface says, by the names under which messages/ has it: tests are about when it says so, not about the wording. */
function read(locale: 'ar' | 'en'): Messages {
  return JSON.parse(readFileSync(new URL(`../../messages/${locale}.json`, import.meta.url), 'utf8')) as Messages;
}

export const AR = read('ar');
export const EN = read('en');

/** A text up to its first placeholder, as a pattern that a longer text begins with. */
export function beginning(message: string): RegExp {
  return new RegExp(`^${message.split('{')[0]?.trim().replace(/[.*+?^${}()|[\]\\]/gu, '\\$&') ?? ''}`, 'u');
}
