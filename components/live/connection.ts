/** What the badge says. `catching-up`: connected again, and asking for what was missed. */
export type Phase = 'connecting' | 'live' | 'reconnecting' | 'catching-up' | 'offline';

export interface Connection {
  phase: Phase;
  /** attempts that failed since the last success */
  failures: number;
  /** was live before: what follows a break is catching up, not connecting */
  wasLive: boolean;
  /** how many changes are being caught up with; null where the server has not said */
  behind: number | null;
  /** why the server refused the subscription, in its words */
  refusal: string | null;
}

export type ConnectionEvent =
  | { type: 'connected' }
  | { type: 'subscribed' }
  | { type: 'behind'; count: number }
  | { type: 'disconnected' }
  | { type: 'failed' }
  | { type: 'network-lost' }
  | { type: 'refused'; reason: string };

export const NOT_CONNECTED: Connection = { phase: 'connecting', failures: 0, wasLive: false, behind: null, refusal: null };

/** So many attempts in a row, some ten seconds, and the badge no longer promises that it will be soon. */
const OFFLINE_AFTER = 4;

export function nextConnection(connection: Connection, event: ConnectionEvent): Connection {
  const before = connection.wasLive ? 'reconnecting' : 'connecting';
  switch (event.type) {
    case 'connected':
      return { ...connection, phase: connection.wasLive ? 'catching-up' : 'connecting', behind: null };
    case 'behind':
      return { ...connection, behind: event.count };
    case 'subscribed':
      return { phase: 'live', failures: 0, wasLive: true, behind: null, refusal: null };
    case 'disconnected':
      return { ...connection, phase: connection.phase === 'offline' ? 'offline' : before };
    case 'network-lost':
      return { ...connection, phase: 'offline' };
    case 'refused':
      return { ...connection, phase: 'offline', refusal: event.reason };
    case 'failed': {
      const failures = connection.failures + 1;
      const phase = failures >= OFFLINE_AFTER || connection.phase === 'offline' ? 'offline' : before;
      return { ...connection, failures, phase };
    }
  }
}

/** The first attempt is under way: what can wait for it leaves it the line. */
export const isFirstAttempt = ({ phase, failures, wasLive }: Connection): boolean => phase === 'connecting' && failures === 0 && !wasLive;
