import { describe, expect, it } from 'vitest';
import { readDate } from '../../../server/ingest/stages/dates/dates';

const now = new Date('2018-06-01T12:00:00Z');
const read = (raw: string | null, timezone: string | null = null) => readDate(raw, { now, timezone });

describe('dates with a zone', () => {
  it.each([
    ['RFC 822', 'Wed, 13 Sep 2017 10:30:05 +0300', '2017-09-13T07:30:05.000Z'],
    ['no weekday', '13 Sep 2017 10:30:00 GMT', '2017-09-13T10:30:00.000Z'],
    ['the wrong weekday', 'Mon, 13 Sep 2017 10:30:00 GMT', '2017-09-13T10:30:00.000Z'],
    ['no comma, "Sept", two figures for the year, one for the hour', 'Wed 13 Sept 17 9:05 EST', '2017-09-13T14:05:00.000Z'],
    ['the month in full', 'Wednesday, 13 September 2017 10:30:00 -0430', '2017-09-13T15:00:00.000Z'],
    ['the last century in two figures', 'Fri, 31 Dec 99 23:59:59 GMT', '1999-12-31T23:59:59.000Z'],
    ['American order', 'Sep 13, 2017 10:30 PM (GMT+3)', '2017-09-13T19:30:00.000Z'],
    ['zone named twice', 'Wed, 13 Sep 2017 10:30:00 +0300 (EEST)', '2017-09-13T07:30:00.000Z'],
    ['midnight as 24:00', 'Fri, 13 Oct 2017 24:00:00 GMT', '2017-10-14T00:00:00.000Z'],
    ['asctime with its zone', 'Wed Sep 13 10:30:00 UTC 2017', '2017-09-13T10:30:00.000Z'],
    ['noon', '13 Sep 2017 12:00 PM GMT', '2017-09-13T12:00:00.000Z'],
    ['half past midnight', '13 Sep 2017 12:30 AM GMT', '2017-09-13T00:30:00.000Z'],
    ['ISO', '2017-09-13T10:30:00Z', '2017-09-13T10:30:00.000Z'],
    ['ISO with fractions, +5:45', '2017-09-13T10:30:00.123456+05:45', '2017-09-13T04:45:00.123Z'],
    ['ISO with a space and a zone by name', '2017-09-13 10:30:00 UTC+3', '2017-09-13T07:30:00.000Z'],
    ['ISO without separators', '20170913T103000Z', '2017-09-13T10:30:00.000Z'],
    ['ISO in Arabic figures', '٢٠١٧-٠٩-١٣T١٠:٣٠:٠٠+03:00', '2017-09-13T07:30:00.000Z'],
    ['Arabic month and figures', 'الأربعاء، ١٣ سبتمبر ٢٠١٧ ١٠:٣٠ GMT', '2017-09-13T10:30:00.000Z'],
    ['marks of direction in between', '\u200f13 \u200eأيلول 2017 10:30 +0300', '2017-09-13T07:30:00.000Z'],
    ['French', 'mercredi 13 septembre 2017 10:30 +0200', '2017-09-13T08:30:00.000Z'],
    ['Turkish', '13 Eylül 2017 10:30 +0300', '2017-09-13T07:30:00.000Z'],
  ])('%s', (_, raw, at) => {
    expect(read(raw)).toEqual({ at, flag: null });
  });
});

