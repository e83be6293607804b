import type { FeedDocument } from '../../../lib/entry';
import type { NamedHub } from '../../../lib/feed';
import type { FetchedBody } from '../fetch';

/** Both become part of a row and of an address. */
const LONGEST_URL = 2000;

/**
 * The hub that a feed names, in its Link headers before its document (WebSub, 4), and the address that the hub knows it by: its
 * own word for it, else where it was found. Null where it names none that can be asked.
 */
export function namedHub({ url, links }: Pick<FetchedBody, 'url' | 'links'>, document: Pick<FeedDocument, 'hub' | 'self'>): NamedHub | null {
  const hub = usable(links.hub) ?? usable(document.hub);
  const topic = usable(links.self) ?? usable(document.self) ?? usable(url);
  return hub === null || topic === null ? null : { hub, topic };
}

/** As it is written: a hub compares topics letter by letter. */
function usable(address: string | null): string | null {
  const trimmed = address?.trim() ?? '';
  if (trimmed.length > LONGEST_URL || !URL.canParse(trimmed)) return null;
  return /^https?:$/u.test(new URL(trimmed).protocol) ? trimmed : null;
}
