import { errors } from 'undici';
import { PrivateAddressError } from './addresses';
import { TooLargeError, UnknownCodingError } from './body';
import type { FailureOutcome } from './result';

/** A server that goes on and on without coming to its answer. */
export class EndlessAnswerError extends Error {
  override name = 'EndlessAnswerError';
}

export interface NetworkFailure {
  outcome: FailureOutcome;
  detail: string;
}

const BY_CODE: ReadonlyMap<string, FailureOutcome> = new Map<string, FailureOutcome>([
  ['ENOTFOUND', 'dns-error'], ['EAI_AGAIN', 'dns-error'], ['EAI_FAIL', 'dns-error'], ['ENODATA', 'dns-error'], ['ESERVFAIL', 'dns-error'],
  ['ECONNREFUSED', 'connection-refused'],
  ['ETIMEDOUT', 'timeout'], ['UND_ERR_CONNECT_TIMEOUT', 'timeout'], ['UND_ERR_HEADERS_TIMEOUT', 'timeout'], ['UND_ERR_BODY_TIMEOUT', 'timeout'],
  ['UND_ERR_RES_EXCEEDED_MAX_SIZE', 'too-large'], ['UND_ERR_HEADERS_OVERFLOW', 'too-large'],
  ['ECONNRESET', 'network-error'], ['EPIPE', 'network-error'], ['EHOSTUNREACH', 'network-error'], ['ENETUNREACH', 'network-error'],
  ['ENETDOWN', 'network-error'], ['EADDRNOTAVAIL', 'network-error'],
  ['UND_ERR_SOCKET', 'network-error'], ['ERR_STREAM_PREMATURE_CLOSE', 'network-error'],
  ['EPROTO', 'tls-error'], ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls-error'], ['UNABLE_TO_GET_ISSUER_CERT', 'tls-error'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls-error'], ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls-error'], ['SELF_SIGNED_CERT_IN_CHAIN', 'tls-error'],
  ['HOSTNAME_MISMATCH', 'tls-error'], ['INVALID_PURPOSE', 'tls-error'],
]);
const BY_PREFIX: readonly (readonly [string, FailureOutcome])[] = [
  ['CERT_', 'tls-error'], ['ERR_TLS_', 'tls-error'], ['ERR_SSL_', 'tls-error'], ['HPE_', 'network-error'], ['UND_ERR_PRX_', 'network-error'], ['UND_ERR_RES', 'network-error'],
  ['Z_', 'unreadable'], ['ERR_BROTLI', 'unreadable'], ['ERR__ERROR_FORMAT', 'unreadable'], ['ERR_PADDING', 'unreadable'],
];

/** What a request failed with -> the outcome and its words; null for what is no failure of the network but a bug. */
export function networkFailure(error: unknown): NetworkFailure | null {
  if (error instanceof PrivateAddressError) return { outcome: 'private-address', detail: error.message };
  if (error instanceof TooLargeError) return { outcome: 'too-large', detail: error.message };
  if (error instanceof UnknownCodingError) return { outcome: 'unreadable', detail: error.message };
  if (error instanceof EndlessAnswerError) return { outcome: 'network-error', detail: error.message };
  // its code is missing in some cases
  if (error instanceof errors.HTTPParserError) return { outcome: 'network-error', detail: `the server does not keep to HTTP: ${error.message}` };
  if (!(error instanceof Error)) return null;
  const cause = firstCoded(error);
  const code = cause && codeOf(cause);
  const outcome = code && (BY_CODE.get(code) ?? BY_PREFIX.find(([prefix]) => code.startsWith(prefix))?.[1]);
  if (!cause || !outcome) return null;
  const damaged = outcome === 'unreadable';
  return { outcome, detail: damaged ? `the compressed answer is damaged: ${cause.message}` : `${cause.message || code} (${code})` };
}

/** Happy eyeballs wraps what each address failed with in one AggregateError. */
function firstCoded(error: Error): Error | null {
  if (error instanceof AggregateError) {
    const inner = (error.errors as unknown[]).find((one): one is Error => one instanceof Error && codeOf(one) !== null);
    if (inner) return inner;
  }
  if (codeOf(error) !== null) return error;
  return error.cause instanceof Error ? firstCoded(error.cause) : null;
}

function codeOf(error: Error): string | null {
  return 'code' in error && typeof error.code === 'string' ? error.code : null;
}
