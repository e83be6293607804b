'use client';

import { useEffect, useState } from 'react';
import type { Phase } from '../live/connection';

/** A connection that is back sooner is not worth interrupting anybody. */
const LASTS_MS = 3_000;

/** Says, for those who can't see the badge, that the connection broke off and that it is back; nothing of what goes on between, nor of the first. */
export function PhaseAnnouncer({ name, phase }: { name: string; phase: Phase }) {
  const [said, say] = useState<{ phase: Phase; name: string } | null>(null);
  const first = said === null && (phase === 'live' || phase === 'connecting');
  useEffect(() => {
    if (first || phase === 'catching-up' || said?.phase === phase) return;
    const timer = setTimeout(() => say({ phase, name }), LASTS_MS);
    return () => clearTimeout(timer);
  }, [first, phase, name, said]);
  return (
    <span role="status" className="sr-only">
      {said?.name}
    </span>
  );
}
