import { describe, expect, it } from 'vitest';
import type { StreamRecord } from '../../../server/replay/record';
import { bySource, timeline } from '../../../server/replay/timeline';

const record = (seconds: number, source = 'الصفا'): StreamRecord => ({
  id: `${source}-${seconds}`, source, title: 'خبر', text: '', url: 'http://assafa.example/', lang: 'ar', extractedAt: new Date(seconds * 1000),
});
const times = (cues: { at: number }[]) => cues.map((cue) => cue.at);

describe('timeline', () => {
  const burst = [record(1000), record(1001), record(1001), record(1100)];
  it('keeps bursts, at the speed asked for', () => {
    expect(times(timeline(burst, 10, 'recorded'))).toEqual([0, 100, 100, 10_000]);
  });
  it('spaces evenly over the same span', () => {
    expect(times(timeline(burst, 10, 'even'))).toEqual([0, 10_000 / 3, 20_000 / 3, 10_000]);
  });
  it.each(['recorded', 'even'] as const)('has one item appear at once, and none where there is none: %s', (pace) => {
    expect(times(timeline([record(5)], 2, pace))).toEqual([0]);
    expect(timeline([], 2, pace)).toEqual([]);
  });
});

describe('bySource', () => {
  it('keeps the order of each newspaper', () => {
    const cues = timeline([record(1, 'الصفا'), record(2, 'النور'), record(3, 'الصفا')], 1, 'recorded');
    expect([...bySource(cues)].map(([source, own]) => [source, times(own)])).toEqual([['الصفا', [0, 2000]], ['النور', [1000]]]);
  });
});
