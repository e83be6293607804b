import { describe, expect, test } from 'vitest';
import { nearNames } from '@/components/filters/near-names';
import type { KnownPlace } from '@/lib/trends';

const place = (id: string, en: string, ar: string | null, articles: number): KnownPlace => ({ id, label: { en, ar }, kind: 'city', country: 'IQ', lat: 0, lon: 0, within: [], articles });
const PLACES = [place('1', 'Hawija', 'الحويجة', 4), place('2', 'Haditha', 'حديثة', 3), place('3', 'Hama', 'حماة', 9), place('4', 'Homs', 'حمص', 12), place('5', 'Hawijah', null, 5), place('6', 'Idlib', 'إدلب', 30),
  place('7', 'Tal', 'تل', 2), place('8', 'Tall', 'تلة', 2), place('9', 'Deir ez-Zor', 'دير الزور', 7)];

describe('names that are near', () => {
  test.each([
    ['two letters swapped', 'Hawjia', ['1']],
    ['a letter left out; the more mentioned of two', 'Hawija', ['1', '5']],
    ['a letter too many: as near to both', 'Hawijaa', ['5', '1']],
    ['in Arabic', 'الحوبجة', ['1']],
    ['in Arabic without the hamza', 'ادلب', ['6']],
    ['short words may have no more than one', 'Hxyz', []],
    ['… and that only two letters swapped', 'Hmos', ['4']],
    ['… in Arabic too', 'ادبل', ['6']],
    ['a plain word that a short name is part of', 'talk', []],
    ['the same in Arabic', 'تلال', []],
    ['a vowel written otherwise', 'Idleb', ['6']],
    ['two slips in a long name', 'Dier ezzor', ['9']],
    ['a letter put for another, in Arabic', 'دير الزوز', ['9']],
    ['very short ones none', 'حمس', []],
    ['nothing typed', '', []],
  ])('%s', (_name, text, expected) => expect(nearNames(text, PLACES).map(({ id }) => id)).toEqual(expected));
});
