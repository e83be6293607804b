import { describe, expect, test } from 'vitest';
import { diffWords, type DiffPart } from '@/lib/text/diff';

/** A diff as a line: what went in square brackets, what came in braces. */
const shown = (parts: readonly DiffPart[]) => parts.map(({ kind, text }) => ({ same: text, del: `[${text}]`, ins: `{${text}}` })[kind]).join('');
const earlier = (parts: readonly DiffPart[]) => parts.filter(({ kind }) => kind !== 'ins').map(({ text }) => text).join('');
const later = (parts: readonly DiffPart[]) => parts.filter(({ kind }) => kind !== 'del').map(({ text }) => text).join('');

describe('diffWords', () => {
  test.each([
    ['nothing changed', 'قتل خمسة في إدلب', 'قتل خمسة في إدلب', 'قتل خمسة في إدلب'],
    ['one number', 'مقتل خمسة مدنيين في إدلب', 'مقتل سبعة مدنيين في إدلب', 'مقتل [خمسة]{سبعة} مدنيين في إدلب'],
    ['a hamza put right', 'في ادلب', 'في إدلب', 'في [ادلب]{إدلب}'],
    ['two words in a row are one change', 'the red house fell', 'the blue tower fell', 'the [red house]{blue tower} fell'],
    ['a word more', 'a c', 'a b c', 'a {b }c'],
    ['a word less at the end', 'أخبار اليوم عاجل', 'أخبار اليوم', 'أخبار اليوم[ عاجل]'],
    ['a comma that came', 'حلب حماة', 'حلب، حماة', 'حلب{،} حماة'],
    ['from nothing', '', 'نص جديد', '{نص جديد}'],
    ['to nothing', 'نص قديم', '', '[نص قديم]'],
    ['both empty', '', '', ''],
    ['a script without blanks', '東京で地震', '大阪で地震', '[東京]{大阪}で地震'],
    ['a paragraph more', 'one\n\ntwo', 'one\n\nmiddle\n\ntwo', 'one\n\n{middle\n\n}two'],
  ])('%s', (_name, before, after, expected) => expect(shown(diffWords(before, after))).toBe(expected));

  test('both texts can be put together from it, whatever they are', () => {
    const words = ['حلب', 'حمص', 'a', 'b', '،', '\n', 'Idlib', '٣'];
    let seed = 7;
    const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
    for (let n = 0; n < 200; n += 1) {
      const text = () => Array.from({ length: Math.floor(next() * 14) }, () => words[Math.floor(next() * words.length)]).join(' ');
      const [before, after] = [text(), text()];
      const parts = diffWords(before, after);
      expect([earlier(parts), later(parts)]).toEqual([before, after]);
    }
  });

  test('two long texts that have nothing in common are one change, in bounded time', () => {
    const before = Array.from({ length: 20_000 }, (_, n) => `أ${n}`).join(' ');
    const after = Array.from({ length: 20_000 }, (_, n) => `ب${n}`).join(' ');
    const parts = diffWords(before, after);
    expect(parts.map(({ kind }) => kind)).toEqual(['del', 'ins']);
    expect([earlier(parts), later(parts)]).toEqual([before, after]);
  });
});
