import type { StreamRecord } from './record';

/** `recorded`: in the bursts of the recording; `even`: the same span, equal gaps. */
export type Pace = 'recorded' | 'even';

/** A record and when it appears, in milliseconds after the start of the replay. */
export interface Cue {
  record: StreamRecord;
  at: number;
}

/** When each record appears, `speed` times as fast as it was recorded. Records come in the order of their times. */
export function timeline(records: readonly StreamRecord[], speed: number, pace: Pace): Cue[] {
  const time = (record: StreamRecord | undefined) => record?.extractedAt.getTime() ?? 0;
  const first = time(records[0]);
  const gap = (time(records.at(-1)) - first) / Math.max(1, records.length - 1);
  return records.map((record, index) => ({ record, at: (pace === 'even' ? index * gap : time(record) - first) / speed }));
}

/** The cues of each newspaper, in the order in which the newspapers first appear. */
export function bySource(cues: readonly Cue[]): Map<string, Cue[]> {
  const sources = new Map<string, Cue[]>();
  for (const cue of cues) {
    const own = sources.get(cue.record.source);
    if (own) own.push(cue);
    else sources.set(cue.record.source, [cue]);
  }
  return sources;
}
