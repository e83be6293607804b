import type { Table } from '../figures';
import { runSuite, type PartContext, type SuitePart } from '../suite';
import { measureBusy } from './busy';
import { measureFirst } from './first';
import { measureHour } from './hour';
import { measureList } from './list';

type Measure = (context: PartContext, chromium: string) => Promise<Table[]>;

const PARTS: Readonly<Record<string, { what: string; measure: Measure }>> = {
  first: { what: 'a page opened with nothing in the cache, Arabic and English: first paint with data, largest paint, shifts, scripts', measure: measureFirst },
  busy: { what: 'how soon a page answers its reader while 20 items a second arrive and 5,000 are in the list', measure: measureBusy },
  list: { what: 'whether a list of 50,000 scrolls without a task over 50 ms', measure: measureList },
  hour: { what: 'whether the memory of an open page is flat over an hour of 20 items a second', measure: measureHour },
};

export const main = (argv: string[], projectDir: string, chromium: string): Promise<number> => {
  const parts = Object.fromEntries(Object.entries(PARTS).map(([name, { what, measure }]): [string, SuitePart] =>
    [name, { what, measure: (context) => measure(context, chromium) }]));
  const numbers = { minutes: { what: 'how long the hour is, in minutes', usual: 60 } };
  return runSuite({ name: 'ui', about: 'How the page feels: a browser on the built pages, over the loopback, with a Marsad that reads feeds.', parts, numbers }, argv, projectDir);
};
