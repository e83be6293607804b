/** The reader's id in a Cookie header; null where the browser has none yet. */
export function readerIn(cookies: string | null): string | null {
  return /(?:^|;\s*)marsad_reader=([0-9a-f]{32})(?:;|$)/u.exec(cookies ?? '')?.[1] ?? null;
}
