import { expect, test } from 'vitest';
import type { SourceHealth } from '../../../lib/source';
import { judgeHealth, type HealthFacts } from '../../../lib/source-health';
import { publishingSite, siteOf } from '../../../lib/site-name';

const DAY = 86_400_000;
const NOW = 1000 * DAY;
const ago = (days: number) => NOW - days * DAY;
const fine: HealthFacts = { status: 'active', addedAt: ago(400), lastPollAt: ago(0), lastSuccessAt: ago(0), failures: 0, recent: [ago(0), ago(1), ago(2)] };
const every = (days: number, newest: number) => Array.from({ length: 10 }, (_, n) => ago(newest + n * days));

test.each<[string, Partial<HealthFacts>, SourceHealth]>([
  ['publishes and answers', {}, 'healthy'],
  ['is paused, whatever else', { status: 'paused', failures: 90 }, 'paused'],
  ['is gone', { status: 'gone' }, 'dead'],
  ['was never asked', { lastPollAt: null, lastSuccessAt: null, recent: [] }, 'waiting'],
  ['failed just now', { failures: 1 }, 'failing'],
  ['has failed for six days', { failures: 40, lastSuccessAt: ago(6) }, 'failing'],
  ['has failed for eight days', { failures: 40, lastSuccessAt: ago(8) }, 'dead'],
  ['never answered, and was added yesterday', { failures: 20, lastSuccessAt: null, addedAt: ago(1), recent: [] }, 'failing'],
  ['never answered in a month', { failures: 90, lastSuccessAt: null, addedAt: ago(30), recent: [] }, 'dead'],
  ['failed once after Marsad was off for a month', { failures: 1, lastSuccessAt: ago(30) }, 'failing'],
  ['hourly, silent for a day', { recent: every(1 / 24, 1) }, 'healthy'],
  ['hourly, silent for three days', { recent: every(1 / 24, 3) }, 'silent'],
  ['weekly, silent for a month', { recent: every(7, 30) }, 'healthy'],
  ['weekly, silent for eighty days', { recent: every(7, 80) }, 'silent'],
  ['monthly, silent for a hundred days', { recent: every(30, 100) }, 'silent'],
  ['a few undated ones of one moment, a week ago', { recent: [ago(7), ago(7), ago(7)] }, 'healthy'],
  ['a few undated ones of one moment, three weeks ago', { recent: [ago(21), ago(21), ago(21)] }, 'silent'],
  ['answers with nothing since a year', { recent: [] }, 'silent'],
  ['answers with nothing since yesterday', { recent: [], addedAt: ago(1) }, 'healthy'],
])('a feed that %s', (_name, facts, health) => expect(judgeHealth({ ...fine, ...facts }, NOW)).toBe(health));

test.each<[string, string | null]>([
  ['https://feeds.bbci.co.uk/arabic/rss.xml', 'bbci.co.uk'],
  ['https://www.aljazeera.net/rss', 'aljazeera.net'],
  ['https://sana.sy/?feed=rss2', 'sana.sy'],
  ['https://www.petra.gov.jo/rss', 'petra.gov.jo'],
  ['https://writer.blogspot.com/feeds/posts/default', 'writer.blogspot.com'],
  ['http://127.0.0.1:8080/x', '127.0.0.1'],
  ['https://أخبار.example/', 'xn--igbicxr.example'],
  ['لا عنوان', null],
])('the site of %s', (url, site) => expect(siteOf(url)).toBe(site));

test('a carrier of feeds is the publisher of none', () => {
  expect(publishingSite({ url: 'https://feeds.feedburner.com/x' })).toBeNull();
  expect(publishingSite({ url: 'https://feeds.feedburner.com/x', siteUrl: 'https://www.jarida.example/' })).toBe('jarida.example');
});
