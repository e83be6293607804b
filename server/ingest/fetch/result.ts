import type { PollOutcome } from '../../../lib/feed';
import type { HeaderLinks } from './link-header';

export interface FetchRequest {
  url: string;
  /** validators of the last answer: with them a server may say "not modified" */
  etag: string | null;
  lastModified: string | null;
  /** what is wanted; a feed's media types if undefined */
  accept?: string;
  /** of the body, unpacked; the fetcher's own if undefined, and no more than that */
  maxBytes?: number;
  /** gives up: the fetch then throws the signal's reason */
  signal?: AbortSignal;
}

interface Answered {
  status: number;
  /** where a permanent redirect leads; null: it stays */
  movedTo: string | null;
  etag: string | null;
  lastModified: string | null;
  /** for how long it says that it holds; null: it says nothing. As a hint */
  freshSeconds: number | null;
}

export interface FetchedBody extends Answered {
  outcome: 'ok';
  /** after redirects: what relative links are relative to */
  url: string;
  /** decompressed, in a buffer of its own that can be handed to another thread */
  bytes: Uint8Array<ArrayBuffer>;
  contentType: string | null;
  links: HeaderLinks;
  /** bytes as they came over the network, compressed */
  received: number;
}

export interface NotModified extends Answered {
  outcome: 'not-modified';
}

export type FailureOutcome = Exclude<PollOutcome, 'ok' | 'not-modified' | 'unchanged'>;

export interface FetchFailure {
  outcome: FailureOutcome;
  /** in words: what and where */
  detail: string;
  status: number | null;
  movedTo: string | null;
  /** what the server asked to wait, if it did */
  retryAfterSeconds: number | null;
}

/** One step of the way to a page: whoever asks decides whether to go on. */
export interface Redirected {
  outcome: 'redirected';
  /** absolute, http or https; a different one */
  to: string;
}

export type FetchResult = FetchedBody | NotModified | FetchFailure;
