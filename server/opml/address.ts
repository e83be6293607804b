/** An address as lists write it: with feed: for http:, or without a scheme. What can't be mended stays as it is, for the check to refuse. */
export function webAddress(written: string): string {
  const bare = written.trim().replace(/^feed:(?:\/\/)?(?=https?:)/iu, '').replace(/^feed:\/\//iu, 'http://');
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::[0-9]+)?(?:[/?]|$)/u.test(bare) ? `http://${bare}` : bare;
}
