import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { signatureProblem } from '../../../server/web/websub/signature';

const SECRET = 'a'.repeat(64);
const BODY = new TextEncoder().encode('<rss>انطلاق المحادثات</rss>');
const hex = (method: string, secret = SECRET, body: Uint8Array = BODY) => createHmac(method, secret).update(body).digest('hex');

describe('the signature of a delivery', () => {
  test.each(['sha1', 'sha256', 'sha384', 'sha512'])('by %s is known', (method) => {
    expect(signatureProblem(`${method}=${hex(method)}`, SECRET, BODY)).toBeNull();
    expect(signatureProblem(`${method.toUpperCase()}=${hex(method).toUpperCase()}`, SECRET, BODY)).toBeNull();
  });

  test.each<[string, string | undefined, RegExp]>([
    ['none', undefined, /without a signature/u],
    ['an empty one', '', /without a signature/u],
    ['of another secret', `sha256=${hex('sha256', 'b'.repeat(64))}`, /wrong signature/u],
    ['of another text', `sha256=${hex('sha256', SECRET, new TextEncoder().encode('<rss/>'))}`, /wrong signature/u],
    ['under another method’s name', `sha512=${hex('sha256')}`, /wrong signature/u],
    ['cut short', `sha256=${hex('sha256').slice(0, 62)}`, /wrong signature/u],
    ['with something after it', `sha256=${hex('sha256')}00`, /wrong signature/u],
    ['that is no hex', 'sha256=توقيع', /wrong signature/u],
    ['without a method', hex('sha256'), /unknown method/u],
    ['by a method that anybody can forge', `md5=${hex('md5')}`, /unknown method/u],
    ['of a method that is none', 'toString=00', /unknown method/u],
  ])('%s is refused', (_name, header, said) => {
    expect(signatureProblem(header, SECRET, BODY)).toMatch(said);
  });
});
