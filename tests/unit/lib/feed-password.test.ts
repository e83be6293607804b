import { describe, expect, it } from 'vitest';
import { hidePassword, restorePassword } from '../../../lib/feed-password';

describe('a password in an address', () => {
  it.each([
    ['is hidden', 'https://desk:s3cret@wire.example/feed?a=1', 'https://desk:***@wire.example/feed?a=1'],
    ['in Arabic too', 'https://مكتب:سر@صحيفة.example/خلاصة', 'https://مكتب:***@صحيفة.example/خلاصة'],
    ['that is not there changes nothing', 'https://صحيفة.example/خلاصة', 'https://صحيفة.example/خلاصة'],
    ['a name alone is none', 'https://desk@wire.example/feed', 'https://desk@wire.example/feed'],
    ['what is no address stays', 'لا عنوان', 'لا عنوان'],
  ])('%s', (_, address, shown) => {
    const [got, want] = [hidePassword(address), shown];
    expect(URL.canParse(want) ? new URL(got).href : got).toBe(URL.canParse(want) ? new URL(want).href : want);
  });

  const KNOWN = 'https://desk:s3cret@wire.example/feed';
  it.each([
    ['comes back with another path', 'https://desk:***@wire.example/world', 'https://desk:s3cret@wire.example/world'],
    ['goes to no other server', 'https://desk:***@evil.example/feed', 'https://desk:***@evil.example/feed'],
    ['goes to no other port', 'https://desk:***@wire.example:8443/feed', 'https://desk:***@wire.example:8443/feed'],
    ['is no other user\'s', 'https://else:***@wire.example/feed', 'https://else:***@wire.example/feed'],
    ['gives way to a new one', 'https://desk:new@wire.example/feed', 'https://desk:new@wire.example/feed'],
    ['is not put where none was typed', 'https://wire.example/feed', 'https://wire.example/feed'],
  ])('%s', (_, typed, meant) => {
    expect(restorePassword(typed, KNOWN)).toBe(meant);
  });
});
