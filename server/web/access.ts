import { createHash, timingSafeEqual } from 'node:crypto';
import { isLoopback, type Config } from '../config';
import type { WriteAccess } from '../db/handle';

export interface WriteGuard {
  access: WriteAccess;
  mayWrite(authorization: string | null): boolean;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Who listens only to itself may write; beyond the loopback it takes ADMIN_TOKEN, and without one nobody may. */
export function createWriteGuard({ host, adminToken }: Pick<Config, 'host' | 'adminToken'>): WriteGuard {
  if (adminToken !== null) {
    const expected = digest(`Bearer ${adminToken}`);
    return { access: 'token', mayWrite: (authorization) => authorization !== null && timingSafeEqual(digest(authorization), expected) };
  }
  const open = isLoopback(host);
  return { access: open ? 'open' : 'read-only', mayWrite: () => open };
}
