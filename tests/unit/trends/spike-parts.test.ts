import { describe, expect, test } from 'vitest';
import { createPastHours } from '../../../server/trends/past-hours';
import { pairsWorthALook, seriesOf, since, type RecentArticle } from '../../../server/trends/recent-articles';
import { companions, explaining, type ToldArticle } from '../../../server/trends/story';

const told = (id: string, publisherId: number, firstSeenAt: number, title: string): ToldArticle => ({ id, publisherId, firstSeenAt, title, lang: 'ar' });

describe('the articles that explain a spike', () => {
  const articles = [
    told('1', 1, 10, 'غارات على مدينة إدلب توقع قتلى'), told('2', 1, 11, 'الغارات على إدلب توقع قتلى'), told('3', 2, 12, 'توقع غارات على إدلب مدينة قتلى'),
    told('4', 3, 13, 'مجلس الأمن يعقد جلسة طارئة'), told('5', 1, 14, 'نزوح آلاف العائلات من الريف'), told('6', 2, 9, 'الدفاع المدني ينتشل ضحايا'),
  ];
  const ids = (most: number) => explaining(articles, most).map(({ id }) => id);
  test('are of different publishers first, by their coming, and say no two the same', () => expect(ids(3)).toEqual(['6', '1', '4']));
  test('a publisher’s second comes only where no other has more to say', () => expect(ids(9)).toEqual(['6', '1', '4', '5']));
});

test('what is named beside is much of the spike and little of the rest; the series itself is not', () => {
  const spike = [[1, 2, 9], [1, 2, 9], [1, 2, 3, 9], [1, 9]].map((keys) => ({ keys }));
  const rest = Array.from({ length: 36 }, (_, n) => ({ keys: [9, ...(n < 2 ? [2] : [])] }));
  expect(companions(spike, [...spike, ...rest], new Set([1]), 5)).toEqual([{ key: 3, count: 1, expected: 0.1 }, { key: 2, count: 3, expected: 0.5 }].sort((a, b) => b.count - a.count));
});

const at = (id: number, minutesAgo: number, publisherId: number, ...keys: number[]): RecentArticle => ({ id: String(id), at: -minutesAgo * 60_000, publisherId, keys });
const names = new Map([[1, 'topic:conflict'], [2, 'region:SY'], [3, 'topic:sport'], [4, 'region:KZ']]);

describe('the last day’s articles', () => {
  const articles = [at(1, 1, 1, 1, 2), at(2, 5, 2, 1, 2, 99), at(3, 9, 3, 1, 2), at(4, 20, 1, 3, 4), at(5, 61, 1, 1, 2)];
  const recent = seriesOf(articles, names);
  test('by series, and by topic in a place', () => {
    expect([...recent.names()].sort()).toEqual(['region:KZ', 'region:SY', 'topic:conflict', 'topic:sport']);
    expect(recent.of('topic:conflict region:SY').map(({ id }) => id)).toEqual(['1', '2', '3', '5']);
    expect(recent.of('topic:sport region:SY')).toEqual([]);
    expect(recent.of('topic:nothing')).toEqual([]);
  });
  test.each([[0, 0], [5, 1], [6, 2], [60, 4], [120, 5]])('since %i minutes: %i', (minutes, count) => expect(since(articles, -minutes * 60_000)).toHaveLength(count));
  test('pairs of enough articles and publishers, that meet more often than by chance', () => {
    const look = (least: number, publishers: number) => pairsWorthALook(recent, -3_600_000, { articles: least, publishers }, names, 5);
    expect(look(3, 3)).toEqual(['topic:conflict region:SY']);
    expect(look(3, 4)).toEqual([]);
    expect(look(4, 3)).toEqual([]);
  });
});

describe('the past by the hour', () => {
  test('moves on with the hours, and forgets what nobody has mentioned for four weeks', () => {
    const past = createPastHours(1000);
    past.tell([{ series: null, hour: 999, count: 5 }, { series: 'topic:حرب', hour: 999, count: 2 }, { series: 'topic:حرب', hour: 1000, count: 9 }]);
    expect([past.of('topic:حرب').at(-1), past.coverage().totals.at(-1), past.coverage().gaps.at(-1), past.coverage().gaps.at(-2)]).toEqual([2, 5, 0, 1]);
    past.moveTo(1002);
    expect([past.end(), past.coverage().from, past.of('topic:حرب').at(-3), past.of('topic:حرب').at(-1)]).toEqual([1002, 1002 - 672, 2, 0]);
    past.moveTo(1002 + 672);
    expect(past.has('topic:حرب')).toBe(false);
    expect(past.of('topic:حرب').every((count) => count === 0)).toBe(true);
  });
});
