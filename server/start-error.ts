import type { Config } from './config';

/** An expected reason not to start, in one line for the person who started it, or several, each a reason of its own. */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartError';
  }
}

/** Another Marsad has the data folder. */
export class FolderInUseError extends StartError {}

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? '' : codeOf(error.cause);
};

/** host:port/database of an address, without user and password. */
function withoutSecrets(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) return 'the address';
  const { host, pathname } = new URL(databaseUrl);
  return host + pathname;
}

const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT', 'ECONNRESET', 'EAI_AGAIN']);
// pg's own words: it gives these errors no code
const SILENT = new Set(['timeout expired', 'timeout exceeded when trying to connect', 'Connection terminated due to connection timeout']);
// invalid password, invalid authorisation, no such database
const REFUSED = new Set(['28P01', '28000', '3D000']);

/** Turns what the system says into a StartError where the reason is known; else gives the error back. */
export function startErrorOf(error: unknown, config: Config): unknown {
  if (error instanceof StartError) return error;
  const code = codeOf(error);
  if (code === 'EADDRINUSE') {
    return new StartError(`port ${config.port} on ${config.host} is taken: stop what uses it, or choose another with PORT`, { cause: error });
  }
  if (code === 'EACCES' && config.port < 1024) {
    return new StartError(`port ${config.port} needs more rights: choose one above 1023 with PORT`, { cause: error });
  }
  if (code === 'EADDRNOTAVAIL') return new StartError(`HOST ${config.host} is no address of this machine`, { cause: error });
  if (config.databaseUrl && UNREACHABLE.has(code)) {
    return new StartError(`DATABASE_URL: no Postgres answers at ${withoutSecrets(config.databaseUrl)} (${code})`, { cause: error });
  }
  if (config.databaseUrl && error instanceof Error && SILENT.has(error.message)) {
    return new StartError(`DATABASE_URL: ${withoutSecrets(config.databaseUrl)} takes the connection and doesn't answer as a Postgres`, { cause: error });
  }
  if (config.databaseUrl && REFUSED.has(code)) {
    return new StartError(`DATABASE_URL: Postgres at ${withoutSecrets(config.databaseUrl)} refuses the login or the database (${code})`, { cause: error });
  }
  return error;
}
