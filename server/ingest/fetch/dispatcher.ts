import { Agent, buildConnector } from 'undici';
import { guardedLookup, refusePrivateLiteral, resolveByDns, type Resolve } from './addresses';

export interface DispatcherOptions {
  /** host:port that may be asked although their address is private */
  allowPrivate: ReadonlySet<string>;
  connectTimeoutMs: number;
  totalTimeoutMs: number;
  maxBytes: number;
  resolve?: Resolve;
}

/** The one way out: every connection, of redirects too, is made here and its address checked here. */
export function createDispatcher({ allowPrivate, connectTimeoutMs, totalTimeoutMs, maxBytes, resolve }: DispatcherOptions): Agent {
  const open = buildConnector({ timeout: connectTimeoutMs });
  const guarded = buildConnector({ timeout: connectTimeoutMs, lookup: guardedLookup(resolve ?? resolveByDns) });
  const connect: buildConnector.connector = (options, callback) => {
    if (allowPrivate.has(hostPort(options))) return open(options, callback);
    try {
      refusePrivateLiteral(options.hostname);
    } catch (error) {
      return callback(error instanceof Error ? error : new Error(String(error)), null);
    }
    return guarded(options, callback);
  };
  return new Agent({ connect, headersTimeout: totalTimeoutMs, bodyTimeout: totalTimeoutMs, maxResponseSize: maxBytes, pipelining: 1 });
}

/** As ALLOW_PRIVATE_FEEDS writes it: lower case, brackets round IPv6, the port always. */
function hostPort({ hostname, protocol, port }: buildConnector.Options): string {
  const host = hostname.includes(':') ? `[${hostname}]` : hostname;
  return `${host.toLowerCase()}:${port || (protocol === 'https:' ? '443' : '80')}`;
}
