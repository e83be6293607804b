import { createHash, timingSafeEqual } from 'node:crypto';
import { isLoopback, type Config } from '../config';
import type { WriteAccess } from '../db/handle';

export interface WriteGuard {
  access: WriteAccess;
  mayWrite(authorization: string | null): boolean;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Who is asked only from its own machine may write; beyond that it takes ADMIN_TOKEN, and without one nobody may. A name in
 * ALLOWED_HOSTS goes beyond it too: a proxy that listens to everybody asks us from the loopback.
 */
export function createWriteGuard({ host, allowedHosts, adminToken }: Pick<Config, 'host' | 'allowedHosts' | 'adminToken'>): WriteGuard {
  if (adminToken !== null) {
    const expected = digest(`Bearer ${adminToken}`);
    return { access: 'token', mayWrite: (authorization) => authorization !== null && timingSafeEqual(digest(authorization), expected) };
  }
  const open = isLoopback(host) && [...allowedHosts].every(isLoopback);
  return { access: open ? 'open' : 'read-only', mayWrite: () => open };
}
