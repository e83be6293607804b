import type { FailureOutcome, FetchFailure } from './result';

const MOST_REDIRECTS = 5;
/** A permanent redirect becomes the feed's address, and Postgres indexes no longer one. */
const LONGEST_URL = 2000;
const PERMANENT = new Set([301, 308]);

export interface Trail {
  /** Adds a redirect: the next address, or the failure that it comes to. */
  redirect(status: number, from: string, location: string | null): string | FetchFailure;
  /** where permanent redirects alone have led; null: nowhere */
  movedTo(): string | null;
  failure(outcome: FailureOutcome, detail: string, status?: number, retryAfterSeconds?: number | null): FetchFailure;
}

/** The redirects of one fetch, from its first address on. */
export function createTrail(first: string): Trail {
  const seen = new Set([first]);
  let moved: string | null = null;
  let permanent = true;

  const failure: Trail['failure'] = (outcome, detail, status, retryAfterSeconds) => ({
    outcome, detail, status: status ?? null, movedTo: moved, retryAfterSeconds: retryAfterSeconds ?? null,
  });

  return {
    failure,
    movedTo: () => moved,
    redirect: (status, from, location) => {
      if (location === null || !URL.canParse(location, from)) {
        return failure('http-error', `${status} from ${from} without a usable Location (${location ?? 'none'})`, status);
      }
      const next = new URL(location, from);
      next.hash = '';
      const { length } = next.href;
      if (length > LONGEST_URL) {
        return failure('bad-url', `${status} from ${from} to an address of ${length} characters; ${LONGEST_URL} are the most`, status);
      }
      if (seen.has(next.href)) return failure('redirect-loop', `redirected to ${next.href} for the second time`, status);
      if (seen.size > MOST_REDIRECTS) return failure('redirect-loop', `more than ${MOST_REDIRECTS} redirects, the last to ${next.href}`, status);
      seen.add(next.href);
      // a temporary redirect on the way means: what follows is not for good either
      permanent &&= PERMANENT.has(status);
      if (permanent) moved = next.href;
      return next.href;
    },
  };
}
