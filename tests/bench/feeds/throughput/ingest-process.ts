import { readConfig } from '../../../../server/config';
import { createDatabase } from '../../../../server/db/client';
import { createIngest, type Ingest } from '../../../../server/ingest-app';
import { createLog } from '../../../../server/log';
import type { IngestOrder, Usage } from './messages';

// The ingest side as the product composes it, in a process that tells what it has used.
const log = createLog('warn');
let ingest: Ingest | null = null;

async function start({ databaseUrl, dataDir, projectDir, allowed }: IngestOrder): Promise<void> {
  const config = readConfig({ ROLE: 'ingest', DATABASE_URL: databaseUrl, DATA_DIR: dataDir, FEEDS: 'none', POLL_MIN_SECONDS: '21600' }, projectDir);
  const db = createDatabase(databaseUrl, (error) => log.error({ err: error }, 'a connection broke'));
  // too many for an environment variable
  ingest = createIngest({ ...config, allowPrivateFeeds: new Set(allowed) }, [], db, 'bench', log);
  await ingest.start();
}

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  return { cpu: user + system, rss: process.memoryUsage.rss() };
}

process.on('message', (order: IngestOrder | 'usage') => {
  if (order === 'usage') process.send?.(usage());
  else void start(order).then(() => process.send?.('started'));
});
process.on('disconnect', () => void ingest?.stop().finally(() => process.exit()));
