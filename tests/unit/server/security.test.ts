import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../../server/config';
import { createWriteGuard } from '../../../server/web/access';
import { contentSecurityPolicy, hostName, refusal, socketAdmitted } from '../../../server/web/security';

const ALLOWED = new Set(['localhost', '127.0.0.1', '[::1]', 'xn--mgbab2bd.example']);
const request = (method: string, headers: Record<string, string>) => ({ method, headers }) as unknown as IncomingMessage;

describe('Host and Origin', () => {
  test.each([['localhost:3000', 'localhost'], ['[::1]:3000', '[::1]'], ['LOCALHOST', 'localhost'], [undefined, '']])('the name in %s is %s', (header, name) => {
    expect(hostName(header)).toBe(name);
  });

  test.each<[string, string, Record<string, string>, number | null]>([
    ['a page asked by its own name', 'GET', { host: '127.0.0.1:3000' }, null],
    ['an internationalised name on the list', 'GET', { host: 'xn--mgbab2bd.example' }, null],
    ['a foreign name that leads here (DNS rebinding)', 'GET', { host: 'evil.example' }, 421],
    ['a name that only begins like ours', 'GET', { host: 'localhost.evil.example' }, 421],
    ['no name at all', 'GET', {}, 421],
    ['a write from our own page', 'DELETE', { host: 'localhost:3000', origin: 'http://localhost:3000' }, null],
    ['a write from a foreign page', 'POST', { host: 'localhost:3000', origin: 'https://evil.example' }, 403],
    ['a write from another port', 'POST', { host: 'localhost:3000', origin: 'http://localhost:4000' }, 403],
    ['a write without an origin', 'DELETE', { host: 'localhost:3000' }, 403],
    ['a write from a sandboxed page', 'POST', { host: 'localhost:3000', origin: 'null' }, 403],
  ])('%s', (_name, method, headers, status) => {
    expect(refusal(request(method, headers), ALLOWED)?.status ?? null).toBe(status);
  });

  test.each<[string, Record<string, string>, boolean]>([
    ['our own page', { host: 'localhost:3000', origin: 'http://localhost:3000' }, true],
    ['a program without an origin', { host: 'localhost:3000' }, true],
    ['a foreign page', { host: 'localhost:3000', origin: 'https://evil.example' }, false],
    ['a foreign name', { host: 'evil.example', origin: 'http://evil.example' }, false],
  ])('the socket of %s', (_name, headers, admitted) => {
    expect(socketAdmitted(request('GET', headers), ALLOWED)).toBe(admitted);
  });
});

describe('the policy of a page', () => {
  test('runs no script without the nonce and loads nothing from elsewhere', () => {
    const policy = contentSecurityPolicy('abc', false);
    expect(policy).toContain("script-src 'self' 'nonce-abc'");
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
    expect(policy).toContain("img-src 'self' data:");
  });
});

describe('who may write', () => {
  const TOKEN = 'sixteen-characters-and-more';
  test.each<[string, Record<string, string>, string | null, string, boolean]>([
    ['anyone on the loopback', {}, null, 'open', true],
    ['anyone on the loopback of IPv6', { HOST: '::1', ALLOWED_HOSTS: 'localhost' }, null, 'open', true],
    ['nobody beyond it without a token', { HOST: '0.0.0.0' }, null, 'read-only', false],
    ['nobody behind a proxy that serves others, without a token', { ALLOWED_HOSTS: 'news.example' }, null, 'read-only', false],
    ['nobody behind one with an Arabic name', { HOST: 'localhost', ALLOWED_HOSTS: 'localhost,مرصد.example' }, null, 'read-only', false],
    ['nobody who makes one up', { HOST: '0.0.0.0' }, 'Bearer null', 'read-only', false],
    ['the holder of the token', { HOST: '0.0.0.0', ADMIN_TOKEN: TOKEN }, `Bearer ${TOKEN}`, 'token', true],
    ['the holder of the token behind a proxy', { ALLOWED_HOSTS: 'news.example', ADMIN_TOKEN: TOKEN }, `Bearer ${TOKEN}`, 'token', true],
    ['not who has a wrong one', { HOST: '0.0.0.0', ADMIN_TOKEN: TOKEN }, 'Bearer كلمة', 'token', false],
    ['not who has none', { HOST: '0.0.0.0', ADMIN_TOKEN: TOKEN }, null, 'token', false],
  ])('%s', (_name, env, authorization, access, may) => {
    const guard = createWriteGuard(readConfig(env, '/srv/marsad'));
    expect([guard.access, guard.mayWrite(authorization)]).toEqual([access, may]);
  });
});
