import { createTranslator } from 'use-intl/core';
import { describe, expect, test } from 'vitest';
import { intlTag, LOCALES, type Locale } from '@/components/ui/locale';
import ar from '@/messages/ar.json';
import en from '@/messages/en.json';

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, prefix = ''): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : [...flat(value, `${prefix}${key}.`)]);
  return new Map(entries);
}

const MESSAGES: Record<Locale, Map<string, string>> = { ar: flat(ar), en: flat(en) };
/** The names that a message takes, whatever the language's plural forms are. */
const argumentsOf = (message: string) => [...new Set([...message.matchAll(/(?<!(?:zero|one|two|few|many|other|=0) )\{(\w+)(?=[,}])/gu)].map(([, name]) => name ?? ''))].sort();

function say(locale: Locale, key: string, values: Record<string, number>): string {
  const onError = (error: Error) => {
    throw error;
  };
  const translate = createTranslator({ locale: intlTag(locale), messages: { ar, en }[locale], onError });
  return (translate as (key: string, values: Record<string, number>) => string)(key, values);
}

describe('messages', () => {
  test('have the same keys in both languages', () => {
    expect([...MESSAGES.ar.keys()].sort()).toEqual([...MESSAGES.en.keys()].sort());
  });

  test.each(LOCALES)('none is empty: %s', (locale) => {
    expect([...MESSAGES[locale]].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('take the same values in both languages', () => {
    for (const [key, text] of MESSAGES.en) expect({ key, takes: argumentsOf(MESSAGES.ar.get(key) ?? '') }).toEqual({ key, takes: argumentsOf(text) });
  });

  test.each(LOCALES)('can all be said: %s', (locale) => {
    for (const [key, text] of MESSAGES[locale]) {
      const values = Object.fromEntries(argumentsOf(text).map((name) => [name, 3]));
      expect(say(locale, key, values)).not.toMatch(/[{}]/u);
    }
  });

  test('Arabic names all six of its plural forms wherever it counts', () => {
    const lacking = [...MESSAGES.ar].filter(([, text]) => text.includes(', plural,') && !['zero', 'one', 'two', 'few', 'many', 'other'].every((form) => text.includes(`${form} {`)));
    expect(lacking).toEqual([]);
  });

  test.each([
    [1, 'خبر جديد'],
    [2, 'خبران جديدان'],
    [3, '3 أخبار جديدة'],
    [11, '11 خبرًا جديدًا'],
    [100, '100 خبر جديد'],
    [103, '103 أخبار جديدة'],
  ])('%i waiting, in Arabic', (count, expected) => {
    expect(say('ar', 'feed.waiting', { count })).toBe(expected);
  });
});
