import type { Sample } from './learn-weights';

export interface LabelledRow {
  topic?: string;
  title?: string;
  text?: string;
}

/** The sections of ANT (Arabic News Texts, Apache-2.0) that are topics; the others are places or remainders. */
const SECTIONS: Readonly<Record<string, string>> = { culture: 'arts', economy: 'economy', politic: 'politics', technology: 'science', sport: 'sport' };

export function samplesOf(rows: readonly LabelledRow[]): Sample[] {
  return rows.flatMap(({ topic = '', title = '', text = '' }) => {
    const known = SECTIONS[topic];
    return known === undefined ? [] : [{ topic: known, text: `${title}\n${text}` }];
  });
}
