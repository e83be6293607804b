import { describe, expect, it } from 'vitest';
import { readDate } from '../../../server/ingest/stages/dates/dates';

const now = new Date('2018-06-01T12:00:00Z');
const LANGUAGES = 'ar-EG ar-SY ar-LB ar-IQ ar-JO ar-SA ar-DZ ar-TN ar-MA ar-MR ar-LY fa-u-ca-gregory fa ur ps-u-ca-gregory ckb he tr en fr es it pt de nl sv da nb ru uk pl el hu id';
const MONTHS = Array.from({ length: 12 }, (_, month) => month);

describe('the month names of every language in which we say that we read them', () => {
  it.each(LANGUAGES.split(' ').flatMap((lang) => (['long', 'short'] as const).map((length) => [lang, length] as const)))('%s, %s', (lang, length) => {
    const write = new Intl.DateTimeFormat(lang, { timeZone: 'UTC', year: 'numeric', month: length, day: 'numeric' });
    const days = MONTHS.map((month) => new Date(Date.UTC(2017, month, 13)));
    expect(days.map((day) => readDate(write.format(day), { now, timezone: null }).at ?? write.format(day))).toEqual(days.map((day) => day.toISOString()));
  });
});
