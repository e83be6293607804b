/** As much of pino as is needed here. */
export interface Log {
  debug(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** A feed as the log names it: an address may hold a password or, in its query, a key. */
export function named({ id, url }: { id: number; url: string }): { feed: number; url: string } {
  if (!URL.canParse(url)) return { feed: id, url };
  const { protocol, host, pathname, search } = new URL(url);
  return { feed: id, url: `${protocol}//${host}${pathname}${search === '' ? '' : '?…'}` };
}
