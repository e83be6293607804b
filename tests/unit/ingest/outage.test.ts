import { describe, expect, test } from 'vitest';
import type { DocumentReach, OutageVerdict } from '../../../lib/feed';
import { judgeOutage, type JudgedPoll } from '../../../server/ingest/outage';

const at = (time: string) => new Date(`2017-09-15T${time}Z`);
const LAST = at('12:00:00');
const FEED = { lastSuccessAt: LAST, askedSince: at('00:00:00'), failures: 0, intervalSeconds: 300, pushed: false, sample: false };
const reach = (part: Partial<DocumentReach> = {}): DocumentReach => ({ overlaps: false, oldest: at('14:30:00'), ...part });
const poll = (time: string, part: Partial<JudgedPoll> = {}): JudgedPoll => ({ outcome: 'ok', reach: reach(), startedAt: at(time), finishedAt: at(time), ...part });
const missed = (until: string): OutageVerdict => ({ kind: 'missed', since: LAST, until: at(until) });
const NOTHING: OutageVerdict = { kind: 'nothing-missed' };

type Feed = Parameters<typeof judgeOutage>[0];

describe('what a poll says of the time before', () => {
  test.each<[string, Partial<Feed>, JudgedPoll, OutageVerdict | null]>([
    ['asked in time, whatever it says', {}, poll('12:05:00'), null],
    ['asked in time, as before', {}, poll('12:05:00', { outcome: 'not-modified', reach: null }), null],
    ['nobody asked for hours, and its document has moved on: up to its oldest date', {}, poll('15:00:00'), missed('14:30:00')],
    ['the same, and no date in it: up to the poll', {}, poll('15:00:00', { reach: reach({ oldest: null }) }), missed('15:00:00')],
    ['the same, dated in the future: up to the poll', {}, poll('15:00:00', { reach: reach({ oldest: at('17:00:00') }) }), missed('15:00:00')],
    ['nobody asked for hours, but it still lists what was known', {}, poll('15:00:00', { reach: reach({ overlaps: true }) }), NOTHING],
    ['nobody asked for hours, and it reaches back to before', {}, poll('15:00:00', { reach: reach({ oldest: at('11:00:00') }) }), NOTHING],
    ['nobody asked for hours, and it is unchanged', {}, poll('15:00:00', { outcome: 'unchanged', reach: null }), NOTHING],
    ['an empty document after hours tells nothing: up to the poll', {}, poll('15:00:00', { reach: reach({ oldest: null }) }), missed('15:00:00')],
    ['a slow feed, asked as slowly as ever', { intervalSeconds: 3600 }, poll('14:50:00'), null],
    ['a feed whose hub delivers, asked once an hour', { pushed: true }, poll('13:05:00'), null],
    ['one failure is none', {}, poll('12:05:00', { outcome: 'timeout', reach: null }), null],
    ['fails for long', { failures: 4 }, poll('12:16:00', { outcome: 'timeout', reach: null }), { kind: 'silent', since: LAST }],
    ['a quick feed fails for nine minutes', { failures: 9, intervalSeconds: 30 }, poll('12:09:00', { outcome: 'http-error', reach: null }), null],
    ['a slow feed fails for two hours', { failures: 2, intervalSeconds: 3600 }, poll('14:00:00', { outcome: 'http-error', reach: null }), null],
    ['failed for a moment, and moved on meanwhile', { failures: 1 }, poll('12:10:00', { reach: reach({ oldest: at('12:06:00') }) }), missed('12:06:00')],
    ['failed for a moment, and is as before', { failures: 1 }, poll('12:10:00', { outcome: 'not-modified', reach: null }), NOTHING],
    ['is gone: nothing more will come', { failures: 9 }, poll('15:00:00', { outcome: 'gone', reach: null }), { kind: 'ended', until: at('15:00:00') }],
    ['never answered', { lastSuccessAt: null, failures: 30 }, poll('15:00:00', { outcome: 'timeout', reach: null }), null],
    ['its first answer', { lastSuccessAt: null }, poll('15:00:00'), null],
    ['was paused since, and goes on', { askedSince: at('14:55:00') }, poll('15:00:00'), null],
    ['was paused since, goes on, and fails', { askedSince: at('13:00:00'), failures: 9 }, poll('15:00:00', { outcome: 'timeout', reach: null }), null],
    ['the sample wire', { sample: true }, poll('15:00:00'), null],
  ])('%s', (_name, feed, one, expected) => expect(judgeOutage({ ...FEED, ...feed }, one)).toEqual(expected));
});
