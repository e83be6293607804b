import { describe, expect, it } from 'vitest';
import { knownWord, remembered } from '../../../server/tagging/vocabulary';

const MORE_THAN_REMEMBERED = 150_000;

describe('what is remembered of words', () => {
  it.each([
    ['Arabic, with short vowels', 'دِمَشْق', 'دمشق'],
    ['Arabic, with hamza and ta marbuta', 'أنقرة', 'انقره'],
    ['a capital', 'Paris', 'paris'],
    ['nothing but a mark that folds away', 'ـ', ''],
    ['longer than any word', 'ب'.repeat(5_000), 'ب'.repeat(5_000)],
  ])('folds a word, the first time and later: %s', (_name, written, folded) => {
    expect([knownWord(written).folded, knownWord(written).folded]).toEqual([folded, folded]);
  });

  it('asks once of a word that comes again', () => {
    const asked: string[] = [];
    const letters = remembered(({ folded }) => asked.push(folded) && folded.length);
    expect([letters(knownWord('حلب')), letters(knownWord('Homs')), letters(knownWord('حلب'))]).toEqual([3, 4, 3]);
    expect(asked).toEqual(['حلب', 'homs']);
  });

  it('remembers that there is nothing', () => {
    let times = 0;
    const nothing = remembered(() => { times += 1; return null; });
    expect([nothing(knownWord('حماة')), nothing(knownWord('حماة')), times]).toEqual([null, null, 1]);
  });

  it('takes no word for another when more come than it remembers, nor words from before for those after', () => {
    const letters = remembered(({ folded }) => folded);
    const early = knownWord('إدلب');
    letters(early);
    let wrong = 0;
    for (let n = 0; n < MORE_THAN_REMEMBERED; n += 1) {
      const word = knownWord(`كلمة${n}`);
      if (letters(word) !== `كلمه${n}` || letters(early) !== 'ادلب') wrong += 1;
    }
    expect(wrong).toBe(0);
    expect(letters(knownWord('إدلب'))).toBe('ادلب');
  });

  it('takes no two words without a number for one', () => {
    const letters = remembered(({ folded }) => folded.length);
    expect([50, 60, 50].map((length) => letters(knownWord('س'.repeat(length))))).toEqual([50, 60, 50]);
  });
});
