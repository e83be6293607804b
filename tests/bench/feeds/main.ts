import { runSuite, type SuitePart } from '../suite';
import { conformance } from './conformance';
import { day } from './day';
import { extract } from './extract';
import { throughput } from './throughput/throughput';

/** The parts of `npm run bench:feeds`, in the order in which they run. */
const PARTS: Record<string, SuitePart> = { conformance, extract, throughput, day };

export const main = (argv: string[], projectDir: string): Promise<number> =>
  runSuite({ name: 'feeds', about: 'How right feeds and pages are read, what asking them costs, and what a day of failures leaves.', parts: PARTS }, argv, projectDir);
