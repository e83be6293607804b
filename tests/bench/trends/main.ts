import type { Table } from '../figures';
import { runSuite, type PartContext, type SuitePart } from '../suite';
import { measureBacktests } from './backtests';
import { openHistory } from './history';
import { measureReading } from './reading';
import { measureRecorded } from './recorded';
import { measureSpikeCheck } from './spike-check';
import { measureStoring } from './storing';

const MILLION = 1_000_000;

async function reading({ projectDir, say }: PartContext, total: number): Promise<Table[]> {
  const history = await openHistory(projectDir, total, say);
  try {
    const tables = await measureReading(history);
    return [...tables, { title: `Storing beside ${total.toLocaleString('en')} articles`, rows: await measureStoring(history, say), notes: [] }];
  } finally {
    await history.close();
  }
}

const PARTS: Record<string, SuitePart> = {
  million: { what: 'how fast a history of a million articles is read; the database is made once, and kept', measure: (context) => reading(context, MILLION) },
  'ten-million': { what: 'the same with ten million: making it takes an hour and 40 GB', measure: (context) => reading(context, 10 * MILLION) },
  spikes: { what: 'bursts put into made-up histories: how many are found how soon, and what is found beside them', measure: measureBacktests },
  'spikes-recorded': { what: 'a crawler\'s recorded stream, in bursts: whether coverage that rises and falls as a whole makes spikes', measure: measureRecorded },
  'spike-check': { what: 'what a look for spikes over 5,000 series takes, and keeps in memory', measure: measureSpikeCheck },
};

export const main = (argv: string[], projectDir: string): Promise<number> =>
  runSuite({ name: 'trends', about: 'How fast counts and lists are read from long histories, and what they take.', parts: PARTS }, argv, projectDir);
