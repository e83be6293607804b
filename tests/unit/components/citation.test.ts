import { expect, test } from 'vitest';
import { citationOf } from '@/components/feed/reader/citation';

const article = {
  title: 'قصف على إدلب', lang: 'ar', url: 'https://sahifa.example/1', author: null, publishedAt: '2026-11-28T22:30:00.000Z', sortAt: '2026-11-28T22:30:00.000Z',
  publisher: { name: 'صحيفة الفرات' },
};

test.each([
  ['Arabic, by the day of its reader', article, 'Asia/Damascus', 'صحيفة الفرات، «قصف على إدلب»، 29 تشرين الثاني 2026، https://sahifa.example/1'],
  ['the same night elsewhere', article, 'UTC', 'صحيفة الفرات، «قصف على إدلب»، 28 نوفمبر 2026، https://sahifa.example/1'],
  ['English, with its author', { ...article, title: 'Shelling in Idlib', lang: 'en', author: 'A. Writer', publisher: { name: 'The Wire' } }, 'UTC', 'A. Writer, The Wire, “Shelling in Idlib”, 28 November 2026, https://sahifa.example/1'],
  ['without a date: when it was first seen; without an address of the web: none', { ...article, publishedAt: null, url: 'javascript:alert(1)' }, 'UTC', 'صحيفة الفرات، «قصف على إدلب»، 28 نوفمبر 2026'],
  ['what a feed calls its language need be no code', { ...article, lang: 'العربية' }, 'UTC', 'صحيفة الفرات, “قصف على إدلب”, 28 November 2026, https://sahifa.example/1'],
])('%s', (_name, cited, zone, line) => expect(citationOf(cited, zone)).toBe(line));
