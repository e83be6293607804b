import { describe, expect, test } from 'vitest';
import { ConfigError, isLoopback, readConfig } from '../../../server/config';

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
    ['a token that can be guessed', { ADMIN_TOKEN: 'secret' }, /^ADMIN_TOKEN must have at least 16/],
    ['a token that no header can carry', { ADMIN_TOKEN: 'كلمة السر لهذا المرصد' }, /^ADMIN_TOKEN must be plain ASCII/],
    ['a host name with a scheme', { ALLOWED_HOSTS: 'https://مرصد.example' }, /^ALLOWED_HOSTS must be host names/],
    ['polling without a pause', { POLL_MIN_SECONDS: '0' }, /^POLL_MIN_SECONDS must be at least 1/],
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
});
