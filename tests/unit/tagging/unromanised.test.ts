import { describe, expect, it } from 'vitest';
import { shortAndLong } from '../../../data/build/names';
import { unromanised } from '../../../data/build/unromanise';
import { fold } from '../../../lib/text/fold';

describe('Arabic from a full romanisation', () => {
  it.each([
    ['‘Ayn Ḩalāqīm', 'عين حلاقيم'], ['Ma‘arrat an Nu‘mān', 'معرة النعمان'], ['Khān Shaykhūn', 'خان شيخون'], ['Ash Shaykh Ḩadīd', 'الشيخ حديد'],
    ['Şan‘ā’', 'صنعاء'], ['Ḩā’il', 'حائل'], ['Ra’s al ‘Ayn', 'رأس العين'], ['Bi’r as Sab‘', 'بئر السبع'], ['Al Ḩudaydah', 'الحديدة'], ['Aţ Ţā’if', 'الطائف'],
    ['Umm ar Raşāş', 'أم الرصاص'], ['Az̧ Z̧āhir', 'الظاهر'], ['Dayr Ḩassān', 'دير حسان'],
  ])('%s', (roman, arabic) => expect(fold(unromanised(roman) ?? '')).toBe(fold(arabic)));

  it.each([
    ['no mark: it may just lack them', 'Kafr Nabl'], ['a short vowel at the end', 'Mālikī Ka‘ba'], ['letters of French', 'Chéria ‘Ayn'], ['brackets', 'Ḩamāh (old)'],
    ['e and o', 'Ḩomeh'], ['too short', 'Bā'], ['nothing', ''],
  ])('is not told of %s', (_name, roman) => expect(unromanised(roman)).toBeNull());
});

describe('short and long forms of English names', () => {
  it.each([
    ['Saint Paul', 'US', ['St. Paul']], ['St. Louis', 'US', ['Saint Louis']], ['Mount Pleasant', 'GB', ['Mt. Pleasant']], ['Fort Worth', 'US', ['Ft. Worth']],
    ['St Albans', 'GB', ['Saint Albans']], ['Saint-Denis', 'FR', []], ['Saint Louis', 'SN', []], ['Stafford', 'GB', []],
  ])('%s in %s', (name, country, forms) => expect(shortAndLong(name, country)).toEqual(forms));
});
