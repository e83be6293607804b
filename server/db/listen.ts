import pg from 'pg';
import { CONNECT_WITHIN_MS } from './connecting';

export interface Listener {
  stop(): Promise<void>;
}

const RECONNECT_MS = 1_000;

/**
 * LISTENs on a connection of its own (a pooled one may be taken away) and connects again when it breaks.
 * `onNotify` is also called after each connect, since notifications sent meanwhile are lost.
 */
export function listen(
  connectionString: string,
  channel: string,
  onNotify: () => void,
  onError: (error: Error) => void,
  connectWithinMs = CONNECT_WITHIN_MS,
): Listener {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  const again = () => {
    client = null;
    if (!stopped && !timer) timer = setTimeout(connect, RECONNECT_MS);
  };

  function connect(): void {
    timer = null;
    const mine = new pg.Client({
      connectionString, application_name: 'marsad-listen', keepAlive: true, connectionTimeoutMillis: connectWithinMs,
    });
    client = mine;
    mine.on('notification', onNotify);
    mine.on('error', onError);
    mine.on('end', again);
    mine.connect()
      .then(() => mine.query(`listen ${mine.escapeIdentifier(channel)}`))
      .then(onNotify)
      .catch((error: Error) => {
        if (!stopped) onError(error);
        mine.end().catch(onError);
        if (client === mine) again();
      });
  }

  connect();
  return {
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      await client?.end();
    },
  };
}
