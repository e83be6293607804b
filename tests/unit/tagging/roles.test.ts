import { describe, expect, it } from 'vitest';
import { rolesOf, tag } from './tagger-for-tests';

describe('datelines', () => {
  it.each([
    ['city, dash, agency', 'بيروت - وكالات: قال مصدر إن الاجتماع تأجل إلى الغد', 'LB', '276781'],
    ['long dash', 'بيروت – قال مصدر إن الاجتماع تأجل', 'LB', '276781'],
    ['after a kicker', 'قوات تتقدم\n\nبيروت - قال مصدر إن الاجتماع تأجل', 'LB', '276781'],
    ['English, agency in brackets', 'BEIRUT (Agency) - A source said the meeting was put off.', 'LB', '276781'],
    ['English, with its country', 'BEIRUT, Lebanon - A source said the meeting was put off.', 'LB', '276781'],
  ])('%s', (_name, text, _country, id) => expect(rolesOf(text)[id]).toBe('dateline'));

  it('has both cities of two', () => {
    const roles = rolesOf('استانا –  بيروت -الزمان\n\nافتتحت الأربعاء جولة جديدة');
    expect(roles).toEqual({ 1526273: 'dateline', 276781: 'dateline' });
  });

  it('is none where no dash follows', () => {
    expect(rolesOf('بيروت مدينة على البحر')['276781']).not.toBe('dateline');
  });
});

describe('venues', () => {
  it.each([
    ['talks in', 'تستمر المحادثات السورية في جنيف', '2660646'],
    ['talks of', 'انتهت محادثات أستانا حول سوريا', '1526273'],
    ['a conference glued with ب', 'مؤتمر المانحين ببروكسل لدعم سوريا', '2800866'],
    ['English: talks in', 'Syrian talks in Geneva ended', '2660646'],
    ['English: city talks', 'Syria: the Geneva talks ended', '2660646'],
  ])('%s', (_name, text, id) => expect(rolesOf(text)[id]).toBe('venue'));
});

describe('actors', () => {
  it.each([
    ['a verb before', 'تدعم روسيا الحكومة السورية في سوريا، وسوريا ترحب', 'RU'],
    ['joined to it', 'تدعم روسيا وإيران الحكومة السورية', 'IR'],
    ['a verb after', 'واشنطن تنفي وجود قوات في سوريا', '4140963'],
    ['English', 'Washington denies any role in Syria', '4140963'],
  ])('%s', (_name, text, id) => expect(rolesOf(text)[id]).toBe('actor'));

  it('is no town that is no capital', () => {
    expect(Object.values(rolesOf('أعلنت حلب الحداد'))).not.toContain('actor');
  });
});

describe('focus', () => {
  it.each([
    ['the country of the cities', 'قصف على حلب وإدلب وحمص', ['SY']],
    ['demonyms alone', 'الجيش السوري يتقدم نحو بلدة', ['SY']],
    ['not the venue', 'مفاوضات في أستانا حول إدلب وحمص في سوريا', ['SY']],
    ['none', 'كلام بلا مكان', []],
  ])('%s', (_name, title, expected) => expect(tag({ title, text: '', lang: 'ar' }).focusCountries).toEqual(expected));

  it('takes the feed as a hint where nothing else is named', () => {
    expect(tag({ title: 'الوزارة تصدر بيانا', text: '', lang: 'ar', feedCountry: 'EG' }).focusCountries).toEqual(['EG']);
  });
});
