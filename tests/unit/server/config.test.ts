import { describe, expect, test } from 'vitest';
import { addressOf, ConfigError, isLoopback, readConfig } from '../../../server/config';

const problems = (env: Record<string, string>): string[] => {
  try {
    readConfig(env, '/srv/marsad');
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};

describe('settings', () => {
  test('without any, Marsad listens only to itself and keeps its data beside it', () => {
    expect(readConfig({}, '/srv/marsad')).toMatchObject({
      role: 'all', host: '127.0.0.1', port: 3000, databaseUrl: null, dataDir: '/srv/marsad/.data', feedsFile: '/srv/marsad/prisma/feeds.json',
      sample: true, pollMinSeconds: 60, adminToken: null,
    });
  });

  test('what a reader may see of them tells where each comes from, and of a secret only whether it is set', () => {
    const [token, database] = ['token-of-sixteen-letters', 'postgres://marsad:password@db/marsad'];
    const { environment } = readConfig({ PORT: '4000', ADMIN_TOKEN: token, DATABASE_URL: database, ALLOWED_HOSTS: 'أخبار.example, b.example' }, '/srv/marsad');
    const of = (name: string) => environment.find((setting) => setting.name === name);
    expect(of('PORT')).toEqual({ name: 'PORT', value: '4000', secret: false, from: 'environment' });
    expect(of('HOST')).toEqual({ name: 'HOST', value: '127.0.0.1', secret: false, from: 'default' });
    expect(of('ALLOWED_HOSTS')?.value).toBe('أخبار.example, b.example');
    expect(of('ADMIN_TOKEN')).toEqual({ name: 'ADMIN_TOKEN', value: null, secret: true, from: 'environment' });
    expect(of('DATABASE_URL')).toEqual({ name: 'DATABASE_URL', value: null, secret: true, from: 'environment' });
    expect(of('CONTACT')).toEqual({ name: 'CONTACT', value: null, secret: false, from: 'default' });
    expect(JSON.stringify(environment)).not.toMatch(/token-of|password/u);
  });

  test('an empty variable is an unset one', () => {
    expect(readConfig({ PORT: '', HOST: '  ' }, '/srv/marsad')).toMatchObject({ port: 3000, host: '127.0.0.1' });
  });

  test('FEEDS=none turns the starting feeds and the sample wire off', () => {
    expect(readConfig({ FEEDS: 'none' }, '/srv/marsad')).toMatchObject({ feedsFile: null, sample: false });
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['a port that is no number', { PORT: 'three' }, /^PORT must be a whole number/],
    ['a port in Arabic digits', { PORT: '٣٠٠٠' }, /^PORT must be a whole number/],
    ['a port beyond the last', { PORT: '70000' }, /^PORT must be at most 65535/],
    ['an unknown role', { ROLE: 'poller' }, /^ROLE must be one of all, ingest, web/],
    ['a role of its own without a database to meet in', { ROLE: 'ingest' }, /^DATABASE_URL is required with ROLE=ingest/],
    ['a database that is none of Postgres', { DATABASE_URL: 'mysql://root@localhost/news' }, /^DATABASE_URL must begin with postgres/],
    ['a private feed without a port', { ALLOW_PRIVATE_FEEDS: 'localhost' }, /^ALLOW_PRIVATE_FEEDS must be host:port/],
    ['a number of pages that is none', { PAGES_PER_HOST_DAY: 'many' }, /^PAGES_PER_HOST_DAY must be a whole number/],
    ['a token that can be guessed', { ADMIN_TOKEN: 'secret' }, /^ADMIN_TOKEN must have at least 16/],
    ['a token that no header can carry', { ADMIN_TOKEN: 'كلمة السر لهذا المرصد' }, /^ADMIN_TOKEN must be plain ASCII/],
    ['a host name with a scheme', { ALLOWED_HOSTS: 'https://مرصد.example' }, /^ALLOWED_HOSTS must be host names/],
    ['a host in brackets that is no IPv6', { ALLOWED_HOSTS: '[مرصد]' }, /^ALLOWED_HOSTS must be host names/],
    ['an IPv6 host without brackets', { ALLOWED_HOSTS: '2001:db8::1' }, /^ALLOWED_HOSTS must be host names/],
    ['polling without a pause', { POLL_MIN_SECONDS: '0' }, /^POLL_MIN_SECONDS must be at least 1/],
    ['a public address without a scheme', { PUBLIC_URL: 'مرصد.example' }, /^PUBLIC_URL must be an http or https address/],
    ['a public address of another scheme', { PUBLIC_URL: 'ftp://news.example' }, /^PUBLIC_URL must be an http or https address/],
    ['a public address with a password', { PUBLIC_URL: 'https://user:word@news.example' }, /^PUBLIC_URL must be an http or https address/],
    ['a public address with a query', { PUBLIC_URL: 'https://news.example/?a=1' }, /^PUBLIC_URL must be an http or https address/],
    ['a contact that no header can carry', { CONTACT: 'غرفة الأخبار' }, /^CONTACT must be plain ASCII/],
  ])('%s is refused', (_name, env, expected) => {
    expect(problems(env)).toEqual([expect.stringMatching(expected)]);
  });

  test('all bad ones are named at once, and no value of them is repeated', () => {
    const found = problems({ PORT: 'x', ROLE: 'y', ADMIN_TOKEN: 'hunter2' });
    expect(found).toHaveLength(3);
    expect(found.join()).not.toContain('hunter2');
  });

  test.each([['127.0.0.1', true], ['localhost', true], ['::1', true], ['[::1]', true], ['0.0.0.0', false], ['192.0.2.1', false], ['127.0.0.1.example', false]])(
    '%s is loopback: %s', (host, expected) => expect(isLoopback(host)).toBe(expected));

  test.each<[string, Record<string, string>, string[]]>([
    ['nothing: the loopback alone', {}, []],
    ['a name', { HOST: 'Newsroom.example' }, ['newsroom.example']],
    ['every address: none of its own', { HOST: '0.0.0.0' }, []],
    ['every address of IPv6', { HOST: '[::]' }, []],
    ['an IPv6 address, in the form browsers give it', { HOST: '2001:DB8:0::1' }, ['[2001:db8::1]']],
    ['an Arabic name, as browsers send it', { ALLOWED_HOSTS: 'مرصد.example' }, ['xn--ugbdm6d.example']],
    ['names and an IPv6 address before a proxy', { ALLOWED_HOSTS: 'news.example, [2001:DB8::2]' }, ['news.example', '[2001:db8::2]']],
  ])('the names it is served under, from %s', (_name, env, named) => {
    expect([...readConfig(env, '/srv/marsad').allowedHosts]).toEqual(['localhost', '127.0.0.1', '[::1]', ...named]);
  });

  test.each<[string, Record<string, string>, string | null]>([
    ['none', {}, null],
    ['a site', { PUBLIC_URL: 'https://News.example/' }, 'https://news.example'],
    ['an Arabic name and a path', { PUBLIC_URL: 'https://مرصد.example/marsad/' }, 'https://xn--ugbdm6d.example/marsad'],
  ])('the address that hubs are given: %s', (_name, env, publicUrl) => {
    expect(readConfig(env, '/srv/marsad').publicUrl).toBe(publicUrl);
  });

  test('a public address opens the dashboard to nobody: its name is not among those that it is served under', () => {
    expect([...readConfig({ PUBLIC_URL: 'https://news.example' }, '/srv/marsad').allowedHosts]).not.toContain('news.example');
  });

  test('an IPv6 host is listened on without its brackets', () => {
    expect(readConfig({ HOST: '[::1]' }, '/srv/marsad').host).toBe('::1');
  });

  test.each([
    ['127.0.0.1', 'http://127.0.0.1:3000'], ['0.0.0.0', 'http://127.0.0.1:3000'], ['::', 'http://[::1]:3000'], ['::1', 'http://[::1]:3000'],
    ['news.example', 'http://news.example:3000'],
  ])('what listens on %s is found at %s, where it answers', (host, address) => {
    expect(addressOf(host, 3000)).toBe(address);
    expect([...readConfig({ HOST: host }, '/srv/marsad').allowedHosts]).toContain(new URL(address).hostname);
  });
});