describe('dates without a zone are read in the feed’s, and say so', () => {
  it.each([
    ['ISO, no zone known: UTC', '2017-09-13T10:30:00', null, '2017-09-13T10:30:00.000Z'],
    ['summer in Damascus', '2017-09-13 10:30', 'Asia/Damascus', '2017-09-13T07:30:00.000Z'],
    ['winter in Damascus', '2017-12-13 10:30', 'Asia/Damascus', '2017-12-13T08:30:00.000Z'],
    ['a quarter to: Kathmandu', '13 Sep 2017 10:30', 'Asia/Kathmandu', '2017-09-13T04:45:00.000Z'],
    ['a zone nobody knows: UTC', '13 Sep 2017 10:30', 'Mars/Olympus', '2017-09-13T10:30:00.000Z'],
    ['a shorthand nobody knows', 'Wed, 13 Sep 2017 10:30:00 XYZ', null, '2017-09-13T10:30:00.000Z'],
    ['a day alone', '2017-09-13', null, '2017-09-13T00:00:00.000Z'],
    ['Egyptian name', '13 سبتمبر 2017', null, '2017-09-13T00:00:00.000Z'],
    ['Levantine name', '13 أيلول 2017', null, '2017-09-13T00:00:00.000Z'],
    ['Levantine name of two words', '13 كانون الأول 2017', null, '2017-12-13T00:00:00.000Z'],
    ['both names', '13 كانون الثاني/يناير 2018', null, '2018-01-13T00:00:00.000Z'],
    ['both names, turned round', '2017 آب - أغسطس 13', null, '2017-08-13T00:00:00.000Z'],
    ['Maghreb name', '13 أوت 2017', null, '2017-08-13T00:00:00.000Z'],
    ['without its hamza', '13 اغسطس 2017', null, '2017-08-13T00:00:00.000Z'],
    ['with short vowels and tatweel', '13 سِبتمبـــر 2017', null, '2017-09-13T00:00:00.000Z'],
    ['evening in Arabic', 'الأربعاء 13 سبتمبر 2017 - 10:30 م', 'Asia/Amman', '2017-09-13T19:30:00.000Z'],
    ['morning in full', '13 سبتمبر 2017 الساعة 10:30 صباحا', 'Asia/Amman', '2017-09-13T07:30:00.000Z'],
    ['year first, Arabic figures', '٢٠١٧/٠٩/١٣', null, '2017-09-13T00:00:00.000Z'],
    ['Persian figures', '۲۰۱۷/۰۹/۱۳', null, '2017-09-13T00:00:00.000Z'],
    ['figures that can only be one way round', '13/09/2017 10:30', null, '2017-09-13T10:30:00.000Z'],
    ['and the other', '09/13/2017', null, '2017-09-13T00:00:00.000Z'],
  ])('%s', (_, raw, timezone, at) => {
    expect(read(raw, timezone)).toEqual({ at, flag: 'no-zone' });
  });
});

describe('what is no date to be believed', () => {
  it.each([
    ['none', null, 'missing'],
    ['blank', '  ', 'missing'],
    ['words', 'قبل قليل', 'unreadable'],
    ['day and month may be either way round', '03/04/2017', 'unreadable'],
    ['a day that there is not', '31 نيسان 2017', 'unreadable'],
    ['a time that no clock shows', '13 Sep 2017 25:00', 'unreadable'],
    ['thirteen in the afternoon', '13 Sep 2017 13:30 PM', 'unreadable'],
    ['no day', 'September 2017', 'unreadable'],
    ['no month', '13 2017', 'unreadable'],
    ['two months', '13 سبتمبر / أكتوبر 2017', 'unreadable'],
    ['a word too many', 'published 13 Sep 2017', 'unreadable'],
    ['a month by a name that we do not know', '13 رمضان 2017', 'unreadable'],
    ['year and month', '2017-09', 'unreadable'],
    ['the epoch', 'Thu, 01 Jan 1970 00:00:00 GMT', 'implausible'],
    ['the year nought', '0001-01-01T00:00:00Z', 'implausible'],
    ['tomorrow', '2018-06-02T12:00:00Z', 'future'],
    ['in twenty minutes', '2018-06-01T12:20:00Z', 'future'],
    ['next year in Arabic', '١ كانون الثاني ٢٠١٩', 'future'],
  ])('%s', (_, raw, flag) => {
    expect(read(raw)).toEqual({ at: null, flag });
  });

  it('a clock ten minutes fast is believed', () => {
    expect(read('2018-06-01T12:10:00Z').flag).toBeNull();
  });
});
