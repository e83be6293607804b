import { createHmac, timingSafeEqual } from 'node:crypto';

/** Those that WebSub, 8.1 names. */
const METHODS = new Set(['sha1', 'sha256', 'sha384', 'sha512']);

/**
 * What is wrong with the X-Hub-Signature of a delivery, in words; null where the hub signed just these bytes with our secret.
 * @param header `sha256=<hex>`
 */
export function signatureProblem(header: string | undefined, secret: string, body: Uint8Array): string | null {
  if (!header) return 'a delivery without a signature was dropped';
  const [method = '', hex = ''] = header.trim().split('=', 2);
  if (!METHODS.has(method.toLowerCase())) return 'a delivery with a signature of an unknown method was dropped';
  const expected = createHmac(method.toLowerCase(), secret).update(body).digest();
  const given = Buffer.from(hex, 'hex');
  const same = given.length === expected.length && timingSafeEqual(given, expected);
  return same ? null : 'a delivery with a wrong signature was dropped';
}
