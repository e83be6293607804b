import { describe, expect, test } from 'vitest';
import { readArticlesQuery, readSeriesQuery, readTopQuery } from '../../../lib/api-query';
import { toCsv } from '../../../lib/csv';

const series = (address: string) => readSeriesQuery(new URLSearchParams(address));

describe('what /api/v1 is asked', () => {
  test('filter and series in one address', () => {
    expect(series('region=SY.12&region=LB&role=about&q=هدنة&bucket=day&tz=Asia/Damascus&by=topic&key=conflict')).toEqual({
      ok: true,
      query: {
        format: 'json',
        series: { filter: { region: ['SY.12', 'LB'], topic: [], role: ['about'], q: 'هدنة', window: '24h' }, bucket: 'day', tz: 'Asia/Damascus', by: 'topic', keys: ['conflict'] },
      },
    });
  });
  test('keys of several kinds, without by', () => {
    expect(series('key=region:170793&key=topic:conflict&key=lang:ar')).toMatchObject({ ok: true, query: { series: { by: null, keys: ['region:170793', 'topic:conflict', 'lang:ar'] } } });
  });
  test('nothing asked: what is usual', () => {
    expect(series('')).toMatchObject({ ok: true, query: { series: { bucket: 'hour', tz: 'UTC', by: null, keys: [] } } });
    expect(readArticlesQuery(new URLSearchParams())).toMatchObject({ ok: true, query: { limit: 50, format: 'json' } });
  });
  test.each<[string, string, RegExp]>([
    ['a bucket that is none', 'bucket=month', /^bucket: is none of minute, hour, day, week$/u],
    ['a zone that is none', 'tz=دمشق', /^tz: .*Asia\/Damascus/u],
    ['a parameter that is none', 'منطقة=سوريا', /^منطقة: is no parameter here; there are region, /u],
    ['a time that is none', 'from=أمس', /^from: .*2026/u],
    ['keys of nothing', 'key=region:SY&key=سوريا', /^key: سوريا is no name such as region:SY/u],
    ['two things at once', 'bucket=x&lang=Arabic', /./u],
  ])('%s is refused by name', (_name, address, expected) => {
    const parsed = series(address);
    expect(parsed.ok ? [] : parsed.problems[0]).toMatch(expected);
  });
  test('every bad field is named at once', () => expect(series('bucket=x&lang=Arabic')).toMatchObject({ ok: false, problems: [expect.stringMatching(/^lang\.0/u), expect.stringMatching(/^bucket/u)] }));
  test.each([['0', /less than 1/u], ['51', /more than 50/u], ['عشرة', /no number/u], ['1.5', /no whole number/u]])('a limit of %s', (limit, expected) => {
    const parsed = readTopQuery(new URLSearchParams({ limit }));
    expect(parsed.ok ? [] : parsed.problems[0]).toMatch(expected);
  });
});

describe('tables', () => {
  const cells = (...row: (string | number | null)[]) => toCsv(['أ'], [row]).split('\r\n')[1];
  test.each<[string, string | number | null, string]>([
    ['a formula is text', '=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['so is a sum', '+1', "'+1"], ['and a mention', '@دمشق', "'@دمشق"], ['and a dash', '-خبر', "'-خبر"], ['a number below zero stays one', -3, '-3'],
    ['a comma', 'دمشق, حلب', '"دمشق, حلب"'], ['a line', 'سطر\nآخر', '"سطر\nآخر"'], ['nothing', null, ''], ['Arabic', 'هدنة', 'هدنة'],
  ])('%s', (_name, value, expected) => expect(cells(value)).toBe(expected));
  test('begins with a byte-order mark', () => expect(toCsv(['أ'], [])).toBe('\ufeffأ\r\n'));
});
