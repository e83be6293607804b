import { createTranslator } from 'use-intl/core';
import { describe, expect, test } from 'vitest';
import { intlTag, localeOf } from '@/components/ui/locale';
import { inDigits } from '@/i18n/digits';
import { AR, EN, LOCALES, textsIn } from '../../support/texts';

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, prefix = ''): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : [...flat(value, `${prefix}${key}.`)]);
  return new Map(entries);
}

const [ARABIC, ENGLISH] = [flat(AR), flat(EN)];
const messagesOf = (locale: string) => flat(textsIn(locale));
/** The names that a message takes, whatever the language's plural forms are. */
const argumentsOf = (message: string) => [...new Set([...message.matchAll(/(?<!(?:zero|one|two|few|many|other|=0) )\{(\w+)(?=[,}])/gu)].map(([, name]) => name ?? ''))].sort();

type Say = (key: string, values: Record<string, number | string>) => string;
const translators = new Map<string, Say>();

function translatorOf(locale: string, messages = textsIn(locale)): Say {
  const onError = (error: Error) => {
    throw error;
  };
  return createTranslator({ locale: intlTag(locale), messages, onError }) as Say;
}

function say(locale: string, key: string, values: Record<string, number | string>): string {
  const translate = translators.get(locale) ?? translatorOf(locale);
  translators.set(locale, translate);
  return translate(key, values);
}

describe('messages', () => {
  test.each(LOCALES)('have the same keys in every language: %s', (locale) => {
    expect([...messagesOf(locale).keys()].sort()).toEqual([...ENGLISH.keys()].sort());
  });

  test.each(LOCALES)('say by what name and in which direction the language goes: %s', (locale) => {
    expect(textsIn(locale).language).toEqual({ name: expect.stringMatching(/./u) as string, dir: expect.stringMatching(/^(?:ltr|rtl)$/u) as string });
  });

  test.each(LOCALES)('none is empty: %s', (locale) => {
    expect([...messagesOf(locale)].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test.each(LOCALES)('take the same values in every language: %s', (locale) => {
    const its = messagesOf(locale);
    for (const [key, text] of ENGLISH) expect({ key, takes: argumentsOf(its.get(key) ?? '') }).toEqual({ key, takes: argumentsOf(text) });
  });

  test.each(LOCALES)('can all be said: %s', (locale) => {
    for (const [key, text] of messagesOf(locale)) {
      const values = Object.fromEntries(argumentsOf(text).map((name) => [name, 3]));
      // an address of tiles is told by its own braces
      expect(say(locale, key, values).replaceAll(/\{[zxy]\}/gu, '')).not.toMatch(/[{}]/u);
    }
  });

  test('Arabic names all six of its plural forms wherever it counts', () => {
    const lacking = [...ARABIC].filter(([, text]) => text.includes(', plural,') && !['zero', 'one', 'two', 'few', 'many', 'other'].every((form) => text.includes(`${form} {`)));
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

  test.each([
    ['SY', 'محافظة'],
    ['DZ', 'ولاية'],
    ['US', 'ولاية'],
    ['FR', 'إقليم'],
    ['CA', 'مقاطعة'],
    ['none', 'محافظة أو ولاية'],
  ])('what %s calls its first-level units, in Arabic', (country, expected) => {
    expect(say('ar', 'kind.admin1', { country })).toBe(expected);
  });

  describe('in Arabic-Indic digits', () => {
    const inArab = (language: 'ar' | 'en') => translatorOf(localeOf(language, 'arab'), inDigits(textsIn(language), 'arab'));

    test.each([
      ['a number written out', 'ar', 'filters.last.24h', {}, '٢٤ س'],
      ['the same in English', 'en', 'filters.last.7d', {}, '٧ days'],
      ['a number that is put in', 'ar', 'filters.showAll', { count: 22 }, 'عرض الكل (٢٢)'],
      ['a plural', 'ar', 'feed.waiting', { count: 103 }, '١٠٣ أخبار جديدة'],
      ['a case of none', 'en', 'feed.follow.paused', { count: 0 }, 'Paused'],
      ['a case that is a number', 'ar', 'spikes.window', { minutes: 60 }, 'في ساعة'],
      ['none of its cases', 'ar', 'spikes.window', { minutes: 30 }, 'في ٣٠ دقيقة'],
      ['codes stay as they are typed', 'ar', 'badFilter.last', {}, 'last: إحدى 1h و24h و7d و30d'],
      ['an example of an address does', 'ar', 'badFilter.from', {}, 'from: وقت غير صالح، مثاله 2026-11-24T00:00:00Z'],
      ['after a glued letter', 'ar', 'sources.retention.bad', {}, 'عدد الأيام بين ١ و٣٦٥٠٠.'],
    ] as const)('%s', (_name, language, key, values, expected) => {
      expect(inArab(language)(key, values)).toBe(expected);
    });

    test('are written only where they are asked for', () => expect(inDigits(AR, 'latn')).toBe(AR));
  });
});
