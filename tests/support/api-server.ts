import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { environmentWith } from '../../server/config';
import { temporaryFolder } from './folders';
import { startMarsad, TEST_DIST_DIR } from './marsad';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

export interface ApiServer {
  get(address: string, headers?: Record<string, string>): Promise<Response>;
  /** the answer as JSON */
  json<T>(address: string): Promise<T>;
  send(method: string, address: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  stop(): Promise<void>;
}

/** What the first start after a change does: builds the pages. */
export async function buildPages(): Promise<void> {
  const child = spawn(process.execPath, [path.join(PROJECT, 'bin/setup.mjs')], { cwd: PROJECT, env: environmentWith({ NEXT_DIST_DIR: TEST_DIST_DIR }) as NodeJS.ProcessEnv });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said += chunk.toString('utf8'); });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`the pages can't be built:\n${said}`);
}

/** A Marsad that only serves, on a database of the test's own. */
export async function startApiServer(connectionString: string): Promise<ApiServer> {
  const folder = await temporaryFolder();
  const marsad = await startMarsad({ dataDir: folder.path, env: { ROLE: 'web', DATABASE_URL: connectionString } });
  const get = (address: string, headers: Record<string, string> = {}) => fetch(`${marsad.address}${address}`, { headers });
  return {
    get,
    async json<T>(address: string) {
      const answer = await get(address);
      const body = await answer.text();
      if (!answer.ok) throw new Error(`${answer.status} ${address}: ${body}`);
      return JSON.parse(body) as T;
    },
    send: (method, address, body, headers = {}) => fetch(`${marsad.address}${address}`, {
      method, headers: { origin: marsad.address, 'content-type': 'application/json', ...headers }, body: body === undefined ? undefined : JSON.stringify(body),
    }),
    async stop() {
      await marsad.stop();
      await folder.remove();
    },
  };
}
